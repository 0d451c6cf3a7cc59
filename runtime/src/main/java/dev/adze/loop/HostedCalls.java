package dev.adze.loop;

import dev.adze.event.ToolCallStatus;
import dev.adze.model.AssistantMessage;
import dev.adze.model.McpApproval;
import dev.adze.model.McpApprovalRequest;
import dev.adze.model.ModelResponse;
import dev.adze.model.ToolCall;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Calls that the provider makes itself, at an MCP server that it reaches. They are checked and
 * decided like the calls of the agent's own tools, and then not run here: the provider is told.
 */
final class HostedCalls {
  private HostedCalls() {}

  static boolean areIn(AssistantMessage message) {
    return in(message).findAny().isPresent();
  }

  private static Stream<McpApprovalRequest> in(AssistantMessage message) {
    return message.parts().stream()
        .filter(McpApprovalRequest.class::isInstance)
        .map(McpApprovalRequest.class::cast);
  }

  /** The call that is asked for. */
  static ToolCall call(McpApprovalRequest asked) {
    return new ToolCall(
        asked.id(), asked.providerId(), asked.name(), asked.arguments(), Optional.of(asked.item()));
  }

  /** What asks for a call, if the provider makes it. */
  static Optional<McpApprovalRequest> find(@Nullable ModelResponse response, String callId) {
    return Optional.ofNullable(response).stream()
        .flatMap(there -> in(there.message()))
        .filter(asked -> asked.id().equals(callId))
        .findFirst();
  }

  /** Whether the provider makes a call of the current step. */
  static boolean isHosted(Move move, CallState call) {
    return find(move.response, call.call().id()).isPresent();
  }

  /** What the provider is told of a call that was decided, or can no longer be. */
  static McpApproval approval(CallState call) {
    var result = Objects.requireNonNull(call.result());
    boolean approved = result.status() == ToolCallStatus.SUCCESS;
    String reason = approved ? "" : result.output().observation();
    return new McpApproval(call.call().providerId(), approved, reason);
  }
}
