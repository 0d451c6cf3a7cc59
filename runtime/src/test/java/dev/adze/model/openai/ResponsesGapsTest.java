package dev.adze.model.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.adze.model.FinishReason;
import dev.adze.model.ModelChunk;
import dev.adze.model.ModelException;
import dev.adze.model.ModelException.Kind;
import dev.adze.model.ModelResponse;
import dev.adze.model.RefusalPart;
import dev.adze.model.TextPart;
import dev.adze.model.ToolCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What servers with the Responses API leave out, though it has been said or is clear. */
class ResponsesGapsTest {
  private static final String CREATED =
      "{'type':'response.created','response':{'id':'r','model':'m','status':'in_progress'}}";
  private static final String NO_ITEMS =
      "{'type':'response.completed','response':{'id':'r','status':'completed','output':[]}}";

  private final ResponsesServer server = new ResponsesServer();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'keepalive'}",
        "{'type':'response.output_item.done','output_index':0,"
            + "'item':{'type':'message','id':'a','content':[]}}",
        "{'type':'response.output_item.done','output_index':0,"
            + "'item':{'type':'message','id':'a','content':null,'phase':'final_answer'}}"
      })
  void textThatWasStreamedIsTheAnswerThoughItsMessageIsEmpty(String end) {
    ModelResponse response =
        server.stream(
            CREATED,
            "{'type':'response.output_item.added','output_index':0,"
                + "'item':{'type':'message','id':'a','content':[]}}",
            text("o"),
            text("k"),
            end,
            NO_ITEMS);

    assertThat(response.message().parts()).containsExactly(new TextPart("ok"));
    assertThat(server.chunks())
        .extracting(ModelChunk::text)
        .containsExactly("", "", "o", "k", "", "");
  }

  @Test
  void aRefusalThatWasStreamedEndsTheResponse() {
    ModelResponse response =
        server.stream("{'type':'response.refusal.delta','output_index':0,'delta':'No.'}", NO_ITEMS);

    assertThat(response.message().parts()).containsExactly(new RefusalPart("No."));
    assertThat(response.finishReason()).isEqualTo(FinishReason.REFUSAL);
  }

  @Test
  void textBesideACallIsKeptWithIt() {
    ModelResponse response =
        server.stream(
            text("Wait."),
            "{'type':'response.output_item.done','output_index':1,'item':"
                + "{'type':'function_call','call_id':'c','name':'f','arguments':'{}'}}",
            NO_ITEMS);

    assertThat(response.message().parts())
        .containsExactly(new TextPart("Wait."), new ToolCall("call_1", "c", "f", "{}"));
  }

  @Test
  void theWholeMessageCountsMoreThanItsPieces() {
    ModelResponse response =
        server.stream(
            text("o"),
            "{'type':'response.output_item.done','output_index':0,'item':{'type':'message',"
                + "'content':[{'type':'output_text','text':'ok'}]}}",
            NO_ITEMS);

    assertThat(response.message().text()).isEqualTo("ok");
  }

  @Test
  void contentMayBeATextInPlaceOfParts() {
    ModelResponse response =
        server.whole(
            "{'id':'r','status':'completed','output':["
                + "{'type':'message','role':'assistant','content':'ok'}]}");

    assertThat(response.message().parts()).containsExactly(new TextPart("ok"));
  }

  @Test
  void partsOfAMessageAreOneTextWhateverTheyAreCalled() {
    ModelResponse response =
        server.whole(
            "{'id':'r','status':'completed','output':[{'type':'message','content':["
                + "{'type':'text','text':'o'},{'text':'k'}]}]}");

    assertThat(response.message().text()).isEqualTo("ok");
  }

  @Test
  void aResponseMayBeDone() {
    ModelResponse response =
        server.stream(
            CREATED,
            text("ok"),
            "{'type':'response.done','response':{'id':'r2','status':'incomplete',"
                + "'incomplete_details':{'reason':'max_output_tokens'},"
                + "'usage':{'input_tokens':3,'output_tokens':2}}}");

    assertThat(response.id()).isEqualTo("r2");
    assertThat(response.message().text()).isEqualTo("ok");
    assertThat(response.finishReason()).isEqualTo(FinishReason.LENGTH);
    assertThat(response.usage().inputTokens()).isEqualTo(3);
  }

  @Test
  void anEventThatSaysNothingOfTheResponseLeavesWhatIsKnown() {
    ModelResponse response =
        server.stream(
            CREATED,
            "{'type':'response.in_progress'}",
            text("ok"),
            "{'type':'response.completed'}");

    assertThat(response.id()).isEqualTo("r");
    assertThat(response.model()).isEqualTo("m");
    assertThat(response.message().text()).isEqualTo("ok");
  }

  @Test
  void anErrorMayStandBesideTheResponseThatFailed() {
    String error = "'error':{'code':'rate_limit_exceeded','message':'Slow down.'}";

    assertThatThrownBy(() -> server.stream(CREATED, "{'type':'response.failed'," + error + "}"))
        .isInstanceOfSatisfying(
            ModelException.class, e -> assertThat(e.kind()).isEqualTo(Kind.RATE_LIMIT))
        .hasMessageContaining("Slow down.");
  }

  private static String text(String more) {
    return "{'type':'response.output_text.delta','output_index':0,'delta':'" + more + "'}";
  }
}
