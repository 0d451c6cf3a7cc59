package dev.adze.model.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.adze.internal.http.LoopbackServer;
import dev.adze.model.AssistantMessage;
import dev.adze.model.Message;
import dev.adze.model.ModelOptions;
import dev.adze.model.ModelRequest;
import dev.adze.model.ToolCall;
import dev.adze.model.ToolMessage;
import dev.adze.model.ToolResult;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Requests of the Responses API that build on what the provider keeps. */
class ResponsesStoredTest {
  private static final String OK = "{\"status\":\"completed\",\"output\":[]}";
  private static final ToolMessage RESULT =
      new ToolMessage(List.of(new ToolResult("c_7", "t", "x", false)));

  @ParameterizedTest
  @ValueSource(strings = {"'previous_response_id':'resp_1'", "'conversation':{'id':'conv_1'}"})
  void aResultMayAnswerACallThatOnlyTheProviderKnows(String member) {
    AssistantMessage call = new AssistantMessage(List.of(new ToolCall("1", "c_8", "t", "{}")));
    ToolMessage known = new ToolMessage(List.of(new ToolResult("1", "t", "y", false)));

    JsonNode sent = sent("m", List.of(RESULT, call, known), "{" + member + "}");

    assertThat(sent.path("input").toString())
        .isEqualTo(
            ResponsesServer.json(
                "[{'type':'function_call_output','call_id':'c_7','output':'x'},"
                    + "{'type':'function_call','call_id':'c_8','name':'t','arguments':'{}'},"
                    + "{'type':'function_call_output','call_id':'c_8','output':'y'}]"));
  }

  @Test
  void aResultAnswersACallOfTheConversationIfThereIsNoOther() {
    assertThatThrownBy(() -> sent("m", List.of(RESULT), "{}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("there is no call \"c_7\"");
  }

  @Test
  void aPromptMaySayItAll() {
    JsonNode sent = sent("", List.of(), "{'prompt':{'id':'pmpt_1'}}");

    assertThat(sent.has("model")).isFalse();
    assertThat(sent.has("input")).isFalse();
    assertThat(sent.path("prompt").path("id").asString()).isEqualTo("pmpt_1");
  }

  @Test
  void instructionsMayGoWithAPrompt() {
    JsonNode sent = sent("m", List.of(Message.system("Be brief.")), "{'prompt':{'id':'pmpt_1'}}");

    assertThat(sent.path("instructions").asString()).isEqualTo("Be brief.");
    assertThat(sent.has("input")).isFalse();
  }

  private static JsonNode sent(String model, List<Message> messages, String extra) {
    ModelOptions options = ModelOptions.builder().extraJson(ResponsesServer.json(extra)).build();
    ResponsesServer server = new ResponsesServer();
    server.ask(
        LoopbackServer.answering(200, OK),
        ModelRequest.builder(model, messages).options(options).streaming(false).build());
    return server.sent();
  }
}
