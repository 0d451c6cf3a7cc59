package dev.adze.loop;

import dev.adze.approval.Grant;
import dev.adze.event.Limit;
import dev.adze.event.StopReason;
import dev.adze.internal.json.JsonIn;
import dev.adze.internal.json.JsonIn.UnreadableException;
import dev.adze.internal.json.JsonOut;
import dev.adze.internal.json.MessageJson;
import dev.adze.internal.json.ResponseJson;
import dev.adze.loop.Progress.Phase;
import dev.adze.loop.Progress.SessionPlace;
import java.util.Objects;

/**
 * A state as text. Within a format, later versions may add what earlier ones pass over; whatever an
 * earlier one would misread is a new format.
 */
final class StateJson {
  /** What the text looks like. */
  static final int FORMAT = 1;

  /** What the loop makes of a state; from 2 on, another agent than the first may be to go on. */
  static final int LOOP = 2;

  private StateJson() {}

  static String write(RunState state) {
    JsonOut to = JsonOut.toKeep();
    write(to, state.at);
    return to.end();
  }

  static void write(JsonOut to, Progress state) {
    to.field("format", FORMAT).field("loop", LOOP).field("revision", state.revision);
    to.field("run", state.setup.runId()).field("agent", state.setup.agent());
    if (!state.active.equals(state.setup.agent())) {
      to.field("active_agent", state.active);
    }
    to.field("leg", state.leg).field("sequence", state.sequence);
    to.field("phase", state.phase);
    to.field("ended", state.ended);
    to.object(
        "stop", state.stop, stop -> to.field("reason", stop.reason()).field("limit", stop.limit()));
    to.field("stop_after_step", state.stopAfterStep);
    to.object("setup", () -> SetupJson.write(to, state.setup));
    to.object("used", () -> used(to, state));
    to.array("messages", state.messages, message -> MessageJson.write(to, message));
    to.object("session", state.session, place -> session(to, place));
    to.array("steps", state.steps, step -> StepJson.write(to, step, state.messages));
    to.object("step", () -> step(to, state));
    if (!state.grants.isEmpty()) {
      to.written("grants", state.grants.stream().map(Grant::toJson).toList());
    }
  }

  private static void session(JsonOut to, SessionPlace place) {
    to.field("id", place.id()).field("at", place.at());
    to.field("from", place.from()).field("to", place.to());
  }

  private static void used(JsonOut to, Progress state) {
    to.field("age", state.age);
    to.field("worked", state.worked);
    to.field("call_numbers", state.callNumbersUsed).field("corrections", state.corrections);
    to.field("tool_calls", state.toolCalls);
    ResponseJson.write(to, state.usage);
  }

  private static void step(JsonOut to, Progress state) {
    to.field("number", state.step).field("attempt", state.attempt).field("pauses", state.pauses);
    to.field("retries", state.retries);
    to.field("began", state.stepBegan);
    to.field("model_over_time", state.modelOverTime);
    to.field("was_empty", state.wasEmpty);
    to.field("broken", state.broken);
    ResponseJson.write(to, state.stepUsage);
    to.object(
        "response", state.response, response -> ResponseJson.write(to, response, state.messages));
    to.array("calls", state.calls, call -> CallJson.write(to, call));
  }

  /**
   * Reads a state that nobody vouches for.
   *
   * @throws IllegalArgumentException if it is none, or of a newer format or loop
   */
  static RunState read(String json) {
    try {
      JsonIn from = JsonIn.kept(json);
      requireKnown("format", from.integer("format"), FORMAT);
      requireKnown("loop", from.integer("loop"), LOOP);
      return read(from);
    } catch (UnreadableException | ClassCastException | IndexOutOfBoundsException e) {
      throw unreadable(String.valueOf(e.getMessage()), e);
    }
  }

  private static void requireKnown(String what, int found, int known) {
    if (found < 1 || found > known) {
      throw new IllegalArgumentException(
          "This version of Adze reads states of "
              + what
              + " 1 to "
              + known
              + ", but this one is of "
              + what
              + " "
              + found
              + ". Read it with the version that wrote it, or a newer one.");
    }
  }

  private static IllegalArgumentException unreadable(String why, RuntimeException cause) {
    return new IllegalArgumentException(
        "A run is resumed from the text that toJson() gave. This text is none: " + why, cause);
  }

  /** Reads a state, also one within another. */
  static RunState read(JsonIn from) {
    Move move =
        new Move(
            RunState.of(SetupJson.read(from.get("setup"), from.text("run"), from.text("agent"))));
    move.active = from.optionalText("active_agent").orElse(move.active);
    move.trusted = false;
    move.revision = from.number("revision");
    move.sequence = from.number("sequence");
    move.leg = from.integer("leg");
    move.phase = from.constant("phase", Phase.class);
    move.ended = from.constantOrNull("ended", StopReason.class);
    if (from.has("stop")) {
      JsonIn stop = from.get("stop");
      move.stop =
          new Stop(
              stop.constant("reason", StopReason.class), stop.constantOrNull("limit", Limit.class));
    }
    move.stopAfterStep = from.flag("stop_after_step");
    move.messages = from.list("messages", MessageJson::read);
    if (from.has("session")) {
      move.session = session(from.get("session"), move.messages.size());
    }
    move.steps = from.list("steps", step -> StepJson.read(step, move.messages));
    readUsed(move, from.get("used"));
    readStep(move, from.get("step"));
    move.grants = from.list("grants", grant -> Grant.fromJson(grant.json()));
    return new RunState(move);
  }

  private static SessionPlace session(JsonIn from, int messages) {
    int begin = from.integer("from");
    int end = from.integer("to");
    Objects.checkFromToIndex(begin, end, messages);
    return new SessionPlace(from.text("id"), from.number("at"), begin, end);
  }

  private static void readUsed(Move move, JsonIn from) {
    move.age = from.time("age");
    move.worked = from.time("worked");
    move.callNumbersUsed = from.integer("call_numbers");
    move.corrections = from.integer("corrections");
    move.toolCalls = from.integer("tool_calls");
    move.usage = ResponseJson.readUsage(from);
  }

  private static void readStep(Move move, JsonIn from) {
    move.step = from.integer("number");
    move.attempt = from.integer("attempt");
    move.pauses = from.integer("pauses");
    move.retries = from.integer("retries");
    move.stepBegan = from.time("began");
    move.modelOverTime = from.flag("model_over_time");
    move.wasEmpty = from.flag("was_empty");
    move.broken = from.flag("broken");
    move.stepUsage = ResponseJson.readUsage(from);
    move.response = from.orNull("response", it -> ResponseJson.read(it, move.messages));
    move.calls = from.list("calls", call -> CallJson.read(call, move.response));
  }
}
