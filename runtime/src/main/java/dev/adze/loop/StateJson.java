package dev.adze.loop;

import dev.adze.approval.Grant;
import dev.adze.event.Limit;
import dev.adze.event.StopReason;
import dev.adze.internal.json.MessageJson;
import dev.adze.internal.json.ResponseJson;
import dev.adze.internal.json.Trees;
import dev.adze.loop.RunState.Phase;
import dev.adze.loop.RunState.SessionPlace;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

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
    ObjectNode to = Trees.object();
    write(to, state);
    return Trees.write(to);
  }

  static void write(ObjectNode to, RunState state) {
    to.put("format", FORMAT).put("loop", LOOP).put("revision", state.revision);
    to.put("run", state.runId()).put("agent", state.agent());
    if (!state.active.equals(state.agent())) {
      to.put("active_agent", state.active);
    }
    to.put("leg", state.leg).put("sequence", state.sequence);
    Trees.constant(to, "phase", state.phase);
    Trees.constant(to, "ended", state.ended);
    if (state.stop != null) {
      ObjectNode stop = to.putObject("stop");
      Trees.constant(stop, "reason", state.stop.reason());
      Trees.constant(stop, "limit", state.stop.limit());
    }
    Trees.flag(to, "stop_after_step", state.stopAfterStep);
    SetupJson.write(to.putObject("setup"), state.setup);
    used(to.putObject("used"), state);
    Trees.list(to, "messages", state.messages, MessageJson::write);
    if (state.session != null) {
      ObjectNode session = to.putObject("session");
      session.put("id", state.session.id()).put("at", state.session.at());
      session.put("from", state.session.from()).put("to", state.session.to());
    }
    Trees.list(
        to, "steps", state.steps, (each, step) -> StepJson.write(each, step, state.messages));
    step(to.putObject("step"), state);
    if (!state.grants.isEmpty()) {
      var grants = to.putArray("grants");
      state.grants.forEach(grant -> grants.add(Trees.read(grant.toJson())));
    }
  }

  private static void used(ObjectNode to, RunState state) {
    Trees.time(to, "age", state.age);
    Trees.time(to, "worked", state.worked);
    to.put("call_numbers", state.callNumbersUsed).put("corrections", state.corrections);
    to.put("tool_calls", state.toolCalls);
    ResponseJson.write(to.putObject("usage"), state.usage);
  }

  private static void step(ObjectNode to, RunState state) {
    to.put("number", state.step).put("attempt", state.attempt).put("pauses", state.pauses);
    to.put("retries", state.retries);
    Trees.time(to, "began", state.stepBegan);
    Trees.flag(to, "model_over_time", state.modelOverTime);
    Trees.flag(to, "was_empty", state.wasEmpty);
    Trees.flag(to, "broken", state.broken);
    ResponseJson.write(to.putObject("usage"), state.stepUsage);
    if (state.response != null) {
      ResponseJson.write(to.putObject("response"), state.response, state.messages);
    }
    Trees.list(to, "calls", state.calls, CallJson::write);
  }

  /**
   * Reads a state that nobody vouches for.
   *
   * @throws IllegalArgumentException if it is none, or of a newer format or loop
   */
  static RunState read(String json) {
    try {
      JsonNode from = Trees.read(json);
      requireKnown("format", Trees.number(from, "format"), FORMAT);
      requireKnown("loop", Trees.number(from, "loop"), LOOP);
      return read(from);
    } catch (JacksonException e) {
      throw unreadable(e.getOriginalMessage(), e);
    } catch (ClassCastException | IndexOutOfBoundsException | java.time.DateTimeException e) {
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
  static RunState read(JsonNode from) {
    Move move =
        new Move(
            RunState.of(
                SetupJson.read(
                    from.required("setup"), Trees.text(from, "run"), Trees.text(from, "agent"))));
    move.active = Trees.text(from, "active_agent", move.active);
    move.trusted = false;
    move.revision = Trees.longNumber(from, "revision");
    move.sequence = Trees.longNumber(from, "sequence");
    move.leg = Trees.number(from, "leg");
    move.phase = Trees.constant(from, "phase", Phase.class);
    move.ended = Trees.constantOrNull(from, "ended", StopReason.class);
    if (from.has("stop")) {
      JsonNode stop = from.required("stop");
      move.stop =
          new Stop(
              Trees.constant(stop, "reason", StopReason.class),
              Trees.constantOrNull(stop, "limit", Limit.class));
    }
    move.stopAfterStep = Trees.flag(from, "stop_after_step");
    move.messages = Trees.list(from, "messages", MessageJson::read);
    if (from.has("session")) {
      move.session = session(from.required("session"), move.messages.size());
    }
    move.steps = Trees.list(from, "steps", step -> StepJson.read(step, move.messages));
    readUsed(move, from.required("used"));
    readStep(move, from.required("step"));
    move.grants = Trees.list(from, "grants", grant -> Grant.fromJson(Trees.write(grant)));
    return new RunState(move);
  }

  private static SessionPlace session(JsonNode from, int messages) {
    int begin = Trees.number(from, "from");
    int end = Trees.number(from, "to");
    Objects.checkFromToIndex(begin, end, messages);
    return new SessionPlace(Trees.text(from, "id"), Trees.longNumber(from, "at"), begin, end);
  }

  private static void readUsed(Move move, JsonNode from) {
    move.age = Trees.time(from, "age");
    move.worked = Trees.time(from, "worked");
    move.callNumbersUsed = Trees.number(from, "call_numbers");
    move.corrections = Trees.number(from, "corrections");
    move.toolCalls = Trees.number(from, "tool_calls");
    move.usage = ResponseJson.readUsage(from.required("usage"));
  }

  private static void readStep(Move move, JsonNode from) {
    move.step = Trees.number(from, "number");
    move.attempt = Trees.number(from, "attempt");
    move.pauses = Trees.number(from, "pauses");
    move.retries = Trees.number(from, "retries");
    move.stepBegan = Trees.time(from, "began");
    move.modelOverTime = Trees.flag(from, "model_over_time");
    move.wasEmpty = Trees.flag(from, "was_empty");
    move.broken = Trees.flag(from, "broken");
    move.stepUsage = ResponseJson.readUsage(from.required("usage"));
    if (from.has("response")) {
      move.response = ResponseJson.read(from.required("response"), move.messages);
    }
    move.calls = Trees.list(from, "calls", call -> CallJson.read(call, move.response));
  }
}
