package hello;

import dev.adze.agent.Agent;
import dev.adze.agent.Runner;
import dev.adze.event.ToolCallComplete;
import dev.adze.model.scripted.ScriptedModel;
import dev.adze.model.scripted.ScriptedTurn;

/** Lets a scripted model greet Ada; any other model client goes in its place. */
final class Main {
  private Main() {}

  public static void main(String[] args) throws InterruptedException {
    ScriptedModel model =
        ScriptedModel.of(
            ScriptedTurn.toolCall("greet", "{\"name\":\"Ada\",\"tone\":\"WARM\"}"),
            ScriptedTurn.text("Ada is greeted."));
    Agent agent = Agent.builder().model(model, "scripted").toolsOf(new Greeter()).build();
    Runner runner = Runner.builder(agent).build();
    String answer =
        runner.stream(
                "Greet Ada.",
                event -> {
                  if (event instanceof ToolCallComplete complete) {
                    System.out.println(complete.result().output().display());
                  }
                })
            .await()
            .text();
    System.out.println(answer);
  }
}
