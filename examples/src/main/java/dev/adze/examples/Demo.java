package dev.adze.examples;

import java.util.List;
import java.util.Locale;

/** Runs the example that the system property {@code example} names; with none, lists them all. */
public final class Demo {
  static final List<Example> EXAMPLES =
      List.of(
          new Example(
              "BasicStreaming", "an agent with a tool, as it happens", BasicStreaming::main),
          new Example("RawResponses", "what the model sends, chunk by chunk", RawResponses::main),
          new Example("RunItems", "a callback for each kind of event", RunItems::main),
          new Example("MultiTool", "tools of several classes", MultiTool::main),
          new Example("Permissions", "tools that ask a person first, and a log", Permissions::main),
          new Example("StreamToFile", "events in a file, and back", StreamToFile::main),
          new Example("Providers", "OpenAI, Anthropic and Groq side by side", Providers::main),
          new Example("ErrorHandling", "a tool that fails", ErrorHandling::main),
          new Example("FilteredEvents", "only the events that matter", FilteredEvents::main),
          new Example("Concierge", "finding is free, booking asks", Concierge::main),
          new Example(
              "ParallelTools", "calls at the same time, and one alone", ParallelTools::main),
          new Example("Sessions", "a conversation over several runs", Sessions::main),
          new Example("SuspendAndResume", "stops here, goes on elsewhere", SuspendAndResume::main),
          new Example("TypedAnswer", "an answer that is a record", TypedAnswer::main),
          new Example("Handoffs", "one agent hands over to another", Handoffs::main),
          new Example("AgentAsTool", "one agent asks another", AgentAsTool::main),
          new Example("TestedAgent", "an agent in a test, with no provider", TestedAgent::main));

  private Demo() {}

  /**
   * One example.
   *
   * @param name of its class
   * @param shows what there is to see
   * @param program its main method
   */
  record Example(String name, String shows, Program program) {}

  /** A main method. */
  interface Program {
    void run(String[] args) throws Exception;
  }

  /**
   * Runs one example.
   *
   * @param args not used
   * @throws Exception what the example throws
   */
  public static void main(String[] args) throws Exception {
    String wanted = System.getProperty("example", "");
    if (wanted.isBlank()) {
      list();
      EXAMPLES.get(0).program().run(args);
      return;
    }
    for (Example example : EXAMPLES) {
      if (example.name().equalsIgnoreCase(wanted)) {
        example.program().run(args);
        return;
      }
    }
    System.out.println("There is no example \"" + wanted + "\".");
    list();
    System.exit(1);
  }

  private static void list() {
    System.out.println("The examples, each run with ./mvnw -q -Pdemo -Dexample=<name>:");
    for (Example example : EXAMPLES) {
      System.out.printf(Locale.ROOT, "  %-18s %s%n", example.name(), example.shows());
    }
    System.out.println();
  }
}
