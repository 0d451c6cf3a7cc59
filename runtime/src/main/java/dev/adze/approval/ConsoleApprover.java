package dev.adze.approval;

import dev.adze.internal.JsonTexts;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Asks at a terminal and understands the answer. */
final class ConsoleApprover implements Approver {
  // A process has one terminal, whoever makes approvers for it, so this is the process's own lock.
  private static final ReentrantLock ONE_QUESTION_AT_A_TIME = new ReentrantLock(true);

  private static final String ONCE = "y = yes, this once";
  private static final String ALWAYS = "; a = yes, and always for this tool";
  private static final String OTHERS =
      "; e = yes, with other arguments; n = no, n and a reason = no, and the model is told why: ";
  private static final String EDIT =
      "All arguments in one line of JSON, or an empty line to go back: ";

  private final Terminal terminal;

  ConsoleApprover(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Decision decide(ApprovalRequest request) throws InterruptedException {
    if (!terminal.interactive()) {
      return Decision.deny(
          "The call needs a person's approval, and this process has no terminal to ask at.");
    }
    ONE_QUESTION_AT_A_TIME.lockInterruptibly();
    try {
      return ask(request);
    } catch (IOException e) {
      return Decision.deny("The answer could not be read from the terminal: " + e.getMessage());
    } catch (InterruptedException e) {
      terminal.print("\nThe question is withdrawn: the call is no longer waited for.\n");
      throw e;
    } finally {
      ONE_QUESTION_AT_A_TIME.unlock();
    }
  }

  private Decision ask(ApprovalRequest request) throws IOException, InterruptedException {
    String question = question(request);
    String shown = RequestText.of(request) + question;
    while (true) {
      String line = answer(shown);
      if (line == null) {
        return ended();
      }
      Decision decision = understand(line, request);
      if (decision == null && line.equalsIgnoreCase("e")) {
        decision = edit();
        shown = question;
      } else {
        shown = "That is none of these answers. " + question;
      }
      if (decision != null) {
        return decision;
      }
    }
  }

  private static String question(ApprovalRequest request) {
    boolean rememberable = request.tool().approvalRememberable();
    return "Allow this call? " + ONCE + (rememberable ? ALWAYS : "") + OTHERS;
  }

  private static @Nullable Decision understand(String line, ApprovalRequest request) {
    String[] words = line.split("\\s+", 2);
    return switch (words[0].toLowerCase(Locale.ROOT)) {
      // "yes, but ..." is a condition that nobody would keep, so it is no approval.
      case "y", "yes" -> words.length == 1 ? Decision.approve() : null;
      case "a", "always" ->
          words.length == 1 && request.tool().approvalRememberable()
              ? Decision.approveAlways(Grant.of(request, ArgumentMatch.any(), Grant.Scope.SESSION))
              : null;
      case "n", "no" ->
          Decision.deny(words.length == 1 ? "The person at the terminal said no." : words[1]);
      default -> null;
    };
  }

  /** The decision with the arguments that the person types; null to go back. */
  private @Nullable Decision edit() throws IOException, InterruptedException {
    String shown = EDIT;
    while (true) {
      String line = answer(shown);
      if (line == null) {
        return ended();
      }
      if (line.isEmpty()) {
        return null;
      }
      if (JsonTexts.isObject(line)) {
        return Decision.approveWith(line);
      }
      shown = "That is not one JSON object. " + EDIT;
    }
  }

  private @Nullable String answer(String shown) throws IOException, InterruptedException {
    String line = terminal.readLine(() -> terminal.print(shown));
    return line == null ? null : line.strip();
  }

  private Decision ended() {
    terminal.print("\n");
    return Decision.deny("The terminal's input ended before the person had answered.");
  }
}
