package dev.adze.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.adze.internal.http.LoopbackServer;
import dev.adze.model.ModelException.Kind;
import dev.adze.model.openai.OpenAiClient;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FallbackClientTest {
  private static final String ROLE = "{\"choices\":[{\"delta\":{\"role\":\"assistant\"}}]}";
  private static final String TEXT = "{\"choices\":[{\"delta\":{\"content\":\"Hi\"}}]}";
  private static final String STOP = "{\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}";
  private static final String ERROR = "{\"error\":{\"message\":\"busy\",\"code\":503}}";

  private final List<ModelChunk> chunks = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(ints = {402, 408, 429, 500, 503, 529})
  void asksTheNextWhereThatMayHelp(int status) {
    try (LoopbackServer first = LoopbackServer.answering(status, "{}");
        LoopbackServer second = LoopbackServer.streaming(TEXT, STOP, "[DONE]")) {
      ModelResponse response = ask(first, second);

      assertThat(response.message().text()).isEqualTo("Hi");
      assertThat(first.requests()).hasSize(1);
      assertThat(first.requests().get(0).body()).contains("\"model\":\"one\"");
      assertThat(second.requests()).hasSize(1);
      assertThat(second.requests().get(0).body()).contains("\"model\":\"two\"");
    }
  }

  @Test
  void forgetsABrokenStreamThatHadSaidNothing() {
    try (LoopbackServer first = LoopbackServer.streaming(ROLE, ERROR);
        LoopbackServer second = LoopbackServer.streaming(ROLE, TEXT, STOP, "[DONE]")) {
      ask(first, second);

      assertThat(chunks).extracting(ModelChunk::json).containsExactly(ROLE, TEXT, STOP);
    }
  }

  @Test
  void keepsToAStreamThatHasBegunToAnswer() {
    try (LoopbackServer first = LoopbackServer.streaming(TEXT, ERROR);
        LoopbackServer second = LoopbackServer.streaming(TEXT, STOP, "[DONE]")) {
      ModelException failure = catchThrowableOfType(ModelException.class, () -> ask(first, second));

      assertThat(failure.kind()).isEqualTo(Kind.OVERLOADED);
      assertThat(second.requests()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404})
  void asksNobodyElseWhatIsWrongInItself(int status) {
    try (LoopbackServer first = LoopbackServer.answering(status, "{}");
        LoopbackServer second = LoopbackServer.streaming(TEXT, STOP, "[DONE]")) {
      ModelException failure = catchThrowableOfType(ModelException.class, () -> ask(first, second));

      assertThat(failure.status()).hasValue(status);
      assertThat(second.requests()).isEmpty();
    }
  }

  @Test
  void givesTheLastFailureWhereNobodyAnswers() {
    try (LoopbackServer first = LoopbackServer.answering(503, "{}");
        LoopbackServer second = LoopbackServer.answering(429, "{}")) {
      ModelException failure = catchThrowableOfType(ModelException.class, () -> ask(first, second));

      assertThat(failure.kind()).isEqualTo(Kind.RATE_LIMIT);
    }
  }

  @Test
  void asksNobodyOnceItIsCancelled() {
    try (LoopbackServer first = LoopbackServer.streaming(TEXT, STOP, "[DONE]");
        LoopbackServer second = LoopbackServer.streaming(TEXT, STOP, "[DONE]")) {
      ModelCall call = client(first, second).newCall(request());
      call.cancel();

      ModelException failure =
          catchThrowableOfType(ModelException.class, () -> call.execute(chunks::add));

      assertThat(failure.kind()).isEqualTo(Kind.CANCELLED);
      assertThat(second.requests()).isEmpty();
    }
  }

  private ModelResponse ask(LoopbackServer first, LoopbackServer second) {
    return client(first, second).newCall(request()).execute(chunks::add);
  }

  private static FallbackClient client(LoopbackServer first, LoopbackServer second) {
    return FallbackClient.first(OpenAiClient.builder().baseUrl(first.url()).build())
        .then(OpenAiClient.builder().baseUrl(second.url()).build(), "two")
        .build();
  }

  private static ModelRequest request() {
    return ModelRequest.builder("one", List.of(Message.user("hi"))).build();
  }
}
