package dev.adze.loop;

import dev.adze.event.McpListTools;
import dev.adze.event.MessageOutputCreated;
import dev.adze.event.ReasoningItemCreated;
import dev.adze.event.StopReason;
import dev.adze.loop.LoopInput.ModelAnswered;
import dev.adze.loop.RunState.Phase;
import dev.adze.model.AssistantMessage;
import dev.adze.model.AssistantPart;
import dev.adze.model.FinishReason;
import dev.adze.model.McpApprovalRequest;
import dev.adze.model.McpToolsPart;
import dev.adze.model.ModelException;
import dev.adze.model.ModelResponse;
import dev.adze.model.ProviderPart;
import dev.adze.model.ReasoningPart;
import dev.adze.model.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a response of the model means for the run. */
final class Answers {
  /** A provider that pauses more often in one step is not getting anywhere. */
  private static final int MAX_PAUSES = 16;

  private Answers() {}

  static void answered(Move move, ModelAnswered answered) {
    if (move.phase != Phase.ASKING || move.attempt != answered.attempt()) {
      return;
    }
    move.addUsage(answered.response().usage());
    if (move.stop != null) {
      Stopping.modelLetGo(move);
      return;
    }
    if (move.modelOverTime) {
      move.ask(new Effect.CancelTimer(Timing.modelGrace(move)));
    }
    ModelResponse latest = CallIds.own(answered.response(), CallIds.prefix(move));
    read(move, move.response == null ? latest : joined(move.response, latest));
  }

  private static void read(Move move, ModelResponse response) {
    AssistantMessage message = response.message();
    boolean calls = !message.toolCalls().isEmpty() || HostedCalls.areIn(message);
    Optional<String> unserved = unserved(message);
    if (unserved.isPresent()) {
      Steps.fail(move, useless(unserved.get()));
      return;
    }
    switch (response.finishReason()) {
      case LENGTH -> cutOff(move, response, StopReason.TRUNCATED);
      case CONTENT_FILTER -> cutOff(move, response, StopReason.CONTENT_FILTERED);
      case REFUSAL -> cutOff(move, response, StopReason.REFUSED);
      default -> {
        if (calls) {
          call(move, response);
        } else if (response.finishReason() == FinishReason.PAUSED) {
          goOn(move, response);
        } else if (!message.refusal().isBlank()) {
          cutOff(move, response, StopReason.REFUSED);
        } else if (!message.text().isBlank()) {
          answer(move, response);
        } else {
          empty(move);
        }
      }
    }
  }

  private static void answer(Move move, ModelResponse response) {
    tell(move, response);
    Outputs.judge(move, response);
  }

  private static void call(Move move, ModelResponse response) {
    tell(move, response);
    move.response = response;
    Calls.open(move, response.message());
  }

  /** Ends the run with what there is. Calls that may be incomplete are neither told nor run. */
  private static void cutOff(Move move, ModelResponse response, StopReason reason) {
    tell(move, response);
    AssistantMessage kept = withoutCalls(response.message());
    if (!kept.text().isBlank() || !kept.refusal().isBlank()) {
      move.addMessage(kept);
    }
    Steps.complete(move, response, List.of());
    Steps.stop(move, reason);
  }

  /** A paused response goes on in the same step, with what there is of it at the end. */
  private static void goOn(Move move, ModelResponse response) {
    move.pauses++;
    if (move.pauses > MAX_PAUSES) {
      Steps.fail(move, useless("The provider paused " + MAX_PAUSES + " times in one step."));
      return;
    }
    move.response = response;
    Steps.askAgain(move);
  }

  private static void empty(Move move) {
    if (move.wasEmpty) {
      Steps.fail(move, useless("The model was asked twice and gave neither text nor a tool call."));
      return;
    }
    move.wasEmpty = true;
    Steps.askAgain(move);
  }

  /** Why a response with this message leads nowhere: it wants something that nobody here can do. */
  private static Optional<String> unserved(AssistantMessage message) {
    for (AssistantPart part : message.parts()) {
      if (part instanceof ProviderPart provided && provided.awaitsClient()) {
        return Optional.of(
            "The provider waits for the result of an item of the kind \""
                + provided.type()
                + "\", which this run cannot give.");
      }
    }
    return Optional.empty();
  }

  private static ModelException useless(String message) {
    return ModelException.builder(ModelException.Kind.PROTOCOL, message).build();
  }

  private static void tell(Move move, ModelResponse response) {
    AssistantMessage message = response.message();
    for (AssistantPart part : message.parts()) {
      if (part instanceof McpToolsPart listed) {
        move.tell(new McpListTools(move.header(), listed.server(), listed.tools()));
      }
    }
    if (message.parts().stream().anyMatch(ReasoningPart.class::isInstance)) {
      move.tell(new ReasoningItemCreated(move.header(), message.reasoning()));
    }
    if (!message.text().isEmpty() || !message.refusal().isEmpty()) {
      move.tell(new MessageOutputCreated(move.header(), response.id(), message));
    }
  }

  private static AssistantMessage withoutCalls(AssistantMessage message) {
    return new AssistantMessage(
        message.parts().stream()
            .filter(part -> !(part instanceof ToolCall || part instanceof McpApprovalRequest))
            .toList());
  }

  /** A paused response and its continuation as the one response that they are. */
  private static ModelResponse joined(ModelResponse paused, ModelResponse rest) {
    List<AssistantPart> parts = new ArrayList<>(paused.message().parts());
    parts.addAll(rest.message().parts());
    return ModelResponse.builder(new AssistantMessage(parts), rest.finishReason())
        .id(rest.id())
        .model(rest.model())
        .usage(paused.usage().plus(rest.usage()))
        .build();
  }
}
