package dev.adze.model.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.adze.internal.http.LoopbackServer;
import dev.adze.model.AssistantMessage;
import dev.adze.model.AssistantPart;
import dev.adze.model.McpApproval;
import dev.adze.model.McpApprovalMessage;
import dev.adze.model.McpApprovalRequest;
import dev.adze.model.McpToolsPart;
import dev.adze.model.MediaPart;
import dev.adze.model.Message;
import dev.adze.model.ModelOptions;
import dev.adze.model.ModelRequest;
import dev.adze.model.ProviderItem;
import dev.adze.model.ProviderPart;
import dev.adze.model.ReasoningPart;
import dev.adze.model.RefusalPart;
import dev.adze.model.TextPart;
import dev.adze.model.ToolCall;
import dev.adze.model.ToolChoice;
import dev.adze.model.ToolMessage;
import dev.adze.model.ToolResult;
import dev.adze.model.UserMessage;
import dev.adze.tool.Media;
import dev.adze.tool.OutputType;
import dev.adze.tool.SchemaProfile;
import dev.adze.tool.ToolSpec;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the client writes to the Responses API. */
class ResponsesRequestTest {
  private static final String OK = "{\"status\":\"completed\",\"output\":[]}";
  private static final List<Message> HI = List.of(Message.user("hi"));
  private static final ToolSpec TOOL = ToolSpec.builder("t", "{\"type\":\"object\"}").build();

  private String origin = "";

  @Test
  void storesNothingAndAsksForEncryptedReasoning() {
    assertThat(sent(ModelRequest.builder("gpt-5", HI).streaming(false)))
        .isEqualTo(
            json(
                "{'model':'gpt-5','input':[{'role':'user','content':'hi'}],'stream':false,"
                    + "'store':false,'include':['reasoning.encrypted_content']}"));
  }

  @ParameterizedTest
  @CsvSource({
    "gpt-4o, false",
    "gpt-4.1-mini, false",
    "ft:gpt-4o:acme::1, false",
    "gpt-5.2-chat-latest, false",
    "o3, true",
    "gpt-5.4, true",
    "grok-4.3, true"
  })
  void modelsWithoutReasoningAreNotAskedForIt(String model, boolean asked) {
    assertThat(sent(ModelRequest.builder(model, HI)).has("include")).isEqualTo(asked);
  }

  @Test
  void extraJsonDecidesWhatIsStored() {
    JsonNode stored = sent(options("{'store':true}"));
    assertThat(stored.path("store").asBoolean()).isTrue();
    assertThat(stored.has("include")).isFalse();

    JsonNode more = sent(options("{'include':['file_search_call.results'],'truncation':'auto'}"));
    assertThat(more.path("store").asBoolean()).isFalse();
    assertThat(more.path("include")).isEqualTo(json("['file_search_call.results']"));
    assertThat(more.path("truncation").asString()).isEqualTo("auto");
  }

  @Test
  void theFirstMessageOfTheSystemIsTheInstructions() {
    JsonNode sent =
        sent(
            ModelRequest.builder(
                "m", List.of(Message.system("one"), Message.user("hi"), Message.system("two"))));
    assertThat(sent.path("instructions").asString()).isEqualTo("one");
    assertThat(sent.path("input"))
        .isEqualTo(json("[{'role':'user','content':'hi'},{'role':'developer','content':'two'}]"));

    JsonNode given =
        sent(
            ModelRequest.builder("m", List.of(Message.system("one")))
                .options(ModelOptions.builder().extraJson("{\"instructions\":\"x\"}").build()));
    assertThat(given.path("instructions").asString()).isEqualTo("x");
    assertThat(given.path("input")).isEqualTo(json("[{'role':'developer','content':'one'}]"));
  }

  @Test
  void writesImagesAndFiles() {
    byte[] content = {1, 2, 3};
    UserMessage user =
        new UserMessage(
            List.of(
                new TextPart("look"),
                new MediaPart(Media.of("image/png", content)),
                new MediaPart(Media.at("IMAGE/jpeg", URI.create("https://x.org/a"))),
                new MediaPart(new Media.Stored("image/png", "file-1", "")),
                new MediaPart(Media.of("application/pdf", content)),
                new MediaPart(new Media.Inline("text/csv", "AQID", "a.csv")),
                new MediaPart(Media.at("application/pdf", URI.create("https://x.org/b"))),
                new MediaPart(new Media.Stored("application/pdf", "file-2", ""))));

    assertThat(input(List.of(user)).path(0).path("content"))
        .isEqualTo(
            json(
                "[{'type':'input_text','text':'look'},"
                    + "{'type':'input_image','detail':'auto','image_url':'data:image/png;base64,AQID'},"
                    + "{'type':'input_image','detail':'auto','image_url':'https://x.org/a'},"
                    + "{'type':'input_image','detail':'auto','file_id':'file-1'},"
                    + "{'type':'input_file','filename':'file.pdf',"
                    + "'file_data':'data:application/pdf;base64,AQID'},"
                    + "{'type':'input_file','filename':'a.csv','file_data':'data:text/csv;base64,AQID'},"
                    + "{'type':'input_file','file_url':'https://x.org/b'},"
                    + "{'type':'input_file','file_id':'file-2'}]"));
  }

  @Test
  void writesCallsAndTheirResults() {
    List<Message> messages =
        List.of(
            new AssistantMessage(
                List.of(
                    new TextPart("hm"),
                    new ToolCall("call_1", "c1", "t", "{\"n\":1}"),
                    new ToolCall("call_2", "", "no such tool", ""),
                    new ToolCall("call_3", "c1", "t", "{oops"))),
            new ToolMessage(
                List.of(
                    new ToolResult("call_1", "t", "one", false),
                    new ToolResult("call_2", "no such tool", "two", true),
                    new ToolResult(
                        "call_3",
                        "t",
                        "",
                        false,
                        List.of(new Media.Stored("image/png", "f", ""))))));

    assertThat(input(messages))
        .isEqualTo(
            json(
                "[{'role':'assistant','content':'hm'},"
                    + "{'type':'function_call','call_id':'c1','name':'t','arguments':'{\\'n\\':1}'},"
                    + "{'type':'function_call','call_id':'call_2','name':'no_such_tool','arguments':'{}'},"
                    + "{'type':'function_call','call_id':'call_3','name':'t',"
                    + "'arguments':'{\\'INVALID_JSON\\':\\'{oops\\'}'},"
                    + "{'type':'function_call_output','call_id':'c1','output':'one'},"
                    + "{'type':'function_call_output','call_id':'call_2','output':'two'},"
                    + "{'type':'function_call_output','call_id':'call_3','output':["
                    + "{'type':'input_image','detail':'auto','file_id':'f'}]}]"));
  }

  @Test
  void noCallGoesWithoutResultAndNoResultWithoutCall() {
    AssistantMessage call = new AssistantMessage(List.of(new ToolCall("1", "1", "t", "{}")));
    ToolMessage result = new ToolMessage(List.of(new ToolResult("1", "t", "x", false)));

    assertThatThrownBy(() -> input(List.of(call, Message.user("hi"), result)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("result");
    assertThatThrownBy(() -> input(List.of(call))).hasMessageContaining("result");
    assertThatThrownBy(() -> input(List.of(result))).hasMessageContaining("call");
  }

  @Test
  void reasoningStaysWithWhatComesAfterIt() {
    String first =
        "{ 'type':'reasoning', 'id':'rs_1', 'summary':[], 'encrypted_content':'A\\u0042/=' }";
    String second = "{'type':'reasoning','id':'rs_2','content':[{'text':'raw'}],'summary':[]}";
    AssistantMessage message =
        new AssistantMessage(
            List.of(
                new ReasoningPart("", own(first)),
                new ToolCall("1", "c", "t", "{}"),
                new ToolCall("2", "d", "t", "{}"),
                new ReasoningPart("raw", own(second))));
    ToolMessage results =
        new ToolMessage(
            List.of(new ToolResult("1", "t", "x", false), new ToolResult("2", "t", "y", false)));

    String body = body(conversation(message, results));

    assertThat(body)
        .contains(
            ResponsesServer.json(
                "{'type':'reasoning','summary':[],'encrypted_content':'A\\u0042/='},"
                    + "{'type':'function_call'"))
        .containsOnlyOnce("encrypted_content\":")
        .doesNotContain("rs_")
        .doesNotContain("raw");
  }

  @Test
  void reasoningThatSaysNothingWithoutItsIdStaysAway() {
    String bare =
        "{'type':'reasoning','id':'rs','encrypted_content':null,'summary':[{'text':'s'}]}";
    AssistantMessage message =
        new AssistantMessage(List.of(new ReasoningPart("s", own(bare)), new TextPart("ok")));

    assertThat(input(List.of(message))).isEqualTo(json("[{'role':'assistant','content':'ok'}]"));
    assertThat(sent(options("{'store':true}", message)).path("input"))
        .isEqualTo(json("[" + bare + ",{'role':'assistant','content':'ok'}]"));
  }

  @Test
  void itemsGoBackAsTheyWereButForTheirIds() {
    String message =
        "{'type':'message','id':'msg','role':'assistant','phase':'commentary','content':["
            + "{'type':'output_text','text':'x','annotations':[{'type':'url_citation','id':'u'}]}]}";
    String call =
        "{'type':'function_call','id':'fc','call_id':'c','name':'t','namespace':'n',"
            + "'caller':{'type':'program'},'arguments':'{}'}";
    AssistantMessage said =
        new AssistantMessage(
            List.of(
                new TextPart("x", own(message)),
                new RefusalPart("y", own(message)),
                new ToolCall("1", "c", "t", "{}", own(call))));
    ToolMessage results = new ToolMessage(List.of(new ToolResult("1", "t", "r", false)));

    String output = "{'type':'function_call_output','call_id':'c','output':'r'}";
    assertThat(input(conversation(said, results)))
        .isEqualTo(
            json(
                "["
                    + message.replace("'id':'msg',", "")
                    + ","
                    + call.replace("'id':'fc',", "")
                    + ","
                    + output
                    + "]"));
    assertThat(sent(options("{'store':true}", said, results)).path("input"))
        .isEqualTo(json("[" + message + "," + call + "," + output + "]"));
  }

  @Test
  void itemsThatAreAlikeGoBackEach() {
    String search = "{'type':'web_search_call','status':'completed'}";
    ProviderPart part = new ProviderPart("web_search_call", false, own(search).orElseThrow());

    assertThat(input(List.of(new AssistantMessage(List.of(part, part)))))
        .isEqualTo(json("[" + search + "," + search + "]"));
  }

  @Test
  void opaquePartsGoToTheirOriginAlone() {
    ProviderItem item = new ProviderItem("openai-responses elsewhere", "{\"type\":\"x\"}");
    AssistantMessage foreign =
        new AssistantMessage(
            List.of(
                new ReasoningPart("hm", Optional.of(item)),
                new ProviderPart("web_search_call", false, item),
                new McpToolsPart("s", List.of(), item),
                new McpApprovalRequest("1", "r", "s", "t", "{}", item),
                new TextPart("ok", Optional.of(item)),
                new RefusalPart("no", Optional.of(item)),
                new ToolCall("2", "c", "t", "{}", Optional.of(item))));

    assertThat(
            input(
                List.of(
                    foreign,
                    new ToolMessage(List.of(new ToolResult("2", "t", "r", false))),
                    new McpApprovalMessage(List.of(new McpApproval("r", true, ""))))))
        .isEqualTo(
            json(
                "[{'role':'assistant','content':'ok'},{'role':'assistant','content':'no'},"
                    + "{'type':'function_call','call_id':'c','name':'t','arguments':'{}'},"
                    + "{'type':'function_call_output','call_id':'c','output':'r'}]"));
  }

  @Test
  void theProvidersOwnToolsKeepTheirIds() {
    String search = "{'type':'web_search_call','id':'ws','status':'completed'}";
    String tools = "{'type':'mcp_list_tools','id':'l','server_label':'s','tools':[]}";
    String asks = "{'type':'mcp_approval_request','id':'r','name':'t','arguments':'{}'}";
    String unanswered = "{'type':'mcp_approval_request','id':'u','name':'t','arguments':'{}'}";
    String awaited = "{'type':'custom_tool_call','call_id':'x','input':''}";
    AssistantMessage message =
        new AssistantMessage(
            List.of(
                new ProviderPart("web_search_call", false, own(search).orElseThrow()),
                new McpToolsPart("s", List.of(), own(tools).orElseThrow()),
                new McpApprovalRequest("1", "r", "s", "t", "{}", own(asks).orElseThrow()),
                new McpApprovalRequest("2", "u", "s", "t", "{}", own(unanswered).orElseThrow()),
                new ProviderPart("custom_tool_call", true, own(awaited).orElseThrow())));
    McpApprovalMessage answer =
        new McpApprovalMessage(List.of(new McpApproval("r", false, "not now")));

    assertThat(input(conversation(message, answer)))
        .isEqualTo(
            json(
                "["
                    + String.join(",", search, tools, asks)
                    + ",{'type':'mcp_approval_response','approval_request_id':'r','approve':false,"
                    + "'reason':'not now'}]"));
  }

  @Test
  void toolsAreStrictWhereTheyCanBe() {
    ToolSpec strict =
        ToolSpec.builder(
                "s",
                "{\"type\":\"object\",\"properties\":{\"n\":{\"type\":\"integer\"}},"
                    + "\"required\":[\"n\"],\"additionalProperties\":false}")
            .description("Does it.")
            .strictProfiles(SchemaProfile.OPENAI_STRICT)
            .build();
    ModelRequest.Builder request = ModelRequest.builder("m", HI).tools(List.of(strict, TOOL));

    JsonNode tools = sent(request).path("tools");
    assertThat(tools.path(0).path("strict").asBoolean()).isTrue();
    assertThat(tools.path(0).path("parameters"))
        .isEqualTo(json(strict.inputSchema(SchemaProfile.OPENAI_STRICT)));
    assertThat(tools.path(0).path("description").asString()).isEqualTo("Does it.");
    assertThat(tools.path(1))
        .isEqualTo(
            json("{'type':'function','name':'t','parameters':{'type':'object'},'strict':false}"));
    assertThat(
            sent(request.options(ModelOptions.builder().strictTools(false).build()))
                .path("tools")
                .path(0)
                .path("strict")
                .asBoolean(true))
        .isFalse();
  }

  @Test
  void theProvidersToolsComeAfterOurs() {
    ModelRequest.Builder request = options("{'tools':[{'type':'web_search'}]}");
    assertThat(sent(request).path("tools")).isEqualTo(json("[{'type':'web_search'}]"));
    assertThat(sent(request.tools(List.of(TOOL))).path("tools").valueStream())
        .extracting(tool -> tool.path("type").asString())
        .containsExactly("function", "web_search");
  }

  @Test
  void saysHowToCallToolsIfThereAreSome() {
    ModelOptions options =
        ModelOptions.builder().toolChoice(ToolChoice.tool("t")).parallelToolCalls(false).build();
    ModelRequest.Builder request = ModelRequest.builder("m", HI).options(options);
    assertThat(sent(request).has("tool_choice")).isFalse();
    assertThat(sent(request).has("parallel_tool_calls")).isFalse();

    JsonNode sent = sent(request.tools(List.of(TOOL)));
    assertThat(sent.path("tool_choice")).isEqualTo(json("{'type':'function','name':'t'}"));
    assertThat(sent.path("parallel_tool_calls").asBoolean(true)).isFalse();
    assertThat(toolChoice(ToolChoice.auto())).isEqualTo("auto");
    assertThat(toolChoice(ToolChoice.none())).isEqualTo("none");
    assertThat(toolChoice(ToolChoice.required())).isEqualTo("required");
  }

  private String toolChoice(ToolChoice choice) {
    return sent(ModelRequest.builder("m", HI)
            .tools(List.of(TOOL))
            .options(ModelOptions.builder().toolChoice(choice).build()))
        .path("tool_choice")
        .asString();
  }

  @Test
  void asksForATypeOfAnswer() {
    String schema = "{\"type\":\"object\",\"properties\":{},\"additionalProperties\":false}";
    OutputType<String> strict =
        OutputType.of(
            "trip", "A trip.", schema, in -> "", (out, value) -> {}, SchemaProfile.OPENAI_STRICT);
    OutputType<String> loose = OutputType.of("trip", "", schema, in -> "", (out, value) -> {});

    assertThat(sent(options("{'text':{'verbosity':'low'}}").output(strict)).path("text"))
        .isEqualTo(
            json(
                "{'format':{'type':'json_schema','name':'trip','description':'A trip.','schema':"
                    + strict.schema(SchemaProfile.OPENAI_STRICT)
                    + ",'strict':true},'verbosity':'low'}"));
    assertThat(sent(ModelRequest.builder("m", HI).output(loose)).path("text"))
        .isEqualTo(
            json(
                "{'format':{'type':'json_schema','name':'trip','schema':"
                    + schema
                    + ",'strict':false}}"));
  }

  @Test
  void writesOptionsBesideExtraMembersOfTheSameObject() {
    ModelOptions options =
        ModelOptions.builder()
            .temperature(0)
            .topP(0.5)
            .maxOutputTokens(7)
            .reasoningEffort("low")
            .extraJson("{\"reasoning\":{\"summary\":\"auto\"}}")
            .build();

    JsonNode sent = sent(ModelRequest.builder("m", HI).options(options));

    assertThat(sent.path("temperature").asDouble(1)).isZero();
    assertThat(sent.path("top_p").asDouble()).isEqualTo(0.5);
    assertThat(sent.path("max_output_tokens").asInt()).isEqualTo(7);
    assertThat(sent.path("reasoning")).isEqualTo(json("{'effort':'low','summary':'auto'}"));
  }

  @Test
  void refusesWhatTheApiHasNot() {
    assertRefused(ModelOptions.builder().seed(1), "a seed");
    assertRefused(ModelOptions.builder().stop(List.of("END")), "stop texts");
    assertRefused(ModelOptions.builder().extraJson("{\"model\":\"x\"}"), "\"model\"");
    assertRefused(
        ModelOptions.builder().reasoningEffort("low").extraJson("{\"reasoning\":{\"effort\":1}}"),
        "\"effort\"");
    assertRefused(ModelOptions.builder().extraJson("{\"tools\":{}}"), "\"tools\"");
  }

  private void assertRefused(ModelOptions.Builder options, String words) {
    assertThatThrownBy(() -> sent(ModelRequest.builder("m", HI).options(options.build())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(words);
  }

  @Test
  void openAiItselfIsAskedInTheNewerProtocol() {
    assertThat(OpenAiClient.builder().apiKey("k").build()).isNotNull();
    try (LoopbackServer server = LoopbackServer.answering(500, "{}");
        OpenAiClient client = OpenAiClient.builder().baseUrl(server.url()).build()) {
      assertThatThrownBy(
              () -> client.newCall(ModelRequest.builder("m", HI).build()).execute(chunk -> {}))
          .isInstanceOf(RuntimeException.class);
      assertThat(server.requests().get(0).head()).startsWith("POST /v1/chat/completions ");
    }
  }

  private ModelRequest.Builder options(String extra, Message... messages) {
    List<Message> conversation = messages.length == 0 ? HI : List.of(messages);
    return ModelRequest.builder("m", conversation)
        .options(ModelOptions.builder().extraJson(ResponsesServer.json(extra)).build());
  }

  private static List<Message> conversation(Message... messages) {
    return List.of(messages);
  }

  private JsonNode input(List<Message> messages) {
    return sent(ModelRequest.builder("m", messages)).path("input");
  }

  private JsonNode sent(ModelRequest.Builder request) {
    return JsonMapper.shared().readTree(body(request));
  }

  private String body(List<Message> messages) {
    return body(ModelRequest.builder("m", messages));
  }

  /** An item of the server that is asked, whose port is known only then. */
  private static Optional<ProviderItem> own(String json) {
    return Optional.of(new ProviderItem("own", ResponsesServer.json(json)));
  }

  private String body(ModelRequest.Builder request) {
    try (LoopbackServer server = LoopbackServer.answering(200, OK);
        OpenAiClient client = ResponsesServer.client(server)) {
      origin = "openai-responses 127.0.0.1:" + server.port();
      client.newCall(owned(request.build())).execute(chunk -> {});
      assertThat(server.requests().get(0).head()).startsWith("POST /v1/responses ");
      return server.requests().get(0).body();
    }
  }

  private ModelRequest owned(ModelRequest request) {
    List<Message> messages = new ArrayList<>();
    for (Message message : request.messages()) {
      messages.add(
          message instanceof AssistantMessage assistant
              ? new AssistantMessage(assistant.parts().stream().map(this::owned).toList())
              : message);
    }
    return ModelRequest.builder(request.model(), messages)
        .tools(request.tools())
        .options(request.options())
        .output(request.output().orElse(null))
        .streaming(request.streaming())
        .build();
  }

  private AssistantPart owned(AssistantPart part) {
    if (part instanceof TextPart text) {
      return new TextPart(text.text(), text.item().map(this::owned));
    } else if (part instanceof RefusalPart refusal) {
      return new RefusalPart(refusal.text(), refusal.item().map(this::owned));
    } else if (part instanceof ReasoningPart thought) {
      return new ReasoningPart(thought.text(), thought.item().map(this::owned));
    } else if (part instanceof ToolCall call) {
      return new ToolCall(
          call.id(),
          call.providerId(),
          call.name(),
          call.arguments(),
          call.item().map(this::owned));
    } else if (part instanceof ProviderPart own) {
      return new ProviderPart(own.type(), own.awaitsClient(), owned(own.item()));
    } else if (part instanceof McpToolsPart tools) {
      return new McpToolsPart(tools.server(), tools.tools(), owned(tools.item()));
    } else if (part instanceof McpApprovalRequest asks) {
      return new McpApprovalRequest(
          asks.id(),
          asks.providerId(),
          asks.server(),
          asks.name(),
          asks.arguments(),
          owned(asks.item()));
    }
    return part;
  }

  private ProviderItem owned(ProviderItem item) {
    return item.origin().equals("own") ? new ProviderItem(origin, item.json()) : item;
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(ResponsesServer.json(text));
  }
}
