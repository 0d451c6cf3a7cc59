package dev.adze.examples;

import dev.adze.agent.Agent;
import dev.adze.model.ModelCall;
import dev.adze.model.ModelClient;
import dev.adze.model.ModelRequest;

/**
 * Registers tools, names them with their schemas, and asks no model: what a program starts with.
 */
final class Registration implements ModelClient {
  private Registration() {}

  public static void main(String[] args) {
    Agent agent =
        Agent.builder()
            .model(new Registration(), "none")
            .toolsOf(new Calculator(), new Restaurant())
            .build();
    for (var tool : agent.tools()) {
      System.out.println(tool.spec().name() + " " + tool.spec().inputSchema());
    }
  }

  @Override
  public ModelCall newCall(ModelRequest request) {
    throw new UnsupportedOperationException("Nothing is asked here.");
  }
}
