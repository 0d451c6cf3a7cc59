package dev.adze.model.anthropic;

import static dev.adze.model.anthropic.AnthropicServer.body;
import static dev.adze.model.anthropic.AnthropicServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.adze.json.JsonReader;
import dev.adze.json.JsonWriter;
import dev.adze.model.AssistantMessage;
import dev.adze.model.MediaPart;
import dev.adze.model.Message;
import dev.adze.model.ModelOptions;
import dev.adze.model.ModelRequest;
import dev.adze.model.SystemMessage;
import dev.adze.model.ToolCall;
import dev.adze.model.ToolChoice;
import dev.adze.model.ToolMessage;
import dev.adze.model.ToolResult;
import dev.adze.model.UserMessage;
import dev.adze.tool.Media;
import dev.adze.tool.OutputType;
import dev.adze.tool.SchemaProfile;
import dev.adze.tool.ToolSpec;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a request says beside the conversation, byte for byte. */
class AnthropicRequestTest {
  private static final List<Message> HI = List.of(Message.user("hi"));
  private static final String HI_JSON = "{'role':'user','content':[{'type':'text','text':'hi'}]}";
  private static final ToolSpec TOOL =
      ToolSpec.builder("t", json("{ 'type':'object' }")).description("Does \"it\".").build();

  @Test
  void writesAPlainRequest() {
    assertThat(body(request(ModelOptions.NONE)))
        .isEqualTo(
            json(
                "{'model':'claude','max_tokens':32000,'messages':["
                    + HI_JSON
                    + "],'stream':false}"));
  }

  @Test
  void writesInstructionsApart() {
    List<Message> messages =
        List.of(
            new SystemMessage("Be."), new SystemMessage(" "), HI.get(0), new SystemMessage("X"));

    assertThat(body(ModelRequest.builder("c", messages)))
        .contains(
            json(
                "'system':[{'type':'text','text':'Be.'},{'type':'text','text':'X'}],'messages':["
                    + HI_JSON
                    + "]"));
  }

  @Test
  void writesToolsWithTheirSchemaAsItStands() {
    assertThat(body(request(ModelOptions.NONE).tools(List.of(TOOL))))
        .contains(
            json(
                "'tools':[{'name':'t','description':'Does ^it^.','input_schema':"
                    + "{ 'type':'object' }}],'stream'"))
        .doesNotContain("tool_choice");
  }

  @Test
  void writesOptions() {
    ModelOptions options =
        ModelOptions.builder()
            .temperature(0.5)
            .topP(1)
            .maxOutputTokens(7)
            .seed(1)
            .stop(List.of("END"))
            .reasoningEffort("low")
            .extraJson(json("{'top_k' : 1.0,'metadata':{ 'user_id':'u'}}"))
            .build();

    assertThat(body(request(options)))
        .startsWith(json("{'model':'claude','max_tokens':7,"))
        .endsWith(
            json(
                "'stream':false,'temperature':0.5,'top_p':1.0,'stop_sequences':['END'],"
                    + "'output_config':{'effort':'low'},'top_k':1.0,'metadata':{ 'user_id':'u'}}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"messages", "stream", "max_tokens", "model"})
  void refusesToSayAnythingTwice(String name) {
    ModelOptions options = ModelOptions.builder().extraJson(json("{'" + name + "':1}")).build();

    assertThatThrownBy(() -> body(request(options)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has \"" + name + "\"");
  }

  @Test
  void writesHowToolsAreChosen() {
    assertThat(chosen(ToolChoice.auto(), true)).contains(json("'tool_choice':{'type':'auto'}"));
    assertThat(chosen(ToolChoice.required(), false))
        .contains(json("'tool_choice':{'type':'any','disable_parallel_tool_use':true}"));
    assertThat(chosen(ToolChoice.tool("t"), true))
        .contains(json("'tool_choice':{'type':'tool','name':'t'}"));
    assertThat(chosen(ToolChoice.none(), false)).contains(json("'tool_choice':{'type':'none'}"));
    ModelOptions single = ModelOptions.builder().parallelToolCalls(false).build();
    assertThat(body(request(single).tools(List.of(TOOL))))
        .contains(json("'tool_choice':{'type':'auto','disable_parallel_tool_use':true}"));
    assertThat(body(request(single))).doesNotContain("tool_choice");
  }

  private static String chosen(ToolChoice choice, boolean parallel) {
    ModelOptions options =
        ModelOptions.builder().toolChoice(choice).parallelToolCalls(parallel).build();
    return body(request(options).tools(List.of(TOOL)));
  }

  @Test
  void putsToolsOfTheProviderBesideTheOthers() {
    String search = json("{'type':'web_search_20250305', 'name':'web_search'}");
    ModelOptions options =
        ModelOptions.builder().extraJson(json("{'tools':[ " + search + " ],'top_k':1}")).build();

    assertThat(body(request(options).tools(List.of(TOOL))))
        .contains("\"tools\":[" + search + ",{\"name\":\"t\"")
        .endsWith(json("'top_k':1}"));
    assertThat(body(request(options))).contains("\"tools\":[" + search + "]");
  }

  @Test
  void takesADeclarationOfTheProvidersOwnForATool() {
    String memory = json("{'type':'memory_20250818','name':'t'}");
    ModelOptions options =
        ModelOptions.builder().extraJson(json("{'tools':[" + memory + "]}")).build();

    assertThat(body(request(options).tools(List.of(TOOL)))).contains("\"tools\":[" + memory + "]");
  }

  @Test
  void makesToolsStrictWhereItCan() {
    String schema =
        json(
            "{'type':'object','properties':{'n':{'type':'integer','minimum':1}},"
                + "'required':['n'],'additionalProperties':false}");
    ToolSpec able =
        ToolSpec.builder("a", schema).strictProfiles(SchemaProfile.ANTHROPIC_STRICT).build();
    ModelOptions strict = ModelOptions.builder().strictTools(true).build();

    assertThat(body(request(strict).tools(List.of(able, TOOL))))
        .contains(json("{'type':'integer','description':'{minimum: 1}'}"))
        .contains(json("'strict':true},{'name':'t'"))
        .containsOnlyOnce("strict");
    assertThat(body(request(ModelOptions.NONE).tools(List.of(able))))
        .contains(schema)
        .doesNotContain("strict");
  }

  @ParameterizedTest
  @CsvSource({
    "'{''type'':''object'',''properties'':{},''additionalProperties'':false}', 20",
    "'{''type'':''object'',''properties'':{''required'':{''type'':''string''},''a'':{''type'':"
        + "''array'',''items'':{''type'':''object'',''properties'':{''b'':{''type'':''string''}},"
        + "''additionalProperties'':false}},''c'':{''type'':''string''}},''required'':[''c''],"
        + "''additionalProperties'':false}', 8",
    "'{''type'':''object'',''properties'':{''a'':{''type'':[''string'',''null'']},''b'':{''anyOf'':"
        + "[{''type'':''string''},{''type'':''integer''}]}},''required'':[''a'',''b''],"
        + "''additionalProperties'':false}', 8"
  })
  void makesNoMoreToolsStrictThanTheProviderTakes(String schema, int most) {
    List<ToolSpec> tools = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      tools.add(
          ToolSpec.builder("t" + i, json(schema))
              .strictProfiles(SchemaProfile.ANTHROPIC_STRICT)
              .build());
    }
    ModelOptions strict = ModelOptions.builder().strictTools(true).build();

    assertThat(body(request(strict).tools(tools)).split("\"strict\":true", -1)).hasSize(most + 1);
  }

  @Test
  void asksForAnAnswerOfAType() {
    String schema =
        json(
            "{'type':'object','properties':{'n':{'type':'integer','minimum':1}},"
                + "'required':['n'],'additionalProperties':false}");
    OutputType<String> held = output(schema, SchemaProfile.ANTHROPIC_STRICT);
    OutputType<String> wished = output(schema);
    ModelOptions effort = ModelOptions.builder().reasoningEffort("max").build();

    assertThat(body(request(effort).output(held)))
        .contains(
            json(
                "'output_config':{'effort':'max','format':{'type':'json_schema','schema':"
                    + "{'type':'object','properties':{'n':{'type':'integer',"
                    + "'description':'{minimum: 1}'}},'required':['n'],"
                    + "'additionalProperties':false}}}"))
        .doesNotContain("system");
    assertThat(body(request(ModelOptions.NONE).output(wished)))
        .contains("JSON Schema")
        .contains(schema.replace("\"", "\\\""))
        .doesNotContain("output_config");
  }

  private static OutputType<String> output(String schema, SchemaProfile... profiles) {
    return OutputType.of("o", "", schema, JsonReader::readRaw, JsonWriter::rawValue, profiles);
  }

  @Test
  void asksForThinking() {
    ModelOptions extra =
        ModelOptions.builder().extraJson(json("{'thinking':{'type':'disabled'}}")).build();

    assertThat(body(request(ModelOptions.NONE), client -> client.thinkingBudget(2000)))
        .contains(json("'max_tokens':34000,"))
        .contains(json("'thinking':{'type':'enabled','budget_tokens':2000}"));
    assertThat(body(request(ModelOptions.NONE), AnthropicClient.Builder::adaptiveThinking))
        .contains(json("'max_tokens':32000,"))
        .contains(json("'thinking':{'type':'adaptive'}"));
    assertThat(body(request(extra), AnthropicClient.Builder::adaptiveThinking))
        .containsOnlyOnce("thinking");
  }

  @Test
  void asksForNoBudgetOfThinkingWhereTheTurnBeganWithout() {
    ToolCall call = new ToolCall("a", "toolu_a", "t", "{}");
    List<Message> messages =
        List.of(
            HI.get(0),
            new AssistantMessage(List.of(call)),
            new ToolMessage(List.of(new ToolResult("a", "t", "r", false))));

    assertThat(body(ModelRequest.builder("c", messages), client -> client.thinkingBudget(2000)))
        .doesNotContain("thinking");
    assertThat(body(ModelRequest.builder("c", messages), AnthropicClient.Builder::adaptiveThinking))
        .contains("adaptive");
    List<Message> next = new ArrayList<>(messages);
    next.add(Message.assistant("Done."));
    next.add(Message.user("And now?"));
    assertThat(body(ModelRequest.builder("c", next), client -> client.thinkingBudget(2000)))
        .contains("budget_tokens");
  }

  @Test
  void hasDocumentsCitedAndNoImages() {
    Media text = Media.of("text/plain", new byte[] {'a'});
    Media pdf = new Media.Stored("application/pdf", "f", "");
    Media image = new Media.Inline("image/png", "AAA=", "");
    ToolCall call = new ToolCall("a", "a", "t", "{}");
    List<Message> messages =
        List.of(
            new UserMessage(List.of(new MediaPart(text), new MediaPart(image))),
            new AssistantMessage(List.of(call)),
            new ToolMessage(List.of(new ToolResult("a", "t", "", false, List.of(pdf)))));
    String cited = ",'citations':{'enabled':true}}";

    assertThat(body(ModelRequest.builder("c", messages), AnthropicClient.Builder::citations))
        .contains(
            json("'media_type':'text/plain','data':'a'}" + cited),
            json("'file_id':'f'}" + cited),
            json("'media_type':'image/png','data':'AAA='}}"));
    assertThat(body(ModelRequest.builder("c", messages))).doesNotContain("citations");
  }

  @Test
  void saysHowThinkingIsDisplayed() {
    ModelRequest.Builder request = request(ModelOptions.NONE);

    assertThat(body(request, client -> client.adaptiveThinking().thinkingDisplay("summarized")))
        .contains(json("'thinking':{'type':'adaptive','display':'summarized'}"));
    assertThat(body(request, client -> client.thinkingDisplay("omitted").thinkingBudget(2000)))
        .contains(json("'thinking':{'type':'enabled','budget_tokens':2000,'display':'omitted'}"));
    assertThat(body(request, client -> client.thinkingDisplay("omitted")))
        .doesNotContain("thinking");
    assertThatThrownBy(() -> AnthropicClient.builder().thinkingDisplay(" "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must not be blank");
  }

  private static ModelRequest.Builder request(ModelOptions options) {
    return ModelRequest.builder("claude", HI).options(options);
  }
}
