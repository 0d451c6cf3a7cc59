package dev.adze.loop;

import dev.adze.model.AssistantMessage;
import dev.adze.model.AssistantPart;
import dev.adze.model.McpApprovalRequest;
import dev.adze.model.Message;
import dev.adze.model.ModelResponse;
import dev.adze.model.ToolCall;
import java.util.ArrayList;
import java.util.List;

/**
 * Our ids of calls: counted, so that every replay gives the same, and unique in the conversation,
 * also one that goes on from an earlier run. "call_3_2" is the second call of step 3, and
 * "call_3_2_1" the first call of that step's second model call. "call_3_2-1_1" is the first call of
 * a run within the call "call_3_2".
 */
final class CallIds {
  private static final String START = "call_";
  private static final String WITHIN = "-";
  private static final int MAX_DIGITS = 9;

  private CallIds() {}

  static String prefix(Move move) {
    String start = move.setup.parent().map(parent -> parent.callId() + WITHIN).orElse(START);
    String ofStep = start + (move.callNumbersUsed + move.step) + "_";
    return move.attempt == 1 ? ofStep : ofStep + move.attempt + "_";
  }

  /** The highest step number in the ids of a conversation's calls; 0 if there is none. */
  static int highestNumber(List<Message> messages) {
    int highest = 0;
    for (Message message : messages) {
      if (message instanceof AssistantMessage assistant) {
        for (AssistantPart part : assistant.parts()) {
          highest = Math.max(highest, number(id(part)));
        }
      }
    }
    return highest;
  }

  /** Our id in a part that is a call; empty for others. */
  private static String id(AssistantPart part) {
    if (part instanceof ToolCall call) {
      return call.id();
    }
    return part instanceof McpApprovalRequest asked ? asked.id() : "";
  }

  private static AssistantPart with(AssistantPart part, String id) {
    if (part instanceof ToolCall call) {
      return new ToolCall(id, call.providerId(), call.name(), call.arguments(), call.item());
    }
    McpApprovalRequest asked = (McpApprovalRequest) part;
    return new McpApprovalRequest(
        id, asked.providerId(), asked.server(), asked.name(), asked.arguments(), asked.item());
  }

  private static int number(String id) {
    int end = id.startsWith(START) ? id.indexOf('_', START.length()) : -1;
    if (end <= START.length() || end > START.length() + MAX_DIGITS) {
      return 0;
    }
    int number = 0;
    for (int i = START.length(); i < end; i++) {
      char digit = id.charAt(i);
      if (digit < '0' || digit > '9') {
        return 0;
      }
      number = number * 10 + (digit - '0');
    }
    return number;
  }

  /**
   * The response with our ids in it, whatever the client has put there: everything that follows
   * relies on their being unique.
   */
  static ModelResponse own(ModelResponse response, String prefix) {
    List<AssistantPart> parts = new ArrayList<>();
    boolean changed = false;
    int calls = 0;
    for (AssistantPart part : response.message().parts()) {
      boolean isCall = part instanceof ToolCall || part instanceof McpApprovalRequest;
      if (isCall && !id(part).equals(prefix + ++calls)) {
        parts.add(with(part, prefix + calls));
        changed = true;
      } else {
        parts.add(part);
      }
    }
    return changed ? rebuilt(response, parts) : response;
  }

  private static ModelResponse rebuilt(ModelResponse response, List<AssistantPart> parts) {
    return ModelResponse.builder(new AssistantMessage(parts), response.finishReason())
        .id(response.id())
        .model(response.model())
        .usage(response.usage())
        .build();
  }
}
