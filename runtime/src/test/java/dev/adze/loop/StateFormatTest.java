package dev.adze.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.adze.approval.Decision;
import dev.adze.approval.Ruling;
import dev.adze.internal.TextHash;
import dev.adze.loop.LoopInput.Answer;
import dev.adze.loop.LoopInput.DecisionMade;
import dev.adze.loop.LoopInput.ModelAnswered;
import dev.adze.loop.LoopInput.Outcome;
import dev.adze.loop.LoopInput.Preparation;
import dev.adze.loop.LoopInput.Prepared;
import dev.adze.loop.LoopInput.ToolFinished;
import dev.adze.model.AssistantMessage;
import dev.adze.model.FinishReason;
import dev.adze.model.McpApproval;
import dev.adze.model.McpApprovalMessage;
import dev.adze.model.McpToolsPart;
import dev.adze.model.MediaPart;
import dev.adze.model.Message;
import dev.adze.model.ModelResponse;
import dev.adze.model.ProviderItem;
import dev.adze.model.ProviderPart;
import dev.adze.model.ReasoningPart;
import dev.adze.model.RefusalPart;
import dev.adze.model.TextPart;
import dev.adze.model.ToolCall;
import dev.adze.model.Usage;
import dev.adze.model.UserMessage;
import dev.adze.tool.Media;
import dev.adze.tool.SchemaProfile;
import dev.adze.tool.ToolHints;
import dev.adze.tool.ToolOutput;
import dev.adze.tool.ToolSpec;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The text of a state: what of it is kept, and which texts are read. */
class StateFormatTest {
  private static final String KEPT = "state-1.json";

  /** A run in the middle of its second step, with something in every place. */
  private static RunState full() {
    RunLimits limits =
        RunLimits.builder()
            .maxSteps(7)
            .maxToolCalls(9)
            .maxTokens(100_000)
            .maxTime(Duration.ofMinutes(5))
            .build();
    RunTimeouts timeouts =
        RunTimeouts.builder()
            .modelCall(Duration.ofMinutes(1))
            .approval(Duration.ofHours(1))
            .tool(Duration.ofSeconds(30))
            .build();
    RunSetup setup =
        RunSetup.builder("run_1", "concierge").limits(limits).timeouts(timeouts).build();
    RunState state = RunState.of(setup);
    state = apply(state, new LoopInput.Start(messages()));
    state = apply(state, new ModelAnswered(1, response("call_1_", 1)));
    state = apply(state, new Prepared("call_1_1", ready(false)));
    state =
        apply(
            state,
            new ToolFinished("call_1_1", new Outcome.Returned(output()), Duration.ofMillis(12)));
    state = apply(state, new ModelAnswered(1, response("call_2_", 5)));
    state = apply(state, new Prepared("call_2_1", ready(true)));
    state = apply(state, new Prepared("call_2_2", ready(true)));
    state = apply(state, new Prepared("call_2_3", new Preparation.UnknownTool(List.of("book"))));
    state = apply(state, new Prepared("call_2_4", ready(true)));
    state = apply(state, new Prepared("call_2_5", ready(false)));
    state = apply(state, decision("call_2_1", Decision.defer()));
    state = apply(state, decision("call_2_2", Decision.deny("no \ud83d half")));
    return state.withSequence(42);
  }

  private static RunState apply(RunState state, LoopInput input) {
    return RunLoop.apply(state, input, state.age.plusMillis(3)).state();
  }

  private static DecisionMade decision(String callId, Decision decision) {
    return new DecisionMade(callId, TextHash.of("{\"a\":1}"), new Answer.Decided(decision));
  }

  private static List<Message> messages() {
    return List.of(
        Message.system("be kind"),
        new UserMessage(
            List.of(
                new TextPart("Gr\u00fc\u00dfe"),
                new MediaPart(Media.of("image/png", new byte[] {1, 2})),
                new MediaPart(Media.at("application/pdf", URI.create("https://a.example/b"))),
                new MediaPart(new Media.Stored("application/pdf", "file-1", "b.pdf")))),
        new McpApprovalMessage(List.of(new McpApproval("mcpr_1", true, ""))));
  }

  private static ModelResponse response(String prefix, int calls) {
    Optional<ProviderItem> item = Optional.of(new ProviderItem("wire/host", "{\"id\": 1}"));
    List<dev.adze.model.AssistantPart> parts = new java.util.ArrayList<>();
    parts.add(new ReasoningPart("hm", item));
    parts.add(new TextPart("I look.", item));
    parts.add(new RefusalPart("not that"));
    parts.add(new ProviderPart("web_search_call", false, item.get()));
    parts.add(new McpToolsPart("docs", List.of("search", "read"), item.get()));
    for (int i = 1; i <= calls; i++) {
      parts.add(new ToolCall(prefix + i, "same", "book", "{\"a\":", item));
    }
    return ModelResponse.builder(new AssistantMessage(parts), FinishReason.TOOL_CALLS)
        .id("resp_1")
        .model("m-1")
        .usage(
            Usage.builder()
                .inputTokens(10)
                .outputTokens(4)
                .cachedInputTokens(2)
                .reasoningTokens(1)
                .providerJson("{\"x\": 1}")
                .build())
        .build();
  }

  private static Preparation ready(boolean asks) {
    ToolSpec.Builder tool =
        ToolSpec.builder("book", "{\"type\":\"object\"}")
            .title("Book")
            .description("Books.")
            .outputSchema("{}")
            .hints(new ToolHints(false, true, true, false))
            .timeout(Duration.ofSeconds(9))
            .strictProfiles(SchemaProfile.OPENAI_STRICT);
    if (asks) {
      tool.requiresApproval("it costs money");
    }
    return new Preparation.Ready(
        "{\"a\":1}",
        tool.build(),
        asks ? new Ruling.Ask("it costs money") : new Ruling.Free(),
        Optional.of("would book"));
  }

  private static ToolOutput output() {
    return ToolOutput.builder("out")
        .observation("seen")
        .display("shown")
        .metadata("k", "v")
        .attachment(Media.of("image/png", new byte[] {3}))
        .build();
  }

  @Test
  void everythingIsKept() {
    String text = full().toJson();
    RunState read = RunState.fromJson(text);

    assertThat(read.toJson()).isEqualTo(text);
    assertThat(read).usingRecursiveComparison().ignoringFields("trusted").isEqualTo(full());
    assertThat(text).matches("\\p{ASCII}*");
    assertThat(read.sequence()).isEqualTo(42);
    assertThat(read.awaits("call_2_1")).isTrue();
    assertThat(read.awaits("call_2_2")).isFalse();
  }

  @Test
  void aMessageIsKeptOnce() {
    assertThat(full().toJson().split("I look\\.", -1)).hasSize(3);
  }

  /** A text that was written by the first version: it is never changed. */
  @Test
  void theTextOfTheFirstVersionIsRead() throws IOException {
    try (InputStream in = StateFormatTest.class.getResourceAsStream(KEPT)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);

      assertThat(RunState.fromJson(text))
          .usingRecursiveComparison()
          .ignoringFields("trusted")
          .isEqualTo(full());
    }
  }

  @ParameterizedTest
  @CsvSource({"format,1", "loop,2"})
  void aNewerVersionIsRefused(String what, int known) {
    String name = "\"" + what + "\":";
    String newer = full().toJson().replaceFirst(name + known, name + (known + 1));

    assertThatThrownBy(() -> RunState.fromJson(newer))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "This version of Adze reads states of "
                + what
                + " 1 to "
                + known
                + ", but this one is of "
                + what
                + " "
                + (known + 1)
                + ". Read it with the version that wrote it, or a newer one.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "[]", "{}", "null", "{\"format\":1}", "{\"format\":1,\"loop\":1} x"})
  void whatIsNoStateIsRefused(String text) {
    assertThatThrownBy(() -> RunState.fromJson(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("A run is resumed from the text that toJson() gave.");
  }

  @Test
  void everyTextThatLacksSomethingIsRefusedOrRead() {
    String text = full().toJson();
    for (int i = 0; i < text.length(); i += 7) {
      String broken = text.substring(0, i) + text.substring(Math.min(text.length(), i + 3));
      try {
        RunState.fromJson(broken);
      } catch (IllegalArgumentException expected) {
        assertThat(expected.getMessage()).isNotEmpty();
      }
    }
  }
}
