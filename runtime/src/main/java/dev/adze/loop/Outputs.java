package dev.adze.loop;

import dev.adze.loop.LoopInput.Decoding;
import dev.adze.loop.LoopInput.OutputDecoded;
import dev.adze.loop.RunState.Phase;
import dev.adze.model.Message;
import dev.adze.model.ModelResponse;
import java.util.List;
import java.util.Objects;

/** Final answers, which are held against their type before they count. */
final class Outputs {
  private Outputs() {}

  /** Ends the run with the answer, or has it decoded first. */
  static void judge(Move move, ModelResponse response) {
    String text = response.message().text();
    if (!move.active().structured()) {
      accept(move, response, text);
      return;
    }
    move.response = response;
    move.phase = Phase.DECODING;
    move.ask(new Effect.DecodeOutput(move.attempt, move.active, text, Timing.ofDecoding(move)));
  }

  static void decoded(Move move, OutputDecoded decoded) {
    if (move.phase != Phase.DECODING || move.attempt != decoded.attempt()) {
      return;
    }
    ModelResponse response = Objects.requireNonNull(move.response);
    if (decoded.decoding() instanceof Decoding.Valid valid) {
      accept(move, response, valid.json());
    } else if (decoded.decoding() instanceof Decoding.Faulty faulty) {
      correct(move, response, faulty.faults());
    } else if (decoded.decoding() instanceof Decoding.Broken broken) {
      Steps.fail(move, broken.error());
    }
  }

  private static void accept(Move move, ModelResponse response, String answer) {
    move.addMessage(response.message());
    Steps.complete(move, response, List.of());
    Steps.answer(move, answer);
  }

  /** The model sees its answer and what is wrong with it, and has another step. */
  private static void correct(Move move, ModelResponse response, String faults) {
    move.corrections++;
    move.addMessage(response.message());
    move.addMessage(Message.user(faults));
    Steps.complete(move, response, List.of());
    Steps.proceed(move);
  }

  /** Gives the decoder up, which then comes back as broken. */
  static void overTime(Move move) {
    if (move.phase == Phase.DECODING) {
      move.ask(new Effect.CancelOutput(move.attempt));
    }
  }

  static void stop(Move move) {
    move.ask(new Effect.CancelOutput(move.attempt));
    Steps.abort(move);
  }
}
