package dev.adze.testing;

import dev.adze.agent.RunListener;
import dev.adze.event.ExecutionComplete;
import dev.adze.event.RunEvent;
import dev.adze.event.RunResult;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the events of one run and asserts what they are: of all of its legs, attached to each of
 * them, or of some that follow each other.
 *
 * <pre>{@code
 * RecordedEvents events = new RecordedEvents();
 * runner.stream("A table for four", events).await();
 *
 * events.assertPromises();
 * events.assertCall("call_1_1", "tool_called", "tool_call_start", "tool_call_complete SUCCESS", "tool_output");
 * }</pre>
 *
 * <p>All assertions throw {@link AssertionError} with the outline of what was recorded. Safe for
 * use by many threads.
 */
public final class RecordedEvents implements RunListener {
  private final List<RunEvent> events = new ArrayList<>();

  /** Nothing yet: attach it to a run. */
  public RecordedEvents() {}

  /**
   * {@return the events of a run that were kept elsewhere, such as in a log}
   *
   * @param events oldest first
   */
  public static RecordedEvents of(List<? extends RunEvent> events) {
    RecordedEvents recorded = new RecordedEvents();
    events.forEach(recorded::onEvent);
    return recorded;
  }

  @Override
  public void onEvent(RunEvent event) {
    synchronized (events) {
      events.add(event);
    }
  }

  /** {@return all events so far, oldest first} */
  public List<RunEvent> events() {
    synchronized (events) {
      return List.copyOf(events);
    }
  }

  /**
   * {@return the events of one kind so far, oldest first}
   *
   * @param <E> the kind of event
   * @param type the class of the record
   */
  public <E extends RunEvent> List<E> only(Class<E> type) {
    return events().stream().filter(type::isInstance).map(type::cast).toList();
  }

  /**
   * {@return what came out of the run}
   *
   * @throws AssertionError if its last event was not recorded
   */
  public RunResult result() {
    List<ExecutionComplete> ends = only(ExecutionComplete.class);
    if (ends.isEmpty()) {
      throw failure("A run that is over has told agent.execution_complete, but this has not.");
    }
    return ends.get(ends.size() - 1).result();
  }

  /**
   * {@return the events in short: for each the name, without "agent." before it, and the call and
   * the status or the reason to stop that it tells} Chunks in a row are one line.
   */
  public List<String> outline() {
    return Outline.of(events());
  }

  /**
   * Asserts that the outline is exactly this.
   *
   * @param lines all of them, as outline() gives them
   */
  public void assertOutline(String... lines) {
    if (!outline().equals(List.of(lines))) {
      throw failure("The run should have told exactly\n" + String.join("\n", lines) + "\n");
    }
  }

  /**
   * Asserts that these lines are in the outline in this order, with any others between them.
   *
   * @param lines some of them, as outline() gives them
   */
  public void assertOrder(String... lines) {
    int next = 0;
    for (String line : outline()) {
      if (next < lines.length && line.equals(lines[next])) {
        next++;
      }
    }
    if (next < lines.length) {
      throw failure(
          "The run should have told, in this order,\n"
              + String.join("\n", lines)
              + "\nbut there is no \""
              + lines[next]
              + "\" in its place.");
    }
  }

  /**
   * Asserts how many events of one kind there are.
   *
   * @param type the class of the record
   * @param expected how many there should be
   */
  public void assertCount(Class<? extends RunEvent> type, int expected) {
    int found = only(type).size();
    if (found != expected) {
      throw failure(
          "The run should have told "
              + expected
              + " events of "
              + type.getSimpleName()
              + ", but told "
              + found
              + ".");
    }
  }

  /**
   * Asserts everything that is told of one call.
   *
   * @param callId our id of the call
   * @param lines of the outline, without the id
   */
  public void assertCall(String callId, String... lines) {
    List<String> told = Outline.ofCall(events(), callId);
    if (!told.equals(List.of(lines))) {
      throw failure(
          "The run should have told of "
              + callId
              + " exactly\n"
              + String.join("\n", lines)
              + "\nbut told\n"
              + String.join("\n", told)
              + "\n");
    }
  }

  /**
   * Asserts what holds of every run that is over, however it went: that events are numbered without
   * gaps, begin and end as they must in each leg and come in the order of a step; that every call
   * was started at most once and completed exactly once, with the approval it needed, and has its
   * output; and that the conversation has no call without a result.
   */
  public void assertPromises() {
    String broken = new Promises(events()).broken();
    if (!broken.isEmpty()) {
      throw failure(broken);
    }
  }

  private AssertionError failure(String what) {
    return new AssertionError(what + "\nIt told:\n" + String.join("\n", outline()));
  }
}
