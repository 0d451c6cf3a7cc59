package dev.adze.model.anthropic;

import static dev.adze.model.anthropic.AnthropicServer.PLAIN;
import static dev.adze.model.anthropic.AnthropicServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.adze.internal.http.LoopbackServer;
import dev.adze.model.AssistantMessage;
import dev.adze.model.AssistantPart;
import dev.adze.model.MediaPart;
import dev.adze.model.Message;
import dev.adze.model.ModelRequest;
import dev.adze.model.ProviderItem;
import dev.adze.model.ProviderPart;
import dev.adze.model.ReasoningPart;
import dev.adze.model.RefusalPart;
import dev.adze.model.TextPart;
import dev.adze.model.ToolCall;
import dev.adze.model.ToolMessage;
import dev.adze.model.ToolResult;
import dev.adze.model.UserMessage;
import dev.adze.tool.Media;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How a conversation is written, so that the provider takes it whatever has happened in it. */
class AnthropicConversationTest {
  private static final Media IMAGE = new Media.Inline("image/png", "AAA=", "");
  private static final Message HI = Message.user("hi");
  private static final String HI_JSON = "{'role':'user','content':[{'type':'text','text':'hi'}]},";

  @Test
  void putsTheResultsOfAStepFirstInOneMessage() {
    assertThat(
            messages(
                HI,
                assistant(new TextPart("Let me."), call("a"), call("b")),
                Message.user("Also this."),
                results("a"),
                results("b"),
                Message.user("And that.")))
        .isEqualTo(
            json(
                "["
                    + HI_JSON
                    + "{'role':'assistant','content':[{'type':'text','text':'Let me.'},"
                    + callJson("a")
                    + ","
                    + callJson("b")
                    + "]},{'role':'user','content':["
                    + resultJson("a")
                    + ","
                    + resultJson("b")
                    + ",{'type':'text','text':'Also this.'},{'type':'text','text':'And that.'}]}]"));
  }

  @Test
  void joinsMessagesOfTheSameSide() {
    assertThat(
            messages(
                HI,
                Message.assistant("a"),
                Message.user(" "),
                Message.assistant("b"),
                Message.user("c"),
                Message.user("d")))
        .isEqualTo(
            json(
                "["
                    + HI_JSON
                    + "{'role':'assistant','content':[{'type':'text','text':'a'},"
                    + "{'type':'text','text':'b'}]},{'role':'user','content':["
                    + "{'type':'text','text':'c'},{'type':'text','text':'d'}]}]"));
  }

  @Test
  void sendsNoEmptyTextAndBlankTextOnlyBesideOther() {
    assertThat(
            messages(
                new UserMessage(List.of(new TextPart(""), new TextPart("\n"), new TextPart("x"))),
                assistant(new TextPart(" \n"), call("a")),
                new ToolMessage(List.of(new ToolResult("a", "t", "", false)))))
        .isEqualTo(
            json(
                "[{'role':'user','content':[{'type':'text','text':'\\n'},"
                    + "{'type':'text','text':'x'}]},{'role':'assistant','content':["
                    + callJson("a")
                    + "]},{'role':'user','content':[{'type':'tool_result','tool_use_id':'toolu_a'}]}"
                    + "]"));
  }

  @Test
  void endsTheTurnThatIsToGoOnWithoutBlanks() {
    assertThat(messages(HI, assistant(new TextPart("So \n"), new TextPart(" "))))
        .endsWith(json("{'role':'assistant','content':[{'type':'text','text':'So'}]}]"));
  }

  @Test
  void writesFailuresAndAttachments() {
    ToolResult shown = new ToolResult("a", "t", "seen", false, List.of(IMAGE));
    ToolResult only = new ToolResult("b", "t", "", false, List.of(IMAGE));
    ToolResult failed = new ToolResult("c", "t", "No.", true, List.of(IMAGE));
    String image =
        "{'type':'image','source':{'type':'base64','media_type':'image/png','data':'AAA='}}";

    assertThat(
            messages(
                HI,
                assistant(call("a"), call("b"), call("c")),
                new ToolMessage(List.of(shown, only, failed))))
        .endsWith(
            json(
                "{'role':'user','content':[{'type':'tool_result','tool_use_id':'toolu_a','content':"
                    + "[{'type':'text','text':'seen'},"
                    + image
                    + "]},{'type':'tool_result','tool_use_id':'toolu_b','content':["
                    + image
                    + "]},{'type':'tool_result','tool_use_id':'toolu_c','content':'No.',"
                    + "'is_error':true},"
                    + image
                    + "]}]"));
  }

  @Test
  void writesMedia() {
    byte[] text = "é,1".getBytes(StandardCharsets.UTF_8);
    UserMessage message =
        new UserMessage(
            List.of(
                new MediaPart(new Media.Remote("image/*", "https://x/y.png", "")),
                new MediaPart(new Media.Stored("image/png", "file_1", "")),
                new MediaPart(new Media.Inline("application/pdf", "JVBE", "Report")),
                new MediaPart(new Media.Remote("application/pdf", "https://x/y.pdf", "")),
                new MediaPart(new Media.Stored("application/pdf", "file_2", "")),
                new MediaPart(Media.of("text/csv", text)),
                new MediaPart(new Media.Stored("text/csv", "file_3", "")),
                new MediaPart(new Media.Stored("application/zip", "file_4", "z.zip"))));

    assertThat(messages(message))
        .isEqualTo(
            json(
                "[{'role':'user','content':["
                    + "{'type':'image','source':{'type':'url','url':'https://x/y.png'}},"
                    + "{'type':'image','source':{'type':'file','file_id':'file_1'}},"
                    + "{'type':'document','source':{'type':'base64','media_type':'application/pdf',"
                    + "'data':'JVBE'},'title':'Report'},"
                    + "{'type':'document','source':{'type':'url','url':'https://x/y.pdf'}},"
                    + "{'type':'document','source':{'type':'file','file_id':'file_2'}},"
                    + "{'type':'document','source':{'type':'text','media_type':'text/plain',"
                    + "'data':'é,1'}},"
                    + "{'type':'document','source':{'type':'file','file_id':'file_3'}},"
                    + "{'type':'container_upload','file_id':'file_4'}]}]"));
  }

  @Test
  void writesArgumentsAsAnObject() {
    assertThat(input("{ \"a\" : 1.0 }")).isEqualTo("{ \"a\" : 1.0 }");
    assertThat(input("")).isEqualTo("{}");
    assertThat(input("null")).isEqualTo("{}");
    assertThat(input("{\"a\":")).isEqualTo("{\"INVALID_JSON\":\"{\\\"a\\\":\"}");
    assertThat(input("[1]")).isEqualTo("{\"INVALID_JSON\":\"[1]\"}");
  }

  private static String input(String arguments) {
    String sent =
        messages(HI, assistant(new ToolCall("a", "toolu_a", "t", arguments)), results("a"));
    return sent.replaceFirst(".*\"input\":(.*)\\}\\]\\},\\{\"role.*", "$1");
  }

  @Test
  void givesCallsIdsAndNamesThatTheWireTakes() {
    AssistantMessage message =
        assistant(
            new ToolCall("call 1", "", "no such.tool", "{}"),
            new ToolCall("call_2", "call|fc:1", "x".repeat(200), "{}"),
            new ToolCall("call_3", "same", "", "{}"),
            new ToolCall("call_4", "same", "t", "{}"));
    ToolMessage results =
        new ToolMessage(
            List.of("call_4", "call_3", "call_2", "call 1").stream()
                .map(id -> new ToolResult(id, "t", "of " + id, false))
                .toList());

    assertThat(messages(HI, message, results))
        .contains(json("'id':'call_1','name':'no_such_tool'"))
        .contains(json("'id':'call_2','name':'" + "x".repeat(128) + "'"))
        .contains(json("'id':'same','name':'unnamed'"))
        .contains(json("'id':'call_4','name':'t'"))
        .contains(json("'tool_use_id':'call_4','content':'of call_4'"))
        .contains(json("'tool_use_id':'same','content':'of call_3'"))
        .contains(json("'tool_use_id':'call_1','content':'of call 1'"));
  }

  @Test
  void refusesAResultWithoutItsCallAndACallWithoutItsResult() {
    assertRefused("there is no call \"a\" of t", HI, results("a"));
    assertRefused("there are two of \"a\"", HI, assistant(call("a")), results("a"), results("a"));
    assertRefused("there is none of \"a\" of t", HI, assistant(call("a")));
    assertRefused("there is none of \"a\" of t", HI, assistant(call("a")), HI);
    assertRefused(
        "there is none of \"b\" of t",
        HI,
        assistant(call("a"), call("b")),
        results("a"),
        Message.assistant("x"),
        results("b"));
  }

  private static void assertRefused(String found, Message... messages) {
    AnthropicClient client = AnthropicClient.builder().apiKey("k").build();
    ModelRequest request = ModelRequest.builder("m", List.of(messages)).build();

    assertThatThrownBy(() -> client.newCall(request))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(found);
  }

  @Test
  void givesThinkingBackAsItWasAndInItsPlace() {
    String thinking = json("{ 'type':'thinking', 'thinking':'Hm \\u00e9', 'signature':'s==' }");
    String redacted = json("{'type':'redacted_thinking','data':'x'}");

    assertThat(
            messages(
                HI,
                assistant(
                    reasoning("Hm é", thinking),
                    new TextPart("A"),
                    new ReasoningPart("never signed"),
                    reasoning("", redacted),
                    call("a")),
                results("a")))
        .contains(
            "\"content\":["
                + thinking
                + ","
                + json("{'type':'text','text':'A'},")
                + redacted
                + ","
                + json(callJson("a")))
        .doesNotContain("never signed");
  }

  @Test
  void neverEndsATurnWithThinking() {
    String thinking = json("{'type':'thinking','thinking':'t','signature':'s'}");

    assertThat(messages(HI, assistant(new TextPart("A"), reasoning("t", thinking)), HI))
        .doesNotContain("thinking");
    assertThat(messages(HI, assistant(reasoning("t", thinking)), Message.user("2")))
        .isEqualTo(
            json(
                "[{'role':'user','content':[{'type':'text','text':'hi'},"
                    + "{'type':'text','text':'2'}]}]"));
  }

  @Test
  void givesPartsOfTheProviderBackToItAlone() {
    String cited = json("{'type':'text','text':'A','citations':[{'x':1}]}");
    String caller = json("{'type':'tool_use','id':'toolu_a','name':'t','input':{},'caller':{}}");
    AssistantMessage message =
        assistant(
            new TextPart("A", own(cited)),
            new RefusalPart("Their words."),
            new RefusalPart("why", own("{}")),
            provider("mcp_tool_use", json("{'type':'mcp_tool_use','id':'m'}")),
            provider("compaction", json("{'type':'compaction','content':'c'}")),
            new ToolCall("a", "toolu_a", "t", "{}", own(caller)));

    assertThat(messages(HI, message, results("a")))
        .contains(cited + "," + json("{'type':'text','text':'Their words.'}"))
        .contains(json("{'type':'mcp_tool_use','id':'m'},{'type':'compaction','content':'c'},"))
        .contains(caller)
        .doesNotContain("why");
    assertThat(messages("another server", HI, message, results("a")))
        .contains(json("{'type':'text','text':'A'},{'type':'text','text':'Their words.'},"))
        .contains(json(callJson("a")))
        .doesNotContain("citations", "mcp", "compaction", "caller");
  }

  @Test
  void leavesOutCallsOfTheProviderThatWereCutOff() {
    ProviderPart use = provider("server_tool_use", json("{'type':'server_tool_use','id':'s'}"));
    ProviderPart result =
        provider("web_search_tool_result", json("{'type':'w','tool_use_id':'s'}"));
    Message next = Message.user("next");

    assertThat(messages(HI, assistant(use, result), next)).contains("server_tool_use", json("'w'"));
    assertThat(messages(HI, assistant(new TextPart("x"), use), next)).doesNotContain("server");
    assertThat(messages(HI, assistant(new TextPart("x"), result), next))
        .doesNotContain(json("'w'"));
    assertThat(messages(HI, assistant(new TextPart("x"), use))).contains("server_tool_use");
    assertThat(messages(HI, assistant(use, call("a")), results("a"), assistant(result), next))
        .contains("server_tool_use", "tool_use_id");
  }

  @Test
  void goesOnInTheContainerOfTheProvider() {
    AssistantMessage message =
        assistant(
            new TextPart("x"),
            provider("container", json("{'id':'old','expires_at':'2020-01-01T00:00:00Z'}")));
    AssistantMessage later =
        assistant(
            new TextPart("y"),
            provider("container", json("{'id':'new','expires_at':'9999-01-01T00:00:00+00:00'}")));

    assertThat(body("own", HI, message, HI)).doesNotContain("container");
    assertThat(body("own", HI, message, HI, later, HI)).contains(json("'container':'new'"));
    assertThat(body("another", HI, later, HI)).doesNotContain("container");
  }

  private static String messages(Message... messages) {
    return messages("own", messages);
  }

  private static String messages(String origin, Message... messages) {
    String body = body(origin, messages);
    int start = body.indexOf("\"messages\":") + "\"messages\":".length();
    return body.substring(start, body.indexOf(",\"stream\":false"));
  }

  /**
   * What is sent.
   *
   * @param origin "own" if the server is the one that the parts came from
   */
  private static String body(String origin, Message... messages) {
    try (LoopbackServer server = LoopbackServer.answering(200, PLAIN);
        AnthropicClient client = AnthropicClient.builder().baseUrl(server.url()).build()) {
      String own = origin.equals("own") ? "anthropic-messages 127.0.0.1:" + server.port() : origin;
      List<Message> from = List.of(messages).stream().map(message -> from(own, message)).toList();
      client.newCall(ModelRequest.builder("m", from).streaming(false).build()).execute(chunk -> {});
      return server.requests().get(0).body();
    }
  }

  private static Message from(String origin, Message message) {
    return message instanceof AssistantMessage assistant
        ? new AssistantMessage(assistant.parts().stream().map(part -> from(origin, part)).toList())
        : message;
  }

  private static AssistantPart from(String origin, AssistantPart part) {
    if (part instanceof TextPart text) {
      return new TextPart(text.text(), from(origin, text.item()));
    } else if (part instanceof ReasoningPart reasoning) {
      return new ReasoningPart(reasoning.text(), from(origin, reasoning.item()));
    } else if (part instanceof RefusalPart refusal) {
      return new RefusalPart(refusal.text(), from(origin, refusal.item()));
    } else if (part instanceof ToolCall call) {
      return new ToolCall(
          call.id(), call.providerId(), call.name(), call.arguments(), from(origin, call.item()));
    } else if (part instanceof ProviderPart one) {
      return new ProviderPart(
          one.type(), one.awaitsClient(), new ProviderItem(origin, one.item().json()));
    }
    return part;
  }

  private static Optional<ProviderItem> from(String origin, Optional<ProviderItem> item) {
    return item.map(one -> new ProviderItem(origin, one.json()));
  }

  private static Optional<ProviderItem> own(String json) {
    return Optional.of(new ProviderItem("own", json));
  }

  private static ProviderPart provider(String type, String json) {
    return new ProviderPart(type, false, new ProviderItem("own", json));
  }

  private static ReasoningPart reasoning(String text, String json) {
    return new ReasoningPart(text, own(json));
  }

  private static AssistantMessage assistant(AssistantPart... parts) {
    return new AssistantMessage(List.of(parts));
  }

  private static ToolCall call(String id) {
    return new ToolCall(id, "toolu_" + id, "t", "{}");
  }

  private static String callJson(String id) {
    return "{'type':'tool_use','id':'toolu_" + id + "','name':'t','input':{}}";
  }

  private static ToolMessage results(String id) {
    return new ToolMessage(List.of(new ToolResult(id, "t", "of " + id, false)));
  }

  private static String resultJson(String id) {
    return "{'type':'tool_result','tool_use_id':'toolu_" + id + "','content':'of " + id + "'}";
  }
}
