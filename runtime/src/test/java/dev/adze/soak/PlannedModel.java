package dev.adze.soak;

import dev.adze.model.FinishReason;
import dev.adze.model.ModelException;
import dev.adze.model.scripted.ScriptedModel;
import dev.adze.model.scripted.ScriptedTurn;
import java.util.Locale;
import java.util.Random;

/** The model of a plan. */
final class PlannedModel {
  /** Thrown where a server has to stop answering. */
  static final class HangingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    HangingException() {
      super("The model hangs.", null, false, false);
    }
  }

  private final Random random;
  private final Runnable hangs;

  private PlannedModel(long seed, Runnable hangs) {
    this.random = new Random(seed);
    this.hangs = hangs;
  }

  /**
   * @param hangs is run when the model begins to say no more, and may throw in its place
   */
  static ScriptedModel of(Plan plan, Runnable hangs) {
    PlannedModel planned = new PlannedModel(plan.seed(), hangs);
    ScriptedModel.Builder model = ScriptedModel.builder();
    plan.turns().forEach(turn -> planned.add(model, turn));
    // Enough for every leg, also for those whose request is lost because another one goes on.
    for (int i = 4 * (plan.legs().size() + 2); i > 0; i--) {
      model.turn(ScriptedTurn.text("the end"));
    }
    return model.build();
  }

  private void add(ScriptedModel.Builder model, Plan.Turn turn) {
    switch (turn.kind()) {
      case CALLS -> model.turn(calls(turn).build());
      case EMPTY -> model.turn(ScriptedTurn.builder().build());
      case PAUSED ->
          model.turn(ScriptedTurn.builder().text("hm ").finishReason(FinishReason.PAUSED).build());
      case CUT_OFF -> model.turn(calls(turn).finishReason(FinishReason.LENGTH).build());
      case FAILS -> model.turn(ScriptedTurn.failure(failure(ModelException.Kind.INVALID_REQUEST)));
      case BREAKS -> model.turn(calls(turn).failure(failure(ModelException.Kind.NETWORK)).build());
      case HANGS ->
          model.turn(request -> {
            hangs.run();
            return ScriptedTurn.builder().text("so ").hanging().build();
          });
    }
  }

  private static ModelException failure(ModelException.Kind kind) {
    return ModelException.builder(kind, "on purpose").build();
  }

  private ScriptedTurn.Builder calls(Plan.Turn turn) {
    ScriptedTurn.Builder said = ScriptedTurn.builder();
    if (turn.reasoning()) {
      said.reasoning("let me see ");
    }
    said.text("well ");
    int number = 0;
    for (Plan.Call call : turn.calls()) {
      said.toolCallInPieces(name(call), pieces(arguments(call, ++number)));
    }
    return said;
  }

  private static String name(Plan.Call call) {
    return switch (call) {
      case UNKNOWN -> "nothing";
      case MALFORMED -> "echo";
      default -> call.name().toLowerCase(Locale.ROOT);
    };
  }

  private static String arguments(Plan.Call call, int number) {
    return switch (call) {
      case MALFORMED -> number % 2 == 0 ? "{\"half\":" : "[1]";
      case SEQUENTIAL -> "";
      default -> "{\"n\":" + number + "}";
    };
  }

  private String[] pieces(String arguments) {
    if (arguments.isEmpty()) {
      return new String[0];
    }
    int cut = random.nextInt(arguments.length());
    return cut == 0
        ? new String[] {arguments}
        : new String[] {arguments.substring(0, cut), arguments.substring(cut)};
  }
}
