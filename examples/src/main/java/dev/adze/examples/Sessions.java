package dev.adze.examples;

import dev.adze.agent.Agent;
import dev.adze.agent.RunRequest;
import dev.adze.agent.Runner;
import dev.adze.agent.Session;
import dev.adze.event.RunResult;
import dev.adze.model.Message;
import dev.adze.model.ModelRequest;
import dev.adze.model.UserMessage;
import dev.adze.model.scripted.ScriptedModel;
import dev.adze.model.scripted.ScriptedTurn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A conversation that goes on from run to run, and from one process to the next. */
public final class Sessions {
  private static final List<String> QUESTIONS =
      List.of("My name is Ada. What is 15 * 7?", "What is my name, and what was the result?");

  private Sessions() {}

  /**
   * Asks two questions; run again, it asks them in the same conversation.
   *
   * @param args not used
   * @throws IOException if the file of the session cannot be used
   * @throws InterruptedException if the program is interrupted
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    run(Model.fromEnvironment(script()), Path.of("session.jsonl"), Screen.ofProcess());
  }

  static void run(Model model, Path path, Screen screen) throws IOException, InterruptedException {
    Agent agent =
        Agent.builder()
            .name("SessionAgent")
            .model(model.client(), model.name())
            .toolsOf(new Calculator())
            .build();
    Runner runner = Runner.builder(agent).build();
    // region session
    try (Session session = Session.open(path)) {
      screen.line("The session has " + session.messages().size() + " messages.");
      for (String question : QUESTIONS) {
        screen.question(model, question);
        RunRequest request = RunRequest.builder(question).session(session).build();
        RunResult result = runner.stream(request, screen).await();
        Screen.exitIfFailed(result);
      }
      screen.line("Now it has " + session.messages().size() + ", kept in " + path + ".");
    }
    // endregion
  }

  static ScriptedModel script() {
    return ScriptedModel.builder()
        .turn(ScriptedTurn.toolCall("calculator", "{\"expression\":\"15 * 7\"}"))
        .turn(request -> ScriptedTurn.text("Ada, it is " + lastResult(request) + "."))
        .turn(request ->
            ScriptedTurn.text(
                "You said \"" + firstWords(request) + "\", and it was " + lastResult(request)))
        .build();
  }

  private static String lastResult(ModelRequest request) {
    List<String> results = Model.results(request);
    return results.get(results.size() - 1);
  }

  private static String firstWords(ModelRequest request) {
    Message first = request.messages().get(0);
    return first instanceof UserMessage user ? user.text() : "nothing";
  }
}
