package dev.adze.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.adze.agent.owners.Plain;
import dev.adze.tool.FunctionTool;
import dev.adze.tool.ToolBinder;
import dev.adze.tool.ToolContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.ServiceConfigurationError;
import org.junit.jupiter.api.Test;

/** Finding the generated tools of an object. */
class ToolBindersTest {
  private static final String OWNERS = Plain.class.getPackageName() + ".";

  private final OwnersLoader loader = new OwnersLoader();

  private Class<?> owner(String name) throws ClassNotFoundException {
    Class<?> type = loader.loadClass(OWNERS + name);
    assertThat(type.getClassLoader()).isSameAs(loader);
    return type;
  }

  private Object create(String name) throws ReflectiveOperationException {
    return owner(name).getConstructor().newInstance();
  }

  private static List<String> names(List<FunctionTool> tools) {
    return tools.stream().map(tool -> tool.spec().name()).toList();
  }

  @Test
  void classWithBinder() throws Exception {
    Object restaurant = create("Restaurant");
    List<FunctionTool> tools = ToolBinders.bind(restaurant);

    assertThat(names(tools)).containsExactly("Restaurant");
    assertThat(tools.get(0).prepare("{}").call(ToolContext.preApproved("test")).output())
        .isEqualTo(restaurant.toString());
  }

  @Test
  void noOtherBinderIsInstantiated() throws Exception {
    ToolBinders.bind(create("Restaurant"));

    assertThat(owner("LoudFunctionTools").getField("made").getInt(null)).isZero();
    ToolBinders.bind(create("Loud"));
    assertThat(owner("LoudFunctionTools").getField("made").getInt(null)).isEqualTo(1);
  }

  /** A list is in one of the jars, and looking for it opens them all. */
  @Test
  void noListIsReadForABinderBesideItsOwner() throws Exception {
    ToolBinders.bind(create("Restaurant"), create("Restaurant$Kitchen"));

    assertThat(loader.listsRead).isZero();
    ToolBinders.bind(create("Bistro"), create("Cellar"));
    assertThat(loader.listsRead).isEqualTo(1);
  }

  @Test
  void classThatOnlyHasTheNameOfABinderIsPassedOver() {
    assertThatThrownBy(() -> ToolBinders.bind(create("Stranger")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no " + OWNERS + "StrangerFunctionTools was found");
  }

  @Test
  void binderThatCannotBeMadeIsNamed() {
    assertThatThrownBy(() -> ToolBinders.bind(create("Broken")))
        .isInstanceOf(ServiceConfigurationError.class)
        .hasMessageContaining(OWNERS + "BrokenFunctionTools could not be made")
        .hasRootCauseInstanceOf(NumberFormatException.class);
  }

  @Test
  void nestedClass() throws Exception {
    assertThat(names(ToolBinders.bind(create("Restaurant$Kitchen"))))
        .containsExactly("Restaurant_Kitchen");
  }

  @Test
  void binderOfANestedClassIsNoneOfAClassWhoseNameLooksLikeIt() {
    assertThatThrownBy(() -> ToolBinders.bind(create("Restaurant_Kitchen")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(
            OWNERS + "Restaurant_KitchenFunctionTools is not for " + OWNERS + "Restaurant_Kitchen")
        .hasMessageContaining("Rename one of the two.");
  }

  @Test
  void nearestClassAboveGoesBeforeInterfaces() throws Exception {
    assertThat(names(ToolBinders.bind(create("Bistro")))).containsExactly("Restaurant");
  }

  @Test
  void nearestInterfaceOfRelatedOnes() throws Exception {
    assertThat(names(ToolBinders.bind(create("Cellar")))).containsExactly("WineList");
  }

  @Test
  void proxyOfAnInterface() throws Exception {
    Object proxy =
        Proxy.newProxyInstance(
            loader, new Class<?>[] {owner("Menu")}, (self, method, arguments) -> "proxy");

    assertThat(names(ToolBinders.bind(proxy))).containsExactly("Menu");
  }

  @Test
  void classStandsForItsStaticTools() throws Exception {
    List<FunctionTool> tools = ToolBinders.bind(owner("Menu"));

    assertThat(tools.get(0).prepare("{}").call(ToolContext.preApproved("test")).output())
        .isEqualTo("null");
  }

  @Test
  void classStandsForNoToolsThatNeedAnObject() {
    assertThatThrownBy(() -> ToolBinders.bind(owner("Restaurant")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(OWNERS + "Restaurant has tools that need an object.")
        .hasMessageContaining("Pass an object");
  }

  @Test
  void anApprovalOfAnInterfaceBesideTheServedClassIsNotLost() {
    assertThatThrownBy(() -> ToolBinders.bind(create("Smuggler")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(
            "joins the tools of "
                + OWNERS
                + "Restaurant with those of "
                + OWNERS
                + "Guarded, which need approval");
  }

  @Test
  void unrelatedInterfacesAreAnErrorThatNamesBoth() {
    assertThatThrownBy(() -> ToolBinders.bind(create("Pub")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Pub has those of")
        .hasMessageContaining(OWNERS + "Menu and of " + OWNERS + "Bar");
  }

  @Test
  void binderOfANewerLevelIsRefused() {
    assertThatThrownBy(() -> ToolBinders.bind(create("Future")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("FutureFunctionTools is of level " + (ToolBinder.LEVEL + 1))
        .hasMessageContaining("serves levels up to " + ToolBinder.LEVEL);
  }

  @Test
  void missingBinderNamesTheUsualCauses() {
    assertThatThrownBy(() -> Agent.builder().toolsOf(new Plain()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no " + OWNERS + "PlainFunctionTools was found")
        .hasMessageContaining("has no @Tool method")
        .hasMessageContaining("JDK 23 and later run no processor")
        .hasMessageContaining("META-INF/services/dev.adze.tool.ToolBinder")
        .hasMessageContaining(
            "\"provides dev.adze.tool.ToolBinder with " + OWNERS + "PlainFunctionTools\"");
  }

  @Test
  void unusableEntryIsNamedWhenItWasTheOneWanted() {
    assertThatThrownBy(() -> ToolBinders.bind(create("Forgotten")))
        .hasMessageContaining("Found unusable:")
        .hasMessageContaining("ForgottenFunctionTools")
        .hasCauseInstanceOf(ServiceConfigurationError.class);
  }

  @Test
  void ownersAreBoundInTheirOrder() throws Exception {
    Agent agent =
        Agent.builder()
            .model(request -> null, "none")
            .toolsOf(create("Restaurant$Kitchen"), create("Restaurant"))
            .tools(Fixtures.ECHO)
            .build();

    assertThat(names(agent.tools())).containsExactly("Restaurant_Kitchen", "Restaurant", "echo");
  }

  /** Loads the owners and their binders itself, with a service file that no other loader sees. */
  private static final class OwnersLoader extends ClassLoader {
    private static final List<String> BINDERS =
        List.of(
            "ForgottenFunctionTools",
            "LoudFunctionTools",
            "RestaurantFunctionTools",
            "Restaurant_KitchenFunctionTools",
            "MenuFunctionTools",
            "WineListFunctionTools",
            "BarFunctionTools",
            "GuardedFunctionTools",
            "FutureFunctionTools");

    private int listsRead;

    OwnersLoader() {
      super(ToolBindersTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        if (!name.startsWith(OWNERS)) {
          return super.loadClass(name, resolve);
        }
        Class<?> loaded = findLoadedClass(name);
        return loaded == null ? define(name) : loaded;
      }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        if (in == null) {
          throw new ClassNotFoundException(name);
        }
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
      if (!name.equals("META-INF/services/" + ToolBinder.class.getName())) {
        return super.getResources(name);
      }
      listsRead++;
      return Collections.enumeration(List.of(serviceFile()));
    }

    @SuppressWarnings("deprecation") // Its replacement is newer than Java 17.
    private static URL serviceFile() throws IOException {
      String lines = OWNERS + String.join("\n" + OWNERS, BINDERS);
      byte[] bytes = lines.getBytes(StandardCharsets.UTF_8);
      URLStreamHandler handler =
          new URLStreamHandler() {
            @Override
            protected URLConnection openConnection(URL url) {
              return new URLConnection(url) {
                @Override
                public void connect() {}

                @Override
                public InputStream getInputStream() {
                  return new ByteArrayInputStream(bytes);
                }
              };
            }
          };
      return new URL("memory", "", 0, "services", handler);
    }
  }
}
