package dev.adze.model.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.adze.internal.http.LoopbackServer;
import dev.adze.model.AssistantMessage;
import dev.adze.model.MediaPart;
import dev.adze.model.Message;
import dev.adze.model.ModelChunk;
import dev.adze.model.ModelDelta;
import dev.adze.model.ModelOptions;
import dev.adze.model.ModelRequest;
import dev.adze.model.ModelResponse;
import dev.adze.model.ProviderItem;
import dev.adze.model.ReasoningPart;
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
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What differs from server to server, and what a conversation may hold. */
class OpenAiDialectTest {
  private static final String OPEN =
      "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"integer\",\"minimum\":1}},"
          + "\"required\":[\"a\"],\"additionalProperties\":false}";
  private static final String STOP = "{\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}";

  private final List<ModelChunk> chunks = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(strings = {"reasoning_content", "reasoning"})
  void givesAServerItsReasoningBack(String member) {
    String told = "'" + member + "':'Hm'";

    assertThat(roundTrip(true, "{" + told + "}")).contains(json(told));
    assertThat(roundTrip(false, "{" + told + "}")).doesNotContain("Hm");
  }

  @Test
  void givesDetailsOfReasoningBackAsOneForEachIndex() {
    String sent =
        roundTrip(
            false,
            "{'reasoning':'I','reasoning_details':[{'type':'reasoning.text','text':'I','index':0,"
                + "'signature':null}]}",
            "{'reasoning':' see','reasoning_details':[{'type':'reasoning.text','text':' see',"
                + "'index':0}]}",
            "{'content':'Yes'}",
            "{'reasoning_details':[{'type':'reasoning.text','index':0,'signature':'s1g'}]}",
            "{'reasoning_details':[{'type':'reasoning.encrypted','data':'xyz','index':1}]}");

    assertThat(sent)
        .contains(
            json(
                "'content':'Yes','reasoning_details':[{'type':'reasoning.text','text':'I see',"
                    + "'index':0,'signature':'s1g'},"
                    + "{'type':'reasoning.encrypted','data':'xyz','index':1}]"))
        .doesNotContain(json("'reasoning':"));
  }

  @Test
  void givesPartsOfThinkingBackInTheContent() {
    String sent =
        roundTrip(
            false,
            "{'content':[{'type':'thinking','thinking':[{'type':'text','text':'I'}]}]}",
            "{'content':[{'type':'thinking','thinking':[{'type':'text','text':' see'}]}]}",
            "{'content':'Yes'}");

    assertThat(sent)
        .contains(
            json(
                "'content':[{'type':'thinking','thinking':[{'type':'text','text':'I see'}]},"
                    + "{'type':'text','text':'Yes'}]"));
  }

  @Test
  void givesNobodyWhatAnotherServerThought() {
    ReasoningPart foreign =
        new ReasoningPart(
            "Hm",
            Optional.of(
                new ProviderItem("openai-chat other.example", "{\"reasoning_details\":[1]}")));
    AssistantMessage message = new AssistantMessage(List.of(foreign, new TextPart("Yes")));

    assertThat(sent(OpenAiClient.builder().reasoningBack(true), message))
        .doesNotContain("Hm", "reasoning");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 8, 100})
  void tellsThinkTagsFromTheAnswerHoweverTheyAreCut(int length) {
    String text = "\n<think>\nA <b> is </ no tag</think>\n\nIt <think> is.";
    List<String> deltas = new ArrayList<>();
    for (int i = 0; i < text.length(); i += length) {
      String piece = text.substring(i, Math.min(text.length(), i + length));
      deltas.add(delta("{'content':'" + piece.replace("\n", "\\n") + "'}"));
    }
    ModelResponse response = ask(OpenAiClient.builder().thinkTags(true), deltas);

    assertThat(response.message().reasoning()).isEqualTo("A <b> is </ no tag");
    assertThat(response.message().text()).isEqualTo("It <think> is.");
    assertThat(told(ModelDelta.Text.class)).isEqualTo("It <think> is.");
    assertThat(told(ModelDelta.Reasoning.class)).isEqualTo("A <b> is </ no tag");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<thi", "<b>", "  <think", "x<think>y</think>"})
  void leavesTextAloneThatOnlyBeginsLikeATag(String text) {
    ModelResponse response =
        ask(OpenAiClient.builder().thinkTags(true), List.of(delta("{'content':'" + text + "'}")));

    assertThat(response.message().text()).isEqualTo(text);
    assertThat(told(ModelDelta.Text.class)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"<thi,'',<thi", "<think>a</thi,a</thi,''", "<think>a</think>b,a,b"})
  void losesNothingHeldBackWhereAServerEndsWithoutAReason(
      String text, String reasoning, String answer) {
    try (LoopbackServer server =
            LoopbackServer.streaming(delta("{'content':'" + text + "'}"), "[DONE]");
        OpenAiClient client =
            OpenAiClient.builder().thinkTags(true).baseUrl(server.url()).build()) {
      AssistantMessage message =
          client
              .newCall(ModelRequest.builder("m", List.of(Message.user("hi"))).build())
              .execute(chunks::add)
              .message();

      assertThat(message.reasoning()).isEqualTo(reasoning);
      assertThat(message.text()).isEqualTo(answer);
    }
  }

  @Test
  void leavesThinkTagsInTheTextUnlessToldOtherwise() {
    ModelResponse response =
        ask(OpenAiClient.builder(), List.of(delta("{'content':'<think>a</think>b'}")));

    assertThat(response.message().text()).isEqualTo("<think>a</think>b");
  }

  @Test
  void showsImagesAndFiles() {
    UserMessage message =
        new UserMessage(
            List.of(
                new TextPart("See"),
                new MediaPart(Media.of("image/png", new byte[] {1})),
                new MediaPart(Media.at("image/jpeg", URI.create("https://a/b.jpg"))),
                new MediaPart(new Media.Inline("application/pdf", "AQ==", "")),
                new MediaPart(new Media.Stored("application/pdf", "file-1", "")),
                new MediaPart(new Media.Inline("audio/mpeg", "AQ==", ""))));

    assertThat(sent(OpenAiClient.builder(), message))
        .contains(
            json(
                "[{'type':'text','text':'See'},"
                    + "{'type':'image_url','image_url':{'url':'data:image/png;base64,AQ=='}},"
                    + "{'type':'image_url','image_url':{'url':'https://a/b.jpg'}},"
                    + "{'type':'file','file':{'filename':'file.pdf',"
                    + "'file_data':'data:application/pdf;base64,AQ=='}},"
                    + "{'type':'file','file':{'file_id':'file-1'}},"
                    + "{'type':'input_audio','input_audio':{'data':'AQ==','format':'mp3'}}]"));
  }

  @Test
  void showsFilesAsDocumentsWhereTheServerKnowsNoOthers() throws IOException {
    UserMessage message =
        new UserMessage(
            List.of(
                new MediaPart(Media.at("image/jpeg", URI.create("https://a/b.jpg"))),
                new MediaPart(new Media.Inline("application/pdf", "AQ==", "")),
                new MediaPart(new Media.Remote("application/pdf", "https://a/b.pdf", "b.pdf")),
                new MediaPart(new Media.Stored("application/pdf", "file-1", ""))));
    ModelRequest request = ModelRequest.builder("m", List.of(message)).build();

    try (Buffer sent = OpenAiRequestWriter.write(request, OpenAiDialect.of("api.mistral.ai"))) {
      assertThat(sent.readUtf8())
          .contains(
              json(
                  "[{'type':'image_url','image_url':{'url':'https://a/b.jpg'}},"
                      + "{'type':'document_url',"
                      + "'document_url':'data:application/pdf;base64,AQ==',"
                      + "'document_name':'file.pdf'},"
                      + "{'type':'document_url','document_url':'https://a/b.pdf',"
                      + "'document_name':'b.pdf'},"
                      + "{'type':'file','file_id':'file-1'}]"));
    }
  }

  @Test
  void showsImagesOfResultsAfterAllResults() {
    AssistantMessage calls = new AssistantMessage(List.of(call("a", "look"), call("b", "listen")));
    ToolMessage results =
        new ToolMessage(
            List.of(
                new ToolResult(
                    "a", "look", "seen", false, List.of(Media.of("image/png", new byte[] {1}))),
                new ToolResult("b", "listen", "heard", false)));

    assertThat(sent(OpenAiClient.builder(), calls, results))
        .contains(
            json(
                "{'role':'tool','tool_call_id':'pa','content':'seen'},"
                    + "{'role':'tool','tool_call_id':'pb','content':'heard'},"
                    + "{'role':'user','content':[{'type':'text',"
                    + "'text':'Attached to the result of look:'},"
                    + "{'type':'image_url','image_url':{'url':'data:image/png;base64,AQ=='}}]}"));
  }

  @Test
  void refusesACallWithoutResultAndTwoResultsOfOneCall() {
    AssistantMessage calls = new AssistantMessage(List.of(call("a", "look")));
    ToolResult result = new ToolResult("a", "look", "seen", false);

    assertThatThrownBy(() -> sent(OpenAiClient.builder(), calls))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be followed by its result, but there is none of \"a\" of look");
    assertThatThrownBy(() -> sent(OpenAiClient.builder(), calls, Message.user("Go on")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> sent(OpenAiClient.builder(), calls, new ToolMessage(List.of(result, result))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("there are two");
  }

  @Test
  void holdsTheModelToSchemasWhereItCan() {
    ToolSpec strict =
        ToolSpec.builder("t", OPEN).strictProfiles(SchemaProfile.OPENAI_STRICT).build();
    ToolSpec loose = ToolSpec.builder("u", "{\"type\":\"object\"}").build();
    ModelOptions options =
        ModelOptions.builder()
            .strictTools(true)
            .toolChoice(ToolChoice.tool("t"))
            .reasoningEffort("low")
            .extraJson("{\"tools\":[{\"type\":\"web_search\"}],\"n\":1}")
            .build();
    String body =
        sent(
            OpenAiClient.builder(),
            ModelRequest.builder("m", List.of(Message.user("hi")))
                .tools(List.of(strict, loose))
                .options(options));

    assertThat(body)
        .contains(
            "\"name\":\"t\",\"parameters\":"
                + strict.inputSchema(SchemaProfile.OPENAI_STRICT)
                + ",\"strict\":true}}",
            json("{'name':'u','parameters':{'type':'object'}}},{'type':'web_search'}]"),
            json("'tool_choice':{'type':'function','function':{'name':'t'}}"),
            json("'reasoning_effort':'low'"))
        .endsWith(json("'n':1}"));
  }

  @Test
  void asksForAnAnswerInAType() {
    OutputType<Integer> type =
        OutputType.of(
            "Sum", "A sum.", OPEN, in -> 1, (out, value) -> {}, SchemaProfile.OPENAI_STRICT);
    String body =
        sent(
            OpenAiClient.builder(),
            ModelRequest.builder("m", List.of(Message.user("hi"))).output(type));

    assertThat(body)
        .contains(
            json("'response_format':{'type':'json_schema','json_schema':{'name':'Sum',")
                + json("'description':'A sum.','schema':")
                + type.schema(SchemaProfile.OPENAI_STRICT)
                + ",\"strict\":true}}");
  }

  @ParameterizedTest
  @CsvSource({"o3-mini,DEVELOPER", "gpt-5,DEVELOPER", "gpt-4o,SYSTEM", "omni,SYSTEM"})
  void callsInstructionsByTheNameThatAModelKnows(String model, String role) {
    OpenAiDialect dialect =
        new OpenAiDialect("o", "m", OpenAiDialect.Instructions.BY_MODEL, true, false, false, false);

    assertThat(dialect.instructionsRole(model)).isEqualToIgnoringCase(role);
    assertThat(sent(OpenAiClient.builder().developerRole(true), Message.system("Be brief.")))
        .contains("\"role\":\"developer\"");
    assertThat(sent(OpenAiClient.builder(), Message.system("Be brief.")))
        .contains("\"role\":\"system\"");
  }

  @Test
  void asksForNoUsageWhereAServerRefusesTheQuestion() {
    assertThat(sent(OpenAiClient.builder().usageInStreams(false), Message.user("hi")))
        .contains("\"stream\":true")
        .doesNotContain("stream_options");
  }

  private static ToolCall call(String id, String name) {
    return new ToolCall(id, "p" + id, name, "{}");
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }

  private static String delta(String delta) {
    return json("{'choices':[{'index':0,'delta':" + delta + "}]}");
  }

  private String told(Class<? extends ModelDelta> type) {
    StringBuilder told = new StringBuilder();
    chunks.stream()
        .flatMap(chunk -> chunk.deltas().stream())
        .filter(type::isInstance)
        .forEach(delta ->
            told.append(
                delta instanceof ModelDelta.Text text
                    ? text.text()
                    : ((ModelDelta.Reasoning) delta).text()));
    return told.toString();
  }

  /** What is sent after these deltas have come. */
  private String roundTrip(boolean back, String... deltas) {
    OpenAiClient.Builder client = OpenAiClient.builder().reasoningBack(back);
    List<String> events = Arrays.stream(deltas).map(OpenAiDialectTest::delta).toList();
    AssistantMessage answer = ask(client, withText(events)).message();
    return sent(client, Message.user("hi"), answer, Message.user("go on"));
  }

  private static List<String> withText(List<String> events) {
    List<String> all = new ArrayList<>(events);
    if (events.stream().noneMatch(event -> event.contains("\"content\":\"Yes"))) {
      all.add(delta("{'content':'Yes'}"));
    }
    return all;
  }

  private ModelResponse ask(OpenAiClient.Builder client, List<String> deltas) {
    List<String> events = new ArrayList<>(deltas);
    events.add(STOP);
    events.add("[DONE]");
    try (LoopbackServer server = LoopbackServer.streaming(events.toArray(String[]::new));
        OpenAiClient built = client.baseUrl(server.url()).build()) {
      return built
          .newCall(ModelRequest.builder("m", List.of(Message.user("hi"))).build())
          .execute(chunks::add);
    }
  }

  private String sent(OpenAiClient.Builder client, Message... messages) {
    return sent(client, ModelRequest.builder("m", List.of(messages)));
  }

  private String sent(OpenAiClient.Builder client, ModelRequest.Builder request) {
    try (LoopbackServer server = LoopbackServer.streaming(STOP, "[DONE]");
        OpenAiClient built = client.baseUrl(server.url()).build()) {
      built.newCall(request.build()).execute(chunk -> {});
      return server.requests().get(0).body();
    }
  }
}
