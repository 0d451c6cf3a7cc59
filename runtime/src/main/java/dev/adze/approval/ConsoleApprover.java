package dev.adze.approval;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Asks at a terminal and understands the answer. */
final class ConsoleApprover implements Approver {
  // A process has one terminal, whoever makes approvers for it, so this is the process's own lock.
  private static final ReentrantLock ONE_QUESTION_AT_A_TIME = new ReentrantLock(true);

  private static final String QUESTION =
      "Allow this call? y = yes, n = no, n and a reason = no, and the model is told why: ";

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
    String question = RequestText.of(request) + QUESTION;
    while (true) {
      String asked = question;
      String line = terminal.readLine(() -> terminal.print(asked));
      if (line == null) {
        terminal.print("\n");
        return Decision.deny("The terminal's input ended before the person had answered.");
      }
      Decision decision = understand(line.strip());
      if (decision != null) {
        return decision;
      }
      question = "That is neither y nor n. " + QUESTION;
    }
  }

  private static @Nullable Decision understand(String line) {
    String[] words = line.split("\\s+", 2);
    return switch (words[0].toLowerCase(Locale.ROOT)) {
      // "yes, but ..." is a condition that nobody would keep, so it is no approval.
      case "y", "yes" -> words.length == 1 ? Decision.approve() : null;
      case "n", "no" ->
          Decision.deny(words.length == 1 ? "The person at the terminal said no." : words[1]);
      default -> null;
    };
  }
}
