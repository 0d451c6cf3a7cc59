package dev.adze.agent;

import static dev.adze.agent.Fixtures.ECHO;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.adze.model.scripted.ScriptedModel;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Setups that cannot work are refused at once. */
class AgentTest {
  @Test
  void agentNeedsAModel() {
    assertThatThrownBy(() -> Agent.builder().name("concierge").build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "An agent needs a model, but \"concierge\" has none. Call model(client, name).");
  }

  @Test
  void toolNamesAreUnique() {
    Agent.Builder builder =
        Agent.builder().model(ScriptedModel.of(), "scripted").tools(ECHO).tools(List.of(ECHO));

    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "The tools of an agent need names of their own, but two of \"agent\" are called"
                + " \"echo\". Give one another name, or add it once.");
  }

  @Test
  void stepsArePositive() {
    assertThatThrownBy(() -> Agent.builder().maxSteps(0))
        .hasMessage("maxSteps must be positive, but is 0.");
  }

  @Test
  void somethingHasToBeAsked() {
    assertThatThrownBy(() -> RunRequest.of(" ")).hasMessageContaining("The prompt is blank");
    assertThatThrownBy(() -> RunRequest.builder(List.of()))
        .hasMessageContaining("The list of messages is empty");
  }

  @Test
  void namesAreNotBlank() {
    assertThatThrownBy(() -> Agent.builder().name(""))
        .hasMessage("An agent's name must not be blank.");
    assertThatThrownBy(() -> Agent.builder().model(ScriptedModel.of(), " "))
        .hasMessage("An agent's model name must not be blank.");
  }
}
