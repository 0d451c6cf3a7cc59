package dev.adze.approval;

import java.io.BufferedReader;
import java.io.InputStreamReader;

/** What {@link SystemTerminalTest} runs at a terminal of its own. */
final class TerminalProgram {
  private TerminalProgram() {}

  public static void main(String[] args) throws Exception {
    switch (args[0]) {
      case "ask" -> ask();
      case "type-ahead" -> {
        System.out.println("type ahead now");
        while (System.in.available() == 0) {
          Thread.onSpinWait();
        }
        ask();
      }
      case "interrupt" -> interrupt();
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  private static void ask() throws Exception {
    System.out.println("DECIDED " + Approvers.console().decide(ConsoleApproverTest.request("{}")));
    System.out.println("READERS " + readers());
  }

  private static void interrupt() throws Exception {
    Thread asking =
        new Thread(() -> {
          try {
            ask();
          } catch (Exception e) {
            System.out.println("THROWN " + e.getClass().getSimpleName());
          }
        });
    asking.start();
    while (readers() == 0) {
      Thread.onSpinWait();
    }
    asking.interrupt();
    asking.join();
    System.out.println("READERS " + readers());
    System.out.println("LINE " + new BufferedReader(new InputStreamReader(System.in)).readLine());
  }

  private static long readers() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("adze-console"))
        .count();
  }
}
