package dev.adze.agent;

import static dev.adze.agent.Fixtures.ECHO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.adze.model.AssistantMessage;
import dev.adze.model.FallbackClient;
import dev.adze.model.Message;
import dev.adze.model.ModelClient;
import dev.adze.model.ModelOptions;
import dev.adze.model.ModelRequest;
import dev.adze.model.ToolCall;
import dev.adze.model.ToolMessage;
import dev.adze.model.ToolResult;
import dev.adze.model.groq.GroqClient;
import dev.adze.model.openai.OpenAiClient;
import dev.adze.model.scripted.ScriptedModel;
import dev.adze.model.scripted.ScriptedTurn;
import dev.adze.tool.FunctionTool;
import dev.adze.tool.ToolOutput;
import dev.adze.tool.ToolSpec;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an agent tells its model, and setups that cannot work, which are refused at once. */
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
  void noMoreToolsAreOfferedThanTheProviderTakes() {
    OpenAiClient openAi = OpenAiClient.builder().apiKey("k").build();
    ModelClient either = FallbackClient.first(ScriptedModel.of()).then(openAi).build();
    Agent other = Agent.builder().model(openAi, "m").name("other").build();

    assertThat(offering(128).model(either, "m").build().tools()).hasSize(128);
    assertThatThrownBy(offering(128).model(either, "m").handoffs(other)::build)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "A request to the model of \"agent\" may offer up to 128 tools, but the agent has 129."
                + " Give it those that it needs, and hand over to other agents for the rest.");
    assertThatThrownBy(offering(129).model(GroqClient.builder().apiKey("k").build(), "m")::build)
        .hasMessageContaining("up to 128 tools");
    OpenAiClient unknown =
        OpenAiClient.builder().apiKey("k").baseUrl("http://127.0.0.1:1/v1").build();
    assertThat(offering(129).model(unknown, "m").build().tools()).hasSize(129);
  }

  private static Agent.Builder offering(int tools) {
    Agent.Builder builder = Agent.builder();
    for (int i = 0; i < tools; i++) {
      ToolSpec spec = ToolSpec.builder("t" + i, "{\"type\":\"object\"}").build();
      builder.tools(FunctionTool.of(spec, (arguments, context) -> ToolOutput.of("")));
    }
    return builder;
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

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "null", " null\n"})
  void argumentsThatSayNothingAreNone(String arguments) throws InterruptedException {
    ScriptedModel model =
        ScriptedModel.of(ScriptedTurn.toolCall("echo", arguments), ScriptedTurn.text("done"));
    List<String> given = new CopyOnWriteArrayList<>();
    FunctionTool echo =
        Fixtures.tool(
            "echo",
            (json, context) -> {
              given.add(json);
              return ToolOutput.of("ok");
            });

    Runner.builder(Agent.builder().model(model, "scripted").tools(echo).build())
        .build()
        .run("hello");

    assertThat(given).containsExactly("{}");
  }

  private record Guest(String name) {}

  @Test
  void instructionsMayBeAFunctionOfTheRunsContext() throws InterruptedException {
    ScriptedModel model =
        ScriptedModel.of(
            ScriptedTurn.toolCall("echo", "{}"), ScriptedTurn.text("hi"), ScriptedTurn.text("ho"));
    AtomicInteger asked = new AtomicInteger();
    Agent agent =
        Agent.builder()
            .model(model, "scripted")
            .tools(Fixtures.ECHO)
            .instructions(
                Guest.class,
                guest -> {
                  asked.incrementAndGet();
                  return "Greet " + guest.name() + ".";
                })
            .examples(List.of(Message.user("bonjour"), Message.assistant("salut")))
            .build();
    Runner runner = Runner.builder(agent).build();
    runner.run(RunRequest.builder("hello").context(new Guest("Ada")).build());
    runner.run(RunRequest.builder("hello").context(new Guest("Bob")).build());

    assertThat(asked).hasValue(2);
    assertThat(model.requests().get(1).messages())
        .startsWith(
            Message.system("Greet Ada."),
            Message.user("bonjour"),
            Message.assistant("salut"),
            Message.user("hello"));
    assertThat(model.requests().get(2).messages().get(0)).isEqualTo(Message.system("Greet Bob."));
  }

  @Test
  void instructionsThatCannotBeMadeFailTheRun() throws InterruptedException {
    IllegalStateException thrown = new IllegalStateException("no idea");
    Agent.Builder agent = Agent.builder().model(ScriptedModel.of(), "scripted");
    Agent throwing =
        agent
            .instructions(
                Guest.class,
                guest -> {
                  throw thrown;
                })
            .build();
    RunRequest request = RunRequest.builder("hello").context(new Guest("Ada")).build();

    assertThat(Runner.builder(throwing).build().run(request).failure()).containsSame(thrown);
    assertThat(Runner.builder(throwing).build().run("hello").failure().orElseThrow())
        .hasMessageContaining("the run's context is empty");
  }

  @Test
  void messagesWhoseCallsLackResultsAreRefused() {
    AssistantMessage call =
        new AssistantMessage(List.of(new ToolCall("call_1_1", "x", "echo", "{}")));
    ToolMessage result = new ToolMessage(List.of(new ToolResult("call_1_1", "echo", "{}", false)));
    Message user = Message.user("hello");

    assertThat(RunRequest.builder(List.of(user, call, result, user)).build().messages()).hasSize(4);
    for (List<Message> broken :
        List.of(
            List.of(user, call),
            List.of(user, call, user),
            List.of(user, result),
            List.of(user, call, result, result))) {
      assertThatThrownBy(() -> RunRequest.builder(broken))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("call_1_1");
      assertThatThrownBy(() -> Agent.builder().examples(broken))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void theModelIsGivenTheAgentsOptionsUnlessTheRunHasOthers() throws InterruptedException {
    ScriptedModel model = ScriptedModel.of(ScriptedTurn.text("one"), ScriptedTurn.text("two"));
    ModelOptions agents = ModelOptions.builder().temperature(0.5).build();
    ModelOptions runs = ModelOptions.builder().seed(7).build();
    Runner runner =
        Runner.builder(Agent.builder().model(model, "m").options(agents).build()).build();
    runner.run("hello");
    runner.run(RunRequest.builder("hello").options(runs).build());

    assertThat(model.requests()).extracting(ModelRequest::options).containsExactly(agents, runs);
  }
}
