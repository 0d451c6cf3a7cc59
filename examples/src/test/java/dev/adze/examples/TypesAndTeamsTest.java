package dev.adze.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Examples whose answers have a type, and those with more than one agent. */
@Timeout(60)
class TypesAndTeamsTest {
  private final Printed printed = new Printed();

  @Test
  void anAnswerThatDoesNotFitIsCorrected() throws Exception {
    TypedAnswer.run(Model.scripted(TypedAnswer.script()), printed.screen());
    assertThat(printed.text())
        .isEqualTo(
            """
            No API key is set: a script plays the model.
            Plan the 1st of May 2027 in Rome with two stops.
            {"city":"Rome","day":"1 May","stops":["Forum"]}
            {"city":"Rome","day":"2027-05-01","stops":["Forum","Pantheon"]}
            FINAL_OUTPUT: 2 steps, 0 tokens
            Rome on a SATURDAY: [Forum, Pantheon]
            """);
  }

  @Test
  void theOtherAgentGoesOnWithTheConversation() throws Exception {
    Handoffs.run(Model.scripted(Handoffs.script()), printed.screen());
    assertThat(printed.text())
        .isEqualTo(
            """
            No API key is set: a script plays the model.
            What is the square of 17?
            desk wants to hand over to mathematician
            desk has handed over to mathematician
            mathematician -> calculator {"expression":"17 ^ 2"}
            mathematician <- 289
            mathematician: It is 289.
            FINAL_OUTPUT: 3 steps, 0 tokens
            """);
  }

  @Test
  void theInnerAgentIsSeenAtWork() throws Exception {
    AgentAsTool.run(
        Model.scripted(AgentAsTool.script()),
        Model.scripted(AgentAsTool.innerScript()),
        printed.screen());
    assertThat(printed.text())
        .isEqualTo(
            """
            No API key is set: a script plays the model.
            How many seconds has a day? Answer in one sentence.
            writer -> askMathematician {"input":"24 * 60 * 60"}
            mathematician -> calculator {"expression":"24 * 60 * 60"}
            mathematician <- 86400
            mathematician: 86400
            writer <- 86400
            writer: A day has 86400 seconds.
            FINAL_OUTPUT: 2 steps, 0 tokens
            """);
  }
}
