package dev.adze.model.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.adze.model.AssistantPart;
import dev.adze.model.FinishReason;
import dev.adze.model.McpApprovalRequest;
import dev.adze.model.McpToolsPart;
import dev.adze.model.ModelChunk;
import dev.adze.model.ModelDelta;
import dev.adze.model.ModelException;
import dev.adze.model.ModelException.Kind;
import dev.adze.model.ModelResponse;
import dev.adze.model.ProviderItem;
import dev.adze.model.ProviderPart;
import dev.adze.model.ReasoningPart;
import dev.adze.model.RefusalPart;
import dev.adze.model.TextPart;
import dev.adze.model.ToolCall;
import dev.adze.model.Usage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the client makes of the answers of the Responses API, streamed and whole. */
class ResponsesStreamTest {
  private static final String DONE = completed("");

  private final ResponsesServer server = new ResponsesServer();

  @Test
  void readsAnAnswerWithItsUsage() {
    String usage =
        "{'input_tokens':9,'input_tokens_details':{'cached_tokens':3},'output_tokens':4,"
            + "'output_tokens_details':{'reasoning_tokens':2},'total_tokens':13,'x':[1]}";
    ModelResponse response =
        server.stream(
            "{'type':'response.created','response':{'id':'r1','model':'m-2','status':'in_progress',"
                + "'output':[]}}",
            added(0, "{'type':'message','id':'a','content':[]}"),
            text(0, "Hé"),
            text(0, "llo 😀"),
            done(0, message("Hé" + "llo 😀")),
            "{'type':'response.completed','response':{'id':'r1','model':'m-2','usage':"
                + usage
                + ",'status':'completed'}}");

    assertThat(response.message().parts()).containsExactly(new TextPart("Héllo 😀"));
    assertThat(response.finishReason()).isEqualTo(FinishReason.STOP);
    assertThat(response.id()).isEqualTo("r1");
    assertThat(response.model()).isEqualTo("m-2");
    assertThat(response.usage())
        .isEqualTo(
            Usage.builder()
                .inputTokens(9)
                .outputTokens(4)
                .cachedInputTokens(3)
                .reasoningTokens(2)
                .build());
    assertThat(response.usage().providerJson()).contains(ResponsesServer.json(usage));
    assertThat(server.chunks())
        .extracting(ModelChunk::text)
        .containsExactly("", "", "Hé", "llo 😀", "", "");
    assertThat(server.chunks()).extracting(ModelChunk::messageId).containsOnly("r1");
  }

  @Test
  void membersComeInAnyOrder() {
    ModelResponse response =
        server.stream(
            "{'item':{'content':[],'id':'a','type':'message'},'output_index':0,"
                + "'type':'response.output_item.added'}",
            "{'delta':'ok','logprobs':[],'obfuscation':'xyz','output_index':0,"
                + "'type':'response.output_text.delta'}",
            "{'response':{'output':["
                + message("ok")
                + "],'status':'completed'},'type':'response.completed'}");

    assertThat(response.message().text()).isEqualTo("ok");
    assertThat(texts()).containsExactly("", "ok", "");
  }

  @Test
  void tellsEachParagraphOfASummaryApart() {
    String item =
        "{'type':'reasoning','id':'rs','encrypted_content':'Zm9v','summary':["
            + "{'type':'summary_text','text':'One'},{'type':'summary_text','text':'Two'}]}";
    ModelResponse response =
        server.stream(
            added(0, "{'type':'reasoning','id':'rs','summary':[]}"),
            summary(0, "O"),
            summary(0, "ne"),
            summary(1, "Two"),
            done(0, item),
            DONE);

    assertThat(response.message().parts())
        .containsExactly(new ReasoningPart("One\n\nTwo", Optional.of(item(item))));
    assertThat(deltas())
        .containsExactly(
            new ModelDelta.Reasoning("O"),
            new ModelDelta.Reasoning("ne"),
            new ModelDelta.Reasoning("\n\nTwo"));
  }

  @Test
  void aModelsOwnReasoningComesBeforeItsSummary() {
    ModelResponse response =
        server.stream(
            added(0, "{'type':'reasoning'}"),
            "{'type':'response.reasoning_text.delta','output_index':0,'content_index':0,"
                + "'delta':'raw'}",
            done(
                0,
                "{'type':'reasoning','content':[{'type':'reasoning_text','text':'raw'}],"
                    + "'summary':[{'type':'summary_text','text':'short'}]}"),
            DONE);

    assertThat(response.message().reasoning()).isEqualTo("raw");
    assertThat(deltas()).containsExactly(new ModelDelta.Reasoning("raw"));
  }

  @Test
  void readsCallsInPiecesAndWhole() {
    String namespaced =
        "{'type':'function_call','id':'f2','call_id':'c2','name':'b','namespace':'n',"
            + "'arguments':'{}','status':'completed'}";
    ModelResponse response =
        server.stream(
            added(0, "{'type':'function_call','call_id':'c1','name':'a','arguments':''}"),
            arguments(0, "{\\'n\\'"),
            arguments(0, ":1}"),
            done(
                0,
                "{'type':'function_call','id':'f1','call_id':'c1','name':'a','status':'completed',"
                    + "'arguments':'{\\'n\\':1}'}"),
            added(1, "{'type':'function_call','call_id':'c2','name':'b','arguments':''}"),
            "{'type':'response.function_call_arguments.done','output_index':1,'arguments':'{}'}",
            done(1, namespaced),
            DONE);

    assertThat(response.message().parts())
        .containsExactly(
            new ToolCall("call_1", "c1", "a", "{\"n\":1}"),
            new ToolCall("call_2", "c2", "b", "{}", Optional.of(item(namespaced))));
    assertThat(response.finishReason()).isEqualTo(FinishReason.TOOL_CALLS);
    assertThat(deltas())
        .containsExactly(
            new ModelDelta.ToolCallArguments("call_1", "a", ""),
            new ModelDelta.ToolCallArguments("call_1", "a", "{\"n\""),
            new ModelDelta.ToolCallArguments("call_1", "a", ":1}"),
            new ModelDelta.ToolCallArguments("call_2", "b", ""),
            new ModelDelta.ToolCallArguments("call_2", "b", "{}"));
  }

  @Test
  void aRefusalEndsTheResponse() {
    ModelResponse response =
        server.stream(
            added(0, "{'type':'message'}"),
            "{'type':'response.refusal.delta','output_index':0,'delta':'No.'}",
            done(0, "{'type':'message','content':[{'type':'refusal','refusal':'No.'}]}"),
            DONE);

    assertThat(response.message().parts()).containsExactly(new RefusalPart("No."));
    assertThat(response.finishReason()).isEqualTo(FinishReason.REFUSAL);
    assertThat(deltas()).containsExactly(new ModelDelta.Refusal("No."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'content':[{'type':'output_text','text':'x','annotations':[{'type':'url_citation'}]}]",
        "'content':[{'type':'output_text','text':'x'}],'phase':'commentary'",
        "'content':[{'type':'output_text','text':'x','logprobs':[{'token':'x'}]}]",
        "'content':[{'type':'output_text','text':''},{'type':'output_text','text':'x'}]"
      })
  void aMessageThatIsMoreThanItsTextIsKept(String members) {
    String message = "{'type':'message','id':'a'," + members + "}";
    ModelResponse response = server.stream(done(0, message), DONE);

    assertThat(response.message().parts())
        .containsExactly(new TextPart("x", Optional.of(item(message))));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          {'type':'web_search_call'} | false | web_search_call
          {'type':'image_generation_call','status':'generating'} | false | image_generation_call
          {'type':'mcp_call','output':'x'} | false | mcp_call
          {'type':'tool_search_call','execution':'server'} | false | tool_search_call
          {'type':'tool_search_call','execution':'client'} | true | tool_search_call
          {'type':'computer_call'} | true | ``
          {'type':'local_shell_call'} | true | ``
          {'type':'apply_patch_call'} | true | ``
          {'type':'custom_tool_call','input':'x'} | true | custom_tool_call
          {'type':'shell_call'} | true | shell_call
          {'type':'quantum_call'} | true | quantum_call
          {'type':'compaction'} | false | ``
          {'type':'program'} | false | program
          """)
  void anItemOfAnotherKindIsKept(String json, boolean awaitsClient, String tool) {
    ModelResponse response = server.stream(added(0, json), done(0, json), DONE);

    ProviderPart part = (ProviderPart) response.message().parts().get(0);
    assertThat(part.item()).isEqualTo(item(json));
    assertThat(part.awaitsClient()).isEqualTo(awaitsClient);
    assertThat(response.finishReason())
        .isEqualTo(awaitsClient ? FinishReason.TOOL_CALLS : FinishReason.STOP);
    assertThat(deltas())
        .isEqualTo(tool.isEmpty() ? List.of() : List.of(new ModelDelta.ProviderTool(tool)));
  }

  @Test
  void aCallThatTheModelWentOnBehindWaitsForNobody() {
    ModelResponse response =
        server.stream(
            done(0, "{'type':'custom_tool_call','name':'x_search'}"), done(1, message("ok")), DONE);

    assertThat(((ProviderPart) response.message().parts().get(0)).awaitsClient()).isFalse();
    assertThat(response.finishReason()).isEqualTo(FinishReason.STOP);
  }

  @Test
  void readsWhatConcernsMcpServers() {
    String tools =
        "{'type':'mcp_list_tools','server_label':'s','tools':[{'name':'a','input_schema':{'name':1}"
            + "},{'name':'b'}]}";
    String asks =
        "{'type':'mcp_approval_request','id':'r','server_label':'s','name':'a','arguments':'{}'}";
    ModelResponse response = server.stream(done(0, tools), done(1, asks), DONE);

    assertThat(response.message().parts())
        .containsExactly(
            new McpToolsPart("s", List.of("a", "b"), item(tools)),
            new McpApprovalRequest("call_1", "r", "s", "a", "{}", item(asks)));
    assertThat(response.finishReason()).isEqualTo(FinishReason.TOOL_CALLS);
    assertThat(deltas()).isEmpty();
  }

  @Test
  void theLastEventGivesWhatDidNotComeWhole() {
    ModelResponse response =
        server.stream(
            added(0, "{'type':'mcp_list_tools','server_label':'s'}"),
            done(1, message("ok")),
            completed("{'type':'mcp_list_tools','server_label':'s','tools':[]}," + message("no")));

    assertThat(response.message().parts()).hasSize(2);
    assertThat(response.message().text()).isEqualTo("ok");
  }

  @Test
  void theLastEventMayLeaveItemsOut() {
    String thought = "{'type':'reasoning','encrypted_content':'x','summary':[]}";
    ModelResponse response =
        server.stream(done(0, thought), done(1, message("ok")), completed(message("ok")));

    assertThat(response.message().parts())
        .containsExactly(new ReasoningPart("", Optional.of(item(thought))), new TextPart("ok"));
  }

  @Test
  void theLastEventMayLeaveItemsOutAndBeTheFirstToGiveOthersWhole() {
    String thought = "{'type':'reasoning','encrypted_content':'x','summary':[]}";
    ModelResponse response =
        server.stream(
            done(0, thought),
            added(1, "{'type':'message'}"),
            text(1, "one"),
            added(2, "{'type':'message'}"),
            text(2, "two"),
            completed(message("one") + "," + message("two")));

    assertThat(response.message().parts())
        .containsExactly(
            new ReasoningPart("", Optional.of(item(thought))),
            new TextPart("one"),
            new TextPart("two"));
  }

  @Test
  void tellsItemsApartThatHaveOneIndex() {
    ModelResponse response =
        server.stream(
            added(0, "{'type':'message'}"),
            text(0, "ok"),
            done(0, message("ok")),
            added(0, call("c1", "")),
            added(0, call("c2", "")),
            arguments(0, "{}"),
            done(0, call("c1", "[]")),
            done(0, call("c2", "{}")),
            completed(message("ok") + "," + call("c1", "[]") + "," + call("c2", "{}")));

    assertThat(response.message().parts())
        .containsExactly(
            new TextPart("ok"),
            new ToolCall("call_1", "c1", "a", "[]"),
            new ToolCall("call_2", "c2", "a", "{}"));
  }

  @Test
  void tellsItemsApartThatHaveNoIndex() {
    ModelResponse response =
        server.stream(
            "{'type':'response.output_item.done','item':" + call("c1", "{}") + "}",
            "{'type':'response.output_item.added','item':" + call("c2", "") + "}",
            "{'type':'response.output_item.added','item':" + call("c3", "") + "}",
            "{'type':'response.output_item.done','item':" + call("c2", "{}") + "}",
            "{'type':'response.output_item.done','item':" + call("c3", "{}") + "}",
            DONE);

    assertThat(response.message().toolCalls())
        .extracting(ToolCall::id, ToolCall::providerId)
        .containsExactly(tuple("call_1", "c1"), tuple("call_2", "c2"), tuple("call_3", "c3"));
  }

  @Test
  void repeatsNoItemOfAServerThatCountsFromOne() {
    ModelResponse response =
        server.stream(
            done(1, message("ok").replace("'completed'", "'in_progress'")),
            done(2, call("c1", "{}")),
            completed(message("ok") + "," + call("c1", "{}")));

    assertThat(response.message().parts())
        .containsExactly(new TextPart("ok"), new ToolCall("call_1", "c1", "a", "{}"));
    assertThat(deltas()).hasSize(2);
  }

  @Test
  void repeatsNoItemOfAServerThatGivesItAnotherIdWithEachEvent() {
    String message = message("ok");
    ModelResponse response =
        server.stream(
            added(0, message.replace("'a'", "'b'")),
            done(0, message.replace("'a'", "'c'")),
            added(1, call("c1", "")),
            done(1, call("c2", "{}")),
            added(2, call("c3", "")),
            completed(message + "," + call("c4", "{}") + "," + call("c5", "{}")));

    assertThat(response.message().parts())
        .containsExactly(
            new TextPart("ok"),
            new ToolCall("call_1", "c2", "a", "{}"),
            new ToolCall("call_2", "c5", "a", "{}"));
    assertThat(deltas()).hasSize(5);
  }

  @Test
  void keepsWhatOnlyTheLastEventGivesBesideWhatItRepeats() {
    ModelResponse response =
        server.stream(
            done(1, call("c2", "{}")), completed(call("c1", "{}") + "," + call("c2", "{}")));

    assertThat(response.message().toolCalls())
        .extracting(ToolCall::providerId)
        .containsExactly("c1", "c2");
  }

  @Test
  void aResponseEndsAsItsEventSaysThatForgetsToSayItInside() {
    String incomplete =
        "{'type':'response.incomplete','response':{'incomplete_details':{'reason':'max_output_tokens'"
            + "}}}";
    assertThat(server.stream(done(0, call("c1", "{}")), incomplete).finishReason())
        .isEqualTo(FinishReason.LENGTH);
    assertFails(
        Kind.SERVER,
        "broke off",
        done(0, message("ok")),
        "{'type':'response.failed','response':{}}");
  }

  @Test
  void aCallThatOnlyBeganIsNoAnswer() {
    assertFails(Kind.PROTOCOL, "before it was whole", added(0, call("c1", "")), completed(""));
  }

  @Test
  void aWholeResponseIsOneChunk() {
    String search = "{'type':'web_search_call','id':'ws'}";
    ModelResponse response =
        server.whole(
            " {'id':'r','object':'response','status':'completed','error':null,'output':["
                + search
                + ", "
                + message("ok")
                + ",{'type':'function_call','call_id':'c','name':'a','arguments':'{}'}]}");

    List<AssistantPart> parts = response.message().parts();
    assertThat(parts)
        .containsExactly(
            new ProviderPart("web_search_call", false, item(search)),
            new TextPart("ok"),
            new ToolCall("call_1", "c", "a", "{}"));
    assertThat(server.chunks()).hasSize(1);
    assertThat(deltas())
        .containsExactly(
            new ModelDelta.ProviderTool("web_search_call"),
            new ModelDelta.Text("ok"),
            new ModelDelta.ToolCallArguments("call_1", "a", "{}"));
  }

  @ParameterizedTest
  @CsvSource({
    "max_output_tokens, LENGTH",
    "content_filter, CONTENT_FILTER",
    "something_new, UNKNOWN"
  })
  void anIncompleteResponseSaysWhy(String reason, FinishReason expected) {
    ModelResponse response =
        server.stream(
            text(0, "par"),
            "{'type':'response.incomplete','response':{'status':'incomplete','incomplete_details':"
                + "{'reason':'"
                + reason
                + "'},'output':["
                + message("par")
                + "]}}");

    assertThat(response.finishReason()).isEqualTo(expected);
    assertThat(response.message().text()).isEqualTo("par");
  }

  @Test
  void nothingIsReadBehindTheLastEvent() {
    assertThat(server.stream(completed(message("ok")), "no JSON").message().text()).isEqualTo("ok");
  }

  @Test
  void skipsEventsAndMembersThatItDoesNotKnow() {
    ModelResponse response =
        server.stream(
            "{'type':'keepalive'}",
            "{'type':'response.quantum.delta','delta':{'x':[1]},'output_index':7}",
            "{'type':'response.output_text.annotation.added','annotation':{'type':'x'}}",
            completed(message("ok")));

    assertThat(response.message().parts()).containsExactly(new TextPart("ok"));
  }

  @ParameterizedTest
  @CsvSource({
    "server_error, SERVER",
    "rate_limit_exceeded, RATE_LIMIT",
    "insufficient_quota, QUOTA",
    "context_length_exceeded, CONTEXT_LENGTH",
    "invalid_prompt, INVALID_REQUEST",
    "invalid_image_url, INVALID_REQUEST",
    "failed_to_download_image, SERVER",
    "image_too_large, INVALID_REQUEST",
    "server_overloaded, OVERLOADED"
  })
  void anErrorHasTheKindOfItsCode(String code, Kind kind) {
    String error = "{'code':'" + code + "','message':'words'}";

    assertFails(kind, "words", "{'type':'error','code':'" + code + "','message':'words'}");
    assertFails(kind, "words", "{'type':'error','error':" + error + "}");
    assertFails(kind, "words", "{'error':" + error + "}");
    assertFails(
        kind,
        "words",
        text(0, "par"),
        "{'type':'response.failed','response':{'status':'failed','error':" + error + "}}");
    assertThatThrownBy(() -> server.whole("{'status':'failed','error':" + error + "}"))
        .isInstanceOfSatisfying(ModelException.class, e -> assertThat(e.kind()).isEqualTo(kind))
        .hasMessageContaining("words");
  }

  @Test
  void aResponseThatIsNotWholeIsNoAnswer() {
    String begins = added(0, "{'type':'message'}");
    assertFails(Kind.PROTOCOL, "before it was whole", begins, text(0, "par"));
    assertFails(Kind.PROTOCOL, "before it was whole", begins, summary(0, "par"), DONE);
    assertFails(Kind.PROTOCOL, "before it was whole", "[DONE]");
    assertFails(Kind.PROTOCOL, "cannot be understood", "{'type':'response.output_item.done'}");
    assertFails(Kind.PROTOCOL, "cannot be understood", "{'type':");
    assertFails(
        Kind.SERVER,
        "does not say",
        "{'type':'response.cancelled','response':{'status':'cancelled'}}");
    assertThatThrownBy(() -> server.whole("{'status':'queued','output':[]}"))
        .hasMessageContaining("with streaming");
    assertThatThrownBy(() -> server.whole("{}")).hasMessageContaining("no output");
    assertThatThrownBy(() -> server.whole("[]")).hasMessageContaining("JSON object");
  }

  @Test
  void readsAServerThatAnswersInTheOlderProtocol() {
    ModelResponse response =
        server.stream(
            "{'id':'r','choices':[{'index':0,'delta':{'content':'o'}}]}",
            "{'id':'r','choices':[{'index':0,'delta':{'content':'k'},'finish_reason':'stop'}]}",
            "[DONE]");

    assertThat(response.message().text()).isEqualTo("ok");
    assertThat(texts()).containsExactly("o", "k");
  }

  private void assertFails(Kind kind, String words, String... events) {
    assertThatThrownBy(() -> server.stream(events))
        .isInstanceOfSatisfying(ModelException.class, e -> assertThat(e.kind()).isEqualTo(kind))
        .hasMessageContaining(words);
  }

  private List<String> texts() {
    return server.chunks().stream().map(ModelChunk::text).toList();
  }

  private List<ModelDelta> deltas() {
    return server.chunks().stream().flatMap(chunk -> chunk.deltas().stream()).toList();
  }

  private ProviderItem item(String json) {
    return new ProviderItem(server.origin(), ResponsesServer.json(json));
  }

  private static String added(int index, String item) {
    return event("output_item.added", index, "'item':" + item);
  }

  private static String done(int index, String item) {
    return event("output_item.done", index, "'item':" + item);
  }

  private static String text(int index, String delta) {
    return event("output_text.delta", index, "'delta':'" + delta + "'");
  }

  private static String arguments(int index, String delta) {
    return event("function_call_arguments.delta", index, "'delta':'" + delta + "'");
  }

  private static String summary(int part, String delta) {
    return event(
        "reasoning_summary_text.delta", 0, "'summary_index':" + part + ",'delta':'" + delta + "'");
  }

  private static String event(String type, int index, String members) {
    return "{'type':'response." + type + "','output_index':" + index + "," + members + "}";
  }

  private static String completed(String output) {
    return "{'type':'response.completed','response':{'status':'completed','output':["
        + output
        + "]}}";
  }

  private static String call(String id, String arguments) {
    return "{'type':'function_call','call_id':'"
        + id
        + "','name':'a','arguments':'"
        + arguments
        + "'}";
  }

  private static String message(String text) {
    return "{'type':'message','id':'a','status':'completed','role':'assistant','content':[{"
        + "'type':'output_text','annotations':[],'logprobs':[],'text':'"
        + text
        + "'}]}";
  }
}
