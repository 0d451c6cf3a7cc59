package dev.adze.agent;

import dev.adze.event.ExecutionComplete;
import dev.adze.event.ExecutionStart;
import dev.adze.event.FinalOutput;
import dev.adze.event.HandoffOccurred;
import dev.adze.event.HandoffRequested;
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
import java.util.List;

/**
 * The listeners of one run, called in their order. Whatever one of them throws is logged, so that
 * it reaches neither the run nor the next listener.
 */
final class Listeners {
  private final List<RunListener> listeners;

  Listeners(List<RunListener> listeners) {
    this.listeners = List.copyOf(listeners);
  }

  void started(Run run) {
    for (RunListener listener : listeners) {
      try {
        listener.onStart(run);
      } catch (Throwable thrown) {
        report(listener, "the start of run " + run.id(), thrown);
      }
    }
  }

  void tell(RunEvent event) {
    for (RunListener listener : listeners) {
      try {
        listener.onEvent(event);
      } catch (Throwable thrown) {
        report(listener, event.name(), thrown);
      }
      try {
        tellTyped(listener, event);
      } catch (Throwable thrown) {
        report(listener, event.name(), thrown);
      }
    }
  }

  private static void report(RunListener listener, String what, Throwable thrown) {
    Reports.failure("A listener, " + listener.getClass().getName() + ", failed at " + what, thrown);
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
