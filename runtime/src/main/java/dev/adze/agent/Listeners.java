package dev.adze.agent;

import dev.adze.event.ExecutionComplete;
import dev.adze.event.ExecutionStart;
import dev.adze.event.FinalOutput;
import dev.adze.event.HandoffOccurred;
import dev.adze.event.HandoffRequested;
import dev.adze.event.McpApprovalRequested;
import dev.adze.event.McpListTools;
import dev.adze.event.MessageOutputCreated;
import dev.adze.event.RawResponse;
import dev.adze.event.ReasoningItemCreated;
import dev.adze.event.ResponseDiscarded;
import dev.adze.event.RunEvent;
import dev.adze.event.StepComplete;
import dev.adze.event.StepStart;
import dev.adze.event.ToolCallActivity;
import dev.adze.event.ToolCallComplete;
import dev.adze.event.ToolCallStart;
import dev.adze.event.ToolCalled;
import dev.adze.event.ToolOutputAdded;
import dev.adze.event.ToolPermissionDecision;
import dev.adze.event.ToolPermissionRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The listeners of one run, logs first. Whatever one of them throws is logged, the first time, so
 * that it reaches neither the run nor another listener; only a log has the run end.
 */
final class Listeners {
  private final List<RunListener> all;
  private final Consumer<Throwable> logFailed;
  private final Set<RunListener> failed =
      Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));

  /**
   * @param logFailed is given what a log has thrown
   */
  Listeners(List<RunListener> listeners, Consumer<Throwable> logFailed) {
    this.logFailed = logFailed;
    List<RunListener> ordered = new ArrayList<>(listeners);
    ordered.sort(Comparator.comparing(listener -> !(listener instanceof RunLog)));
    this.all = List.copyOf(ordered);
  }

  /** In the order in which they hear each event. */
  List<RunListener> all() {
    return all;
  }

  void start(RunListener listener, Run run) {
    try {
      listener.onStart(run);
    } catch (Throwable thrown) {
      failed(listener, "the start of run " + run.id(), thrown);
    }
  }

  void tell(RunListener listener, RunEvent event) {
    try {
      listener.onEvent(event);
    } catch (Throwable thrown) {
      failed(listener, event, thrown);
    }
    try {
      tellTyped(listener, event);
    } catch (Throwable thrown) {
      failed(listener, event, thrown);
    }
  }

  void leftBehind(RunListener listener, Run run) {
    Reports.warning(
        "A listener, "
            + listener.getClass().getName()
            + ", does not return from a callback. Run "
            + run.id()
            + " is over or cancelled, so it ends without waiting. Let callbacks return.");
  }

  private void failed(RunListener listener, RunEvent event, Throwable thrown) {
    failed(listener, event.name() + " of run " + event.runId(), thrown);
  }

  private void failed(RunListener listener, String at, Throwable thrown) {
    if (listener instanceof RunLog) {
      logFailed.accept(thrown);
    }
    if (failed.add(listener)) {
      Reports.failure(
          "A listener, "
              + listener.getClass().getName()
              + ", failed at "
              + at
              + ". Its later failures in this run are not reported.",
          thrown);
    }
  }

  private static void tellTyped(RunListener listener, RunEvent event) {
    // Chunks come first because nearly all events are chunks.
    if (event instanceof RawResponse raw) {
      listener.onRawResponse(raw);
    } else if (event instanceof ToolCallActivity activity) {
      listener.onToolCallActivity(activity);
    } else if (event instanceof ToolCalled called) {
      listener.onToolCalled(called);
    } else if (event instanceof ToolPermissionRequest request) {
      listener.onToolPermissionRequest(request);
    } else if (event instanceof ToolPermissionDecision decision) {
      listener.onToolPermissionDecision(decision);
    } else if (event instanceof ToolCallStart start) {
      listener.onToolCallStart(start);
    } else if (event instanceof ToolCallComplete complete) {
      listener.onToolCallComplete(complete);
    } else if (event instanceof ToolOutputAdded added) {
      listener.onToolOutputAdded(added);
    } else if (event instanceof HandoffRequested requested) {
      listener.onHandoffRequested(requested);
    } else if (event instanceof HandoffOccurred occurred) {
      listener.onHandoffOccurred(occurred);
    } else if (event instanceof ReasoningItemCreated reasoning) {
      listener.onReasoningItemCreated(reasoning);
    } else if (event instanceof MessageOutputCreated message) {
      listener.onMessageOutputCreated(message);
    } else if (event instanceof ResponseDiscarded discarded) {
      listener.onResponseDiscarded(discarded);
    } else if (event instanceof McpApprovalRequested asked) {
      listener.onMcpApprovalRequested(asked);
    } else if (event instanceof McpListTools listed) {
      listener.onMcpListTools(listed);
    } else if (event instanceof StepStart start) {
      listener.onStepStart(start);
    } else if (event instanceof StepComplete complete) {
      listener.onStepComplete(complete);
    } else if (event instanceof FinalOutput output) {
      listener.onFinalOutput(output);
    } else if (event instanceof ExecutionStart start) {
      listener.onExecutionStart(start);
    } else if (event instanceof ExecutionComplete complete) {
      listener.onExecutionComplete(complete);
    }
  }
}
