package dev.adze.model.openai;

import dev.adze.model.AssistantMessage;
import dev.adze.model.AssistantPart;
import dev.adze.model.MediaPart;
import dev.adze.model.Message;
import dev.adze.model.ModelOptions;
import dev.adze.model.ModelRequest;
import dev.adze.model.ReasoningPart;
import dev.adze.model.RefusalPart;
import dev.adze.model.TextPart;
import dev.adze.model.ToolCall;
import dev.adze.model.ToolChoice;
import dev.adze.model.ToolMessage;
import dev.adze.model.ToolResult;
import dev.adze.model.UserMessage;
import dev.adze.model.UserPart;
import dev.adze.tool.Media;
import dev.adze.tool.OutputType;
import dev.adze.tool.SchemaProfile;
import dev.adze.tool.ToolSpec;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Requests with everything that one can hold, right or as models and users get it wrong. */
final class RandomRequests {
  private static final ToolSpec STRICT =
      ToolSpec.builder(
              "book_table",
              "{\"type\":\"object\",\"properties\":{\"n\":{\"type\":\"integer\"},"
                  + "\"note\":{\"type\":\"string\"}},\"required\":[\"n\"],"
                  + "\"additionalProperties\":false}")
          .description("Books.")
          .strictProfiles(SchemaProfile.OPENAI_STRICT)
          .build();
  private static final ToolSpec LOOSE = ToolSpec.builder("look", "{\"type\":\"object\"}").build();
  private static final List<String> CALLED =
      List.of("book_table", "look", "no such tool!", "", "x".repeat(90));
  private static final List<String> ARGUMENTS =
      List.of("{\"n\":1}", "{}", "", "{\"n\":", "[1]", "\"\ud83d\"", "null");
  private static final String SCHEMA =
      "{\"type\":\"object\",\"properties\":{\"x\":{\"type\":\"string\"}},\"required\":[\"x\"],"
          + "\"additionalProperties\":false}";

  private final RandomGenerator random;
  private int calls;

  RandomRequests(RandomGenerator random) {
    this.random = random;
  }

  ModelRequest next() {
    calls = 0;
    List<Message> messages = new ArrayList<>();
    if (random.nextBoolean()) {
      messages.add(Message.system("Be brief."));
    }
    for (int turns = random.nextInt(1, 5); turns > 0; turns--) {
      messages.add(user());
      if (random.nextBoolean()) {
        answer(messages);
      }
    }
    ModelRequest.Builder request =
        ModelRequest.builder(random.nextBoolean() ? "gpt-5" : "gpt-4o", messages)
            .streaming(random.nextBoolean());
    boolean tools = random.nextBoolean();
    if (tools) {
      request.tools(random.nextBoolean() ? List.of(STRICT, LOOSE) : List.of(LOOSE));
    }
    if (random.nextInt(4) == 0) {
      request.output(output());
    }
    return request.options(options(tools)).build();
  }

  private OutputType<?> output() {
    return random.nextBoolean()
        ? OutputType.of(
            "trip", "A trip.", SCHEMA, in -> "", (out, value) -> {}, SchemaProfile.OPENAI_STRICT)
        : OutputType.of("trip", "", SCHEMA, in -> "", (out, value) -> {});
  }

  private Message user() {
    List<UserPart> parts = new ArrayList<>();
    parts.add(new TextPart("Hi \ud83d\ude00"));
    for (int more = random.nextInt(3); more > 0; more--) {
      parts.add(new MediaPart(media()));
    }
    return new UserMessage(parts);
  }

  private Media media() {
    return switch (random.nextInt(3)) {
      case 0 -> Media.of("image/png", new byte[] {1, 2});
      case 1 -> Media.at("image/png", URI.create("https://example.org/a.png"));
      default -> new Media.Inline("application/pdf", "AQI=", "a.pdf");
    };
  }

  private void answer(List<Message> messages) {
    List<AssistantPart> parts = new ArrayList<>();
    List<ToolResult> results = new ArrayList<>();
    if (random.nextBoolean()) {
      parts.add(new ReasoningPart("hm"));
    }
    if (random.nextInt(5) == 0) {
      parts.add(new RefusalPart("No."));
    } else {
      parts.add(new TextPart("Well."));
    }
    for (int more = random.nextInt(4); more > 0; more--) {
      ToolCall call = call();
      parts.add(call);
      List<Media> attached = random.nextInt(3) == 0 ? List.of(media()) : List.of();
      results.add(new ToolResult(call.id(), call.name(), "seen", random.nextBoolean(), attached));
    }
    messages.add(new AssistantMessage(parts));
    if (!results.isEmpty()) {
      messages.add(new ToolMessage(results));
    }
  }

  private ToolCall call() {
    String providerId = List.of("", "same", "functions.f:" + calls).get(random.nextInt(3));
    return new ToolCall("call_" + ++calls, providerId, pick(CALLED), pick(ARGUMENTS));
  }

  private ModelOptions options(boolean tools) {
    ModelOptions.Builder options = ModelOptions.builder();
    if (random.nextBoolean()) {
      options.temperature(random.nextInt(3)).topP(0.5);
    }
    if (random.nextBoolean()) {
      options.maxOutputTokens(100);
    }
    if (random.nextInt(4) == 0) {
      options.reasoningEffort("low");
    }
    if (random.nextInt(4) == 0) {
      options.extraJson("{\"metadata\":{\"a\":\"b\"}}");
    }
    if (tools && random.nextBoolean()) {
      options
          .parallelToolCalls(random.nextBoolean())
          .strictTools(random.nextBoolean())
          .toolChoice(
              pick(
                  List.of(
                      ToolChoice.auto(),
                      ToolChoice.none(),
                      ToolChoice.required(),
                      ToolChoice.tool("look"))));
    }
    return options.build();
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
