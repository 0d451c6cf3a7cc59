package dev.adze.benchmarks.adze;

import dev.adze.agent.Agent;
import dev.adze.agent.Runner;
import dev.adze.benchmarks.kit.Conversation;
import dev.adze.event.RunEvent;
import dev.adze.event.ToolOutputAdded;
import dev.adze.model.scripted.ScriptedModel;
import dev.adze.model.scripted.ScriptedTurn;
import dev.adze.tool.FunctionTool;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

/** A run whose model is a script. */
public final class AdzeConversation implements Conversation {
  /** Nothing to set up. */
  public AdzeConversation() {}

  @Override
  public String schema(Object owner, Method method) {
    Agent agent = Agent.builder().model(ScriptedModel.of(), "scripted").toolsOf(owner).build();
    for (FunctionTool tool : agent.tools()) {
      if (tool.spec().name().equals(method.getName())) {
        return tool.spec().inputSchema();
      }
    }
    throw new IllegalArgumentException("There is no tool " + method.getName() + ".");
  }

  @Override
  public String call(Object owner, Method method, String arguments) throws InterruptedException {
    ScriptedModel model =
        ScriptedModel.of(
            ScriptedTurn.toolCall(method.getName(), arguments), ScriptedTurn.text("done"));
    Agent agent = Agent.builder().model(model, "scripted").toolsOf(owner).build();
    List<RunEvent> events = new ArrayList<>();
    // Throws unless the run came to its answer.
    Runner.builder(agent).build().stream("Call it.", events::add).await().text();
    return events.stream()
        .filter(ToolOutputAdded.class::isInstance)
        .map(event -> ((ToolOutputAdded) event).result().toString())
        .findFirst()
        .orElseThrow();
  }
}
