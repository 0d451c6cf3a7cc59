package dev.adze.agent;

import dev.adze.event.ExecutionComplete;
import dev.adze.event.RunEvent;
import dev.adze.event.ToolCallActivity;
import dev.adze.event.ToolCallComplete;
import dev.adze.event.ToolCallStart;
import dev.adze.event.ToolCalled;
import dev.adze.event.ToolOutputAdded;
import dev.adze.event.ToolPermissionDecision;
import dev.adze.event.ToolPermissionRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A listener that keeps what it is told, and can say it in short. */
final class Told implements RunListener {
  private final List<RunEvent> events = Collections.synchronizedList(new ArrayList<>());

  @Override
  public void onEvent(RunEvent event) {
    events.add(event);
  }

  List<RunEvent> events() {
    return List.copyOf(events);
  }

  <E extends RunEvent> List<E> only(Class<E> type) {
    return events().stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** The names of the events, with the call or the end that they are about; chunks as one. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    for (RunEvent event : events()) {
      String name = describe(event);
      boolean repeated = !names.isEmpty() && names.get(names.size() - 1).equals(name);
      if (!repeated || !name.equals("raw_response_event")) {
        names.add(name);
      }
    }
    return names;
  }

  static String describe(RunEvent event) {
    String name = event.name().replace("agent.", "");
    if (event instanceof ToolCalled called) {
      return name + " " + called.call().id();
    } else if (event instanceof ToolPermissionRequest request) {
      return name + " " + request.callId();
    } else if (event instanceof ToolPermissionDecision decision) {
      return name + " " + decision.callId();
    } else if (event instanceof ToolCallStart start) {
      return name + " " + start.call().id();
    } else if (event instanceof ToolCallActivity activity) {
      return name + " " + activity.call().id();
    } else if (event instanceof ToolCallComplete complete) {
      return name + " " + complete.result().call().id() + " " + complete.result().status();
    } else if (event instanceof ToolOutputAdded added) {
      return name + " " + added.result().call().id();
    } else if (event instanceof ExecutionComplete complete) {
      return name + " " + complete.result().stopReason();
    }
    return name;
  }
}
