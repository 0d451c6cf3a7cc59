package dev.adze.testing;

import dev.adze.event.ExecutionComplete;
import dev.adze.event.RawResponse;
import dev.adze.event.RunEvent;
import dev.adze.event.ToolCallActivity;
import dev.adze.event.ToolCallComplete;
import dev.adze.event.ToolCallStart;
import dev.adze.event.ToolCalled;
import dev.adze.event.ToolOutputAdded;
import dev.adze.event.ToolPermissionDecision;
import dev.adze.event.ToolPermissionRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says in short what a run has told. */
final class Outline {
  private Outline() {}

  static List<String> of(List<RunEvent> events) {
    List<String> lines = new ArrayList<>();
    boolean afterChunk = false;
    for (RunEvent event : events) {
      boolean chunk = event instanceof RawResponse;
      if (!chunk || !afterChunk) {
        String callId = callId(event);
        lines.add(name(event) + (callId == null ? "" : " " + callId) + ending(event));
      }
      afterChunk = chunk;
    }
    return lines;
  }

  static List<String> ofCall(List<RunEvent> events, String callId) {
    return events.stream()
        .filter(event -> callId.equals(callId(event)))
        .map(event -> name(event) + ending(event))
        .toList();
  }

  private static String name(RunEvent event) {
    return event.name().replace("agent.", "");
  }

  private static String ending(RunEvent event) {
    if (event instanceof ToolCallComplete complete) {
      return " " + complete.result().status();
    }
    return event instanceof ExecutionComplete complete ? " " + complete.result().stopReason() : "";
  }

  /** The call that an event is about; null if it is about none. */
  static @Nullable String callId(RunEvent event) {
    if (event instanceof ToolCalled called) {
      return called.call().id();
    } else if (event instanceof ToolPermissionRequest request) {
      return request.callId();
    } else if (event instanceof ToolPermissionDecision decision) {
      return decision.callId();
    } else if (event instanceof ToolCallStart start) {
      return start.call().id();
    } else if (event instanceof ToolCallActivity activity) {
      return activity.call().id();
    } else if (event instanceof ToolCallComplete complete) {
      return complete.result().call().id();
    } else if (event instanceof ToolOutputAdded added) {
      return added.result().call().id();
    }
    return null;
  }
}
