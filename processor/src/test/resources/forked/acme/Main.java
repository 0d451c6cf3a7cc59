package acme;

import static net.bytebuddy.matcher.ElementMatchers.named;

import dev.adze.agent.Agent;
import dev.adze.tool.FunctionTool;
import dev.adze.tool.ToolContext;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Proxy;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import net.bytebuddy.implementation.FixedValue;

/** Prints what every kind of owner offers, and calls it. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) throws Exception {
    System.out.println("module " + Main.class.getModule().getName());
    print("desk", new Desk());
    print("static", Sums.class);
    print("enum", Sums.Step.DOWN);
    print(
        "proxy",
        Proxy.newProxyInstance(
            Main.class.getClassLoader(),
            new Class<?>[] {Menu.class},
            (proxy, method, values) -> method.getName() + " by proxy"));
    print("subclass", subclass().getDeclaredConstructor().newInstance());
    try {
      print("class", Desk.class);
    } catch (IllegalArgumentException e) {
      System.out.println("class: " + e.getMessage());
    }
  }

  private static Class<? extends Desk> subclass() {
    return new ByteBuddy()
        .subclass(Desk.class)
        .method(named("place"))
        .intercept(FixedValue.value("made at run time"))
        .make()
        .load(
            Main.class.getClassLoader(),
            ClassLoadingStrategy.UsingLookup.of(MethodHandles.lookup()))
        .getLoaded();
  }

  private static void print(String label, Object owner) throws Exception {
    Agent agent = Agent.builder().model(request -> null, "none").toolsOf(owner).build();
    for (FunctionTool tool : agent.tools()) {
      String values = tool.spec().name().equals("add") ? "{\"a\":20,\"b\":22}" : "{}";
      String output =
          tool.prepare(values).call(ToolContext.preApproved("the test")).output();
      String guard = tool.spec().requiresApproval() ? " (guarded)" : "";
      System.out.println(label + ": " + tool.spec().name() + guard + " -> " + output);
    }
  }
}
