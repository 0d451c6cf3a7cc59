package dev.adze.examples;

import dev.adze.agent.RunListener;
import dev.adze.approval.Decision;
import dev.adze.event.ExecutionComplete;
import dev.adze.event.MessageOutputCreated;
import dev.adze.event.RawResponse;
import dev.adze.event.ResponseDiscarded;
import dev.adze.event.RunEvent;
import dev.adze.event.RunResult;
import dev.adze.event.StepResult;
import dev.adze.event.StopReason;
import dev.adze.event.ToolCallActivity;
import dev.adze.event.ToolCallComplete;
import dev.adze.event.ToolCallStart;
import dev.adze.event.ToolCallStatus;
import dev.adze.event.ToolPermissionDecision;
import java.io.Console;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.Locale;

/**
 * Shows a run as it happens: plain lines, with colours in a terminal. The answer appears piece by
 * piece, a call and its result have a line each, and a summary comes last.
 */
final class Screen implements RunListener {
  private enum Style {
    QUESTION("\033[1m"),
    CALL("\033[36m"),
    FAULT("\033[31m"),
    ASIDE("\033[2m");

    private final String code;

    Style(String code) {
      this.code = code;
    }
  }

  private final PrintStream out;
  private final boolean colours;

  Screen(PrintStream out, boolean colours) {
    this.out = out;
    this.colours = colours;
  }

  /** The screen of this process: with colours in a terminal that wants them. */
  static Screen ofProcess() {
    boolean wanted =
        System.getenv("NO_COLOR") == null
            && !System.getenv().getOrDefault("TERM", "dumb").equals("dumb");
    return new Screen(System.out, wanted && atTerminal());
  }

  /** From JDK 22 on there may be a console without a terminal, and it tells, which 17's cannot. */
  @SuppressWarnings("SystemConsoleNull") // Only from JDK 22 on is there always a console.
  private static boolean atTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (IllegalAccessException | InvocationTargetException e) {
      return false;
    }
  }

  /** Begins with what the user says and who answers. */
  void question(Model model, String text) {
    if (model.isScripted()) {
      line(Style.ASIDE, "No API key is set: a script plays the model.");
    } else {
      line(Style.ASIDE, "The model is " + model.name() + ".");
    }
    line(Style.QUESTION, text);
  }

  void line(String text) {
    out.println(text);
  }

  /** A piece of a line. */
  void text(String piece) {
    out.print(piece);
    out.flush();
  }

  /** A line of what an agent among several does. */
  void itemOf(String agent, RunEvent event) {
    if (event instanceof ToolCallStart start) {
      line(Style.CALL, agent + " -> " + start.call().name() + " " + start.arguments());
    } else if (event instanceof ToolCallComplete complete) {
      line(Style.CALL, agent + " <- " + complete.result().output().display());
    } else if (event instanceof MessageOutputCreated created) {
      line(agent + ": " + created.message().text());
    }
  }

  @Override
  public void onRawResponse(RawResponse chunk) {
    text(chunk.text());
  }

  @Override
  public void onResponseDiscarded(ResponseDiscarded event) {
    line(Style.FAULT, " [broke off; asking again]");
  }

  @Override
  public void onMessageOutputCreated(MessageOutputCreated event) {
    line("");
  }

  @Override
  public void onToolPermissionDecision(ToolPermissionDecision event) {
    Decision decision = event.decision();
    String verdict =
        decision.approves()
            ? "approved"
            : decision instanceof Decision.Deferred ? "put off" : "denied";
    line(Style.ASIDE, "   " + verdict + " by the " + event.decidedBy());
  }

  @Override
  public void onToolCallStart(ToolCallStart event) {
    line(Style.CALL, "-> " + event.call().name() + " " + event.arguments());
  }

  @Override
  public void onToolCallActivity(ToolCallActivity event) {
    line(Style.ASIDE, "   " + event.call().name() + ": " + event.text());
  }

  @Override
  public void onToolCallComplete(ToolCallComplete event) {
    ToolCallStatus status = event.result().status();
    line(
        status == ToolCallStatus.SUCCESS ? Style.CALL : Style.FAULT,
        "<- " + status.wireName() + ": " + event.result().output().display());
  }

  @Override
  public void onExecutionComplete(ExecutionComplete event) {
    summary(event.result());
  }

  /** What came out of a run, and what it took; waits for approval are not counted. */
  void summary(RunResult result) {
    result.failure().ifPresent(failure -> line(Style.FAULT, failure.toString()));
    Duration worked =
        result.steps().stream().map(StepResult::duration).reduce(Duration.ZERO, Duration::plus);
    line(
        Style.ASIDE,
        String.format(
            Locale.ROOT,
            "%s: %d steps, %d tokens, %.1f s",
            result.stopReason(),
            result.steps().size(),
            result.usage().totalTokens(),
            worked.toMillis() / 1000.0));
  }

  private void line(Style style, String text) {
    line(colours ? style.code + text + "\033[0m" : text);
  }

  /** Ends the process in failure if the run has ended so. */
  static void exitIfFailed(RunResult result) {
    if (result.stopReason() == StopReason.FAILED) {
      System.exit(1);
    }
  }
}
