package dev.adze.soak;

import dev.adze.model.FinishReason;
import dev.adze.model.Message;
import dev.adze.model.ModelException;
import dev.adze.model.UserMessage;
import dev.adze.model.scripted.ScriptedModel;
import dev.adze.model.scripted.ScriptedTurn;
import java.util.List;
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

  /** The answer of every plan, which is of the type that some want. */
  static final String END = "{\"n\":7}";

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
      model.turn(ScriptedTurn.text(END));
    }
    return model.build();
  }

  /** The model of the agent within a tool: asks for some tools, and then says what it has. */
  static ScriptedModel inner() {
    ScriptedModel.Builder model = ScriptedModel.builder();
    for (int i = 0; i < 64; i++) {
      model.turn(request -> {
        List<Message> said = request.messages();
        return said.get(said.size() - 1) instanceof UserMessage
            ? ScriptedTurn.builder()
                .toolCall("guarded", "{\"n\":1}")
                .toolCall("echo", "{\"n\":4}")
                .build()
            : ScriptedTurn.text("found");
      });
    }
    return model.build();
  }

  private void add(ScriptedModel.Builder model, Plan.Turn turn) {
    switch (turn.kind()) {
      case CALLS -> model.turn(calls(turn).build());
      case UNFIT -> model.turn(ScriptedTurn.text("{\"n\":\"seven\"}"));
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
      case ASK_INNER -> "ask";
      case HAND_OVER -> "transfer_to_other";
      default -> call.name().toLowerCase(Locale.ROOT);
    };
  }

  private static String arguments(Plan.Call call, int number) {
    return switch (call) {
      case MALFORMED -> number % 2 == 0 ? "{\"half\":" : "[1]";
      case SEQUENTIAL, HAND_OVER -> "";
      case ASK_INNER -> "{\"input\":\"go\"}";
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
