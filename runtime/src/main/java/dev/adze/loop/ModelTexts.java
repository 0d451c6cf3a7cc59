package dev.adze.loop;

import dev.adze.internal.Nearest;
import dev.adze.loop.LoopInput.Failure;
import dev.adze.model.ModelException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every sentence that a run writes for the model to read. */
final class ModelTexts {
  static final String INTERRUPTED =
      "The call was started, but the run was interrupted before it came back. Its outcome is"
          + " unknown: it may have taken effect. Find out before you call the tool again.";
  static final String NOBODY_TO_ASK =
      "The tool needs approval, and there is nobody to ask in this run.";
  static final String NO_DECISION = "The approver gave no decision.";
  static final String HOSTED_EDIT =
      "The call was approved with other arguments, but it is the provider that makes it, with those"
          + " that were asked for.";
  static final String FOREIGN_GRANT =
      "The approver gave a grant that was not made of this call, which is no decision of it.";

  /** How much of an observation a model is given, in characters. */
  private static final int MAX_OBSERVATION = 65_536;

  private static final int MAX_NAME = 100;
  private static final int MAX_LISTED = 50;

  private ModelTexts() {}

  static String unknownTool(String name, List<String> known) {
    String there = "There is no tool " + quoted(name);
    if (known.isEmpty()) {
      return there + ", and no other. Answer without one.";
    }
    String nearest = Nearest.of(name, known);
    String hint = nearest == null ? "." : "; did you mean " + quoted(nearest) + "?";
    return there + hint + " The tools are " + listed(known) + ".";
  }

  static String threw(Failure failure) {
    return failure.message().isBlank() ? failure.type() : failure.message();
  }

  static String denied(String reason, boolean byApprover, boolean begun) {
    String denied = byApprover ? "The approver denied the call" : "The call was denied";
    String stands = begun ? "." : "; it has not run.";
    return denied + stands + (reason.isBlank() ? "" : " " + reason);
  }

  /** Of a call that had begun before it was checked again. */
  static String notGoingOn(String why) {
    return "The call had begun, may have taken effect in part, and does not go on: " + why;
  }

  static String ranWith(String arguments, String observation) {
    return "The approver changed the arguments: the tool ran with "
        + cut(arguments)
        + ".\n"
        + observation;
  }

  static String editUnfit(String faults) {
    return "The approver changed the arguments, and the changed ones do not fit the tool: "
        + faults;
  }

  static String approverFailed(String exceptionType) {
    return "The approver failed with " + exceptionType + ".";
  }

  static String undecided(Duration limit) {
    return "Nobody decided within " + seconds(limit) + ".";
  }

  static String notStarted(@Nullable Stop stop) {
    return stopped(stop) + " before it started. Nothing was done.";
  }

  static String stoppedMidway(String stopped) {
    return stopped + " after it had begun. It may have taken effect in part.";
  }

  static String beyondLimit(int limit) {
    return "The run may make "
        + limit
        + (limit == 1 ? " tool call" : " tool calls")
        + ", and this one is beyond that. It has not run.";
  }

  static String stopped(@Nullable Stop stop) {
    if (stop == null || stop.limit() == null) {
      return "The call was cancelled";
    }
    return "The call was stopped, because the run's "
        + switch (stop.limit()) {
          case TIME -> "time was over,";
          case TOKENS -> "tokens were used up,";
          case TOOL_CALLS -> "tool calls were used up,";
          case CORRECTIONS -> "corrections were used up,";
        };
  }

  static String overTime(Duration limit) {
    return "The call was stopped, because it may take " + seconds(limit) + " and took longer,";
  }

  static String abandoned(String stopped) {
    String comma = stopped.endsWith(",") ? "" : ",";
    return stopped + comma + " but the tool did not stop in time. It may still take effect.";
  }

  static String stoppedWhileRunning(String stopped, String report) {
    return stopped + " while it ran. It may have taken effect in part. The tool says: " + report;
  }

  static String handedOver(String agent) {
    return "The conversation was handed over to " + quoted(agent) + ", who goes on from here.";
  }

  static String notHandedOver(String agent) {
    return "Only the first handoff of a response counts, which was the one to "
        + quoted(agent)
        + ". This one was not made.";
  }

  static String unreadableCall(ModelException error) {
    String written = error.failedGeneration().map(text -> "\nYou wrote:\n" + cut(text)).orElse("");
    return "Your tool call could not be read: "
        + error.getMessage()
        + written
        + "\nCall the tool again in the form that the tools are described in.";
  }

  /** A time in words: "30 seconds", "0.25 seconds". */
  static String seconds(Duration time) {
    String number = BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros().toPlainString();
    return number + (number.equals("1") ? " second" : " seconds");
  }

  /** What a model is given of an observation: all of it, or as much as it may have and a note. */
  static String cut(String observation) {
    if (observation.length() <= MAX_OBSERVATION) {
      return observation;
    }
    int end =
        Character.isHighSurrogate(observation.charAt(MAX_OBSERVATION - 1))
            ? MAX_OBSERVATION - 1
            : MAX_OBSERVATION;
    return observation.substring(0, end)
        + "\n[cut: the first "
        + end
        + " of "
        + observation.length()
        + " characters]";
  }

  private static String listed(List<String> names) {
    String list =
        names.stream().limit(MAX_LISTED).map(ModelTexts::quoted).collect(Collectors.joining(", "));
    int more = names.size() - MAX_LISTED;
    return more > 0 ? list + " and " + more + " more" : list;
  }

  private static String quoted(String name) {
    String shown = name.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME) + "...";
    return '"' + shown + '"';
  }
}
