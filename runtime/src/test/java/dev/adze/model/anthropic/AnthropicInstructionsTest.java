package dev.adze.model.anthropic;

import static dev.adze.model.anthropic.AnthropicServer.body;
import static dev.adze.model.anthropic.AnthropicServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.model.AssistantMessage;
import dev.adze.model.AssistantPart;
import dev.adze.model.Message;
import dev.adze.model.ModelRequest;
import dev.adze.model.SystemMessage;
import dev.adze.model.ToolCall;
import dev.adze.model.ToolMessage;
import dev.adze.model.ToolResult;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Instructions in the middle of a conversation, which the wire takes behind a user's turn alone.
 */
class AnthropicInstructionsTest {
  private static final Message TOP = new SystemMessage("top");
  private static final Message LATER = new SystemMessage("later");
  private static final Message HI = Message.user("hi");
  private static final Message YES = Message.assistant("yes");
  private static final String HI_JSON = turn("user", "hi");
  private static final String LATER_JSON = turn("system", "later");

  @Test
  void standBeforeTheConversationIfNotAskedToStandInPlace() {
    assertThat(body(ModelRequest.builder("c", List.of(TOP, HI, LATER))))
        .contains(
            json(
                "'system':[{'type':'text','text':'top'},{'type':'text','text':'later'}],"
                    + "'messages':["
                    + HI_JSON
                    + "]"));
  }

  @Test
  void standBehindTheUsersTurn() {
    assertThat(inPlace(TOP, HI, LATER)).isEqualTo(written(HI_JSON, LATER_JSON));
    assertThat(inPlace(TOP, HI, LATER, YES, Message.user("next")))
        .isEqualTo(written(HI_JSON, LATER_JSON, turn("assistant", "yes"), turn("user", "next")));
    assertThat(inPlace(TOP, HI, LATER, Message.user("also")))
        .isEqualTo(written(turn("user", "hi", "also"), LATER_JSON));
    assertThat(inPlace(TOP, HI, YES, LATER, Message.user("next"), YES))
        .isEqualTo(
            written(
                HI_JSON,
                turn("assistant", "yes"),
                turn("user", "next"),
                LATER_JSON,
                turn("assistant", "yes")));
    assertThat(inPlace(TOP, HI, LATER, new SystemMessage(" "), new SystemMessage("more")))
        .isEqualTo(written(HI_JSON, turn("system", "later", "more")));
  }

  @Test
  void separateWhatTheModelSaidBeforeAndAfter() {
    assertThat(inPlace(TOP, HI, YES, LATER, YES))
        .isEqualTo(
            written(HI_JSON, turn("assistant", "yes"), LATER_JSON, turn("assistant", "yes")));
  }

  @Test
  void goBehindTheNextTurnOfTheUserWhereTheModelSaidNothing() {
    assertThat(inPlace(TOP, HI, LATER, new AssistantMessage(List.of()), Message.user("also")))
        .isEqualTo(written(turn("user", "hi", "also"), LATER_JSON));
    assertThat(inPlace(TOP, HI, LATER, Message.assistant(" ")))
        .isEqualTo(written(HI_JSON, LATER_JSON));
  }

  @Test
  void areNeverTheFirstThatIsSaid() {
    assertThat(inPlace(TOP, Message.user(" "), LATER, YES, HI))
        .isEqualTo(written(turn("assistant", "yes"), HI_JSON, LATER_JSON));
  }

  @Test
  void doNotComeBetweenACallAndItsResult() {
    List<AssistantPart> call = List.of(new ToolCall("a", "a", "t", "{}"));
    Message result = new ToolMessage(List.of(new ToolResult("a", "t", "r", false)));

    assertThat(inPlace(TOP, HI, new AssistantMessage(call), LATER, result))
        .endsWith(
            json(
                ",{'role':'user','content':[{'type':'tool_result','tool_use_id':'a',"
                    + "'content':'r'}]},"
                    + LATER_JSON
                    + "]"));
  }

  private static String turn(String role, String... texts) {
    StringBuilder blocks = new StringBuilder();
    for (String text : texts) {
      blocks.append(blocks.isEmpty() ? "" : ",");
      blocks.append("{'type':'text','text':'").append(text).append("'}");
    }
    return "{'role':'" + role + "','content':[" + blocks + "]}";
  }

  private static String written(String... turns) {
    return json(
        "'system':[{'type':'text','text':'top'}],'messages':[" + String.join(",", turns) + "]");
  }

  /** The instructions and the messages as they are sent. */
  private static String inPlace(Message... messages) {
    String body =
        body(
            ModelRequest.builder("c", List.of(messages)),
            AnthropicClient.Builder::instructionsInPlace);
    return body.substring(body.indexOf("\"system\""), body.indexOf(",\"stream\""));
  }
}
