package dev.adze.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.adze.tool.FunctionTool;
import dev.adze.tool.InvalidArgumentsException;
import dev.adze.tool.PreparedCall;
import dev.adze.tool.ToolBinder;
import dev.adze.tool.ToolContext;
import dev.adze.tool.UnwritableResultException;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs adapters for tools that take and return objects of every kind. */
class ObjectsTest {
  @TempDir static Path output;

  private static final Map<String, FunctionTool> TOOLS = new LinkedHashMap<>();
  private static URLClassLoader loader;

  @BeforeAll
  static void bind() throws ReflectiveOperationException {
    Compiled compiled =
        Compiled.compile().sources(Path.of("src/test/resources/objects")).into(output);
    assertThat(compiled.texts()).isEmpty();
    loader = compiled.loader();
    Object owner = loader.loadClass("objects.Objects").getConstructor().newInstance();
    for (ToolBinder<?> binder : ServiceLoader.load(ToolBinder.class, loader)) {
      bind(binder, owner);
    }
  }

  @SuppressWarnings("unchecked") // The test knows that there is one owner.
  private static <T> void bind(ToolBinder<T> binder, Object owner) {
    binder.bind((T) owner).forEach(tool -> TOOLS.put(tool.spec().name(), tool));
  }

  @AfterAll
  static void close() throws IOException {
    loader.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "folders | {`folder`:{`name`:`a`,`parts`:[{`name`:`b`,`parts`:[]}],"
            + "`copy`:{`name`:`c`,`parts`:[]}}}",
        "pages | {`page`:{`items`:[{`name`:`a`}],`first`:{`name`:`b`},"
            + "`next`:{`items`:[],`first`:{`name`:`c`}}},`more`:[{`items`:[`d`],`first`:`e`}]}",
        "forms | {`form`:{`type`:`Group`,`parts`:[{`type`:`circle`,`radius`:1.5},"
            + "{`type`:`Group`,`parts`:[]}]},`circle`:{`radius`:2.0}}",
        "results | {`result`:{`type`:`Done`,`value`:{`name`:`a`}}}",
        "results | {`result`:{`type`:`Failed`,`reason`:`a`}}",
        "people | {`person`:{`name`:`Ada`,`age`:3,`boss`:{`name`:`Bo`,`age`:4}},"
            + "`room`:{`door`:`1`}}",
        "nulls | {`entry`:{`text`:`a`,`page`:1,`users`:[{`name`:`b`},null]},`number`:2}",
        "nulls | {`entry`:{`users`:[]}}",
        "odd | {`odd`:{`aName`:`a`},`step`:`UP`,`steps`:[`DOWN`]}",
        "nulls | {}",
      })
  void whatIsNormalisedIsWhatWasSent(String tool, String arguments) {
    String json = arguments.replace('`', '"');

    assertThat(prepare(tool, json).arguments()).isEqualTo(json);
    assertThat(prepare(tool, prepare(tool, json).arguments()).arguments()).isEqualTo(json);
  }

  @Test
  void nullIsTheSameAsAbsent() throws Exception {
    assertThat(run("nulls", "{\"entry\":null,\"number\":null}")).isEqualTo("null null");
    assertThat(run("nulls", "{\"entry\":{\"text\":null,\"page\":null,\"users\":[null]}}"))
        .isEqualTo("Entry[text=null, page=null, users=[null]] null");
  }

  @Test
  void theBranchIsFoundWhereverItsNameStands() throws Exception {
    assertThat(run("forms", "{\"form\":{\"radius\":1,\"type\":\"circle\"}}"))
        .isEqualTo("{\"type\":\"circle\",\"radius\":1.0}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "forms | {'form':{'radius':1}} | /form/type: missing; expected one of \"circle\", \"Group\"",
        "forms | {'form':{'type':'Circle','radius':1}} | /form/type: expected one of \"circle\","
            + " \"Group\"; got \"Circle\"; did you mean \"circle\"?",
        "forms | {'form':{'type':null}} | /form/type: must not be null",
        "forms | {'form':[]} | /form: expected an object; got []",
        "forms | {'form':null} | /form: must not be null; expected an object",
        "forms | {'form':{'type':'circle'}} | /form/radius: missing; expected a number",
        "forms | {'form':{'type':'circle','radius':-1}} | /form: a radius is not negative",
        "forms | {'form':{'type':'Group','parts':[{'type':'circle','radius':-1}]}}"
            + " | /form/parts/0: a radius is not negative",
        "forms | {'form':{'type':'circle','type':'circle','radius':1}} | /form/type: came before",
        "forms | {'form':{'type':'circle','radius':1,'side':2}} | /form/side: unknown field",
        "forms | {'form':{'type':'Group','parts':[]},'circle':{'type':'circle','radius':1}}"
            + " | /circle/type: unknown field",
        "results | {'result':{'type':'Done','value':'a'}} | /result/value: expected an object",
        "pages | {'page':{'items':['a'],'first':{'name':'b'}},'more':[]}"
            + " | /page/items/0: expected an object",
        "people | {'person':{'name':'','age':1},'room':{'door':'1'}}"
            + " | /person: a person needs a name",
        "people | {'person':{'name':'a','age':-1},'room':{'door':'1'}}"
            + " | /person: IllegalArgumentException",
        "people | {'person':{'name':'a','age':1,'length':1},'room':{'door':'1'}}"
            + " | /person/length: unknown field",
        "people | {'person':{'age':1},'room':{}} | /person/name: missing; expected a string",
        "people | {'person':{'age':1},'room':{}} | /room/door: missing; expected a string",
        "nulls | {'entry':{}} | /entry/users: missing; expected an array",
        "nulls | {'number':'1'} | /number: expected an integer",
      })
  void whatDoesNotFitIsRefused(String tool, String arguments, String fault) {
    assertThatThrownBy(() -> prepare(tool, arguments.replace('\'', '"')))
        .isInstanceOf(InvalidArgumentsException.class)
        .hasMessageContaining("- " + fault);
  }

  @Test
  void aBeanIsNotMadeIfItsPropertiesHaveFaults() throws Exception {
    String before = run("made", "{}");

    assertThatThrownBy(() ->
            prepare("people", "{\"person\":{\"name\":1,\"age\":1},\"room\":{\"door\":\"1\"}}"))
        .hasMessageStartingWith("1 problem in");

    assertThat(run("made", "{}")).isEqualTo(before);
  }

  @Test
  void resultsHaveWhatOnlyTheObjectKnows() throws Exception {
    assertThat(
            run(
                "people",
                "{\"person\":{\"name\":\"Ada\",\"age\":3,\"boss\":{\"name\":\"Bo\",\"age\":4}},"
                    + "\"room\":{\"door\":\"1\"}}"))
        .isEqualTo(
            "{\"name\":\"Ada\",\"age\":3,\"boss\":{\"name\":\"Bo\",\"age\":4,\"length\":2},"
                + "\"length\":3}");
  }

  @Test
  void aDefaultThatItsConstructorRefusesIsAFaultWhereItIsNeeded() {
    assertThatThrownBy(() -> prepare("defaults", "{}"))
        .isInstanceOf(InvalidArgumentsException.class)
        .hasMessageContaining("/list: its default cannot be used (not one); send a value");
  }

  @Test
  void aDefaultThatIsNotNeededIsNotMade() throws Exception {
    assertThat(
            prepare("defaults", "{\"list\":[],\"holder\":{\"strict\":{\"value\":2},\"other\":3}}")
                .arguments())
        .isEqualTo(
            "{\"list\":[],\"holder\":{\"strict\":{\"value\":2},\"other\":3},"
                + "\"form\":{\"type\":\"circle\",\"radius\":1.0},"
                + "\"person\":{\"name\":\"Ada\",\"age\":3}}");
    assertThatThrownBy(() -> prepare("defaults", "{\"list\":[],\"holder\":{\"other\":3}}"))
        .hasMessageContaining("/holder/strict: its default cannot be used (not one)");
    assertThatThrownBy(() -> prepare("defaults", "{\"list\":1}"))
        .hasMessageStartingWith("1 problem in");
  }

  @ParameterizedTest
  @CsvSource({"30, true", "31, true", "40, false", "100000, false"})
  void depthIsBoundedByTheReader(int depth, boolean accepted) {
    String folder = "{\"name\":\"a\",\"parts\":[".repeat(depth) + "]}".repeat(depth);
    String arguments = "{\"folder\":" + folder + "}";
    if (accepted) {
      assertThat(prepare("folders", arguments).arguments()).isEqualTo(arguments);
    } else {
      assertThatThrownBy(() -> prepare("folders", arguments))
          .isInstanceOf(InvalidArgumentsException.class)
          .hasMessageContaining("nested too deep");
    }
  }

  @Test
  void aResultThatHoldsItselfIsAFailureThatSaysSo() {
    assertThatThrownBy(() -> run("own", "{}"))
        .isInstanceOf(UnwritableResultException.class)
        .hasMessageContaining("no value holds itself");
  }

  private static PreparedCall prepare(String tool, String arguments) {
    return TOOLS.get(tool).prepare(arguments);
  }

  private static String run(String tool, String arguments) throws Exception {
    return prepare(tool, arguments).call(ToolContext.preApproved("the test")).output();
  }
}
