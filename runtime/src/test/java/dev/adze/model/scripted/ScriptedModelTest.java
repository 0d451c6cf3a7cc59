package dev.adze.model.scripted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.adze.model.FinishReason;
import dev.adze.model.Message;
import dev.adze.model.ModelCall;
import dev.adze.model.ModelChunk;
import dev.adze.model.ModelDelta;
import dev.adze.model.ModelException;
import dev.adze.model.ModelRequest;
import dev.adze.model.ModelResponse;
import dev.adze.model.TextPart;
import dev.adze.model.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a scripted model sends. */
class ScriptedModelTest {
  private static final ModelRequest REQUEST =
      ModelRequest.builder("m", List.of(Message.user("hello"))).callIdPrefix("call_7_").build();

  private final List<ModelChunk> chunks = new ArrayList<>();

  private ModelResponse ask(ScriptedTurn turn) {
    return ScriptedModel.of(turn).newCall(REQUEST).execute(chunks::add);
  }

  @Test
  void textComesWordByWord() {
    ModelResponse response = ask(ScriptedTurn.text("a table for four"));

    assertThat(chunks.stream().map(ModelChunk::text))
        .containsExactly("a ", "table ", "for ", "four", "");
    assertThat(response.message().text()).isEqualTo("a table for four");
    assertThat(response.finishReason()).isEqualTo(FinishReason.STOP);
    assertThat(chunks.get(0).json())
        .isEqualTo(
            "{\"id\":\"scripted-1\",\"object\":\"chat.completion.chunk\",\"model\":\"m\","
                + "\"choices\":[{\"index\":0,\"delta\":{\"content\":\"a \"},"
                + "\"finish_reason\":null}]}");
  }

  @Test
  void textComesInThePiecesThatAreGiven() {
    ask(ScriptedTurn.builder().textInPieces("ta", "ble").build());

    assertThat(chunks.stream().map(ModelChunk::text)).containsExactly("ta", "ble", "");
  }

  @Test
  void callsCarryTheIdsOfTheRequest() {
    ScriptedTurn turn =
        ScriptedTurn.builder()
            .reasoning("hm")
            .toolCall("find", "{\"guests\":4,\"day\":\"friday\"}")
            .toolCall("book", "{}")
            .usage(Usage.builder().inputTokens(3).outputTokens(2).build())
            .build();
    ModelResponse response = ask(turn);

    assertThat(response.finishReason()).isEqualTo(FinishReason.TOOL_CALLS);
    assertThat(response.message().reasoning()).isEqualTo("hm");
    assertThat(response.message().toolCalls().stream().map(call -> call.id()))
        .containsExactly("call_7_1", "call_7_2");
    StringBuilder arguments = new StringBuilder();
    for (ModelChunk chunk : chunks) {
      for (ModelDelta delta : chunk.deltas()) {
        if (delta instanceof ModelDelta.ToolCallArguments piece
            && piece.callId().equals("call_7_1")) {
          arguments.append(piece.arguments());
        }
      }
    }
    assertThat(arguments).hasToString("{\"guests\":4,\"day\":\"friday\"}");
    assertThat(chunks.get(1).json())
        .contains(
            "\"tool_calls\":[{\"index\":0,\"id\":\"scripted-1-call-1\",\"type\":\"function\","
                + "\"function\":{\"name\":\"find\",\"arguments\":\"\"}}]");
    assertThat(chunks.get(chunks.size() - 1).json())
        .endsWith(
            "\"finish_reason\":\"tool_calls\"}],\"usage\":{\"prompt_tokens\":3,"
                + "\"completion_tokens\":2,\"total_tokens\":5}}");
  }

  @Test
  void failureComesAfterWhatWasSaid() {
    ModelException failure =
        ModelException.builder(ModelException.Kind.NETWORK, "broken off").build();

    assertThatThrownBy(() -> ask(ScriptedTurn.builder().text("so far").failure(failure).build()))
        .isSameAs(failure);
    assertThat(chunks.stream().map(ModelChunk::text)).containsExactly("so ", "far");
  }

  @Test
  void hangingTurnEndsWhenItIsCancelled() throws InterruptedException {
    ModelCall call = ScriptedModel.of(ScriptedTurn.hanging()).newCall(REQUEST);
    CountDownLatch ended = new CountDownLatch(1);
    List<Throwable> thrown = new ArrayList<>();
    Thread reader =
        new Thread(() -> {
          try {
            call.execute(chunk -> {});
          } catch (ModelException cancelled) {
            thrown.add(cancelled);
          }
          ended.countDown();
        });
    reader.start();
    call.cancel();

    assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(((ModelException) thrown.get(0)).kind()).isEqualTo(ModelException.Kind.CANCELLED);
  }

  @Test
  void turnsMayDependOnTheirRequestsWhichAreKept() {
    ScriptedModel model =
        ScriptedModel.builder()
            .turn(request -> ScriptedTurn.text(request.model()))
            .turn(ScriptedTurn.text("second"))
            .build();

    assertThat(model.newCall(REQUEST).execute(chunks::add).message().text()).isEqualTo("m");
    assertThat(model.newCall(REQUEST).execute(chunks::add).id()).isEqualTo("scripted-2");
    assertThat(model.requests()).containsExactly(REQUEST, REQUEST);
    assertThatThrownBy(() -> model.newCall(REQUEST).execute(chunks::add))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("the script has 2 and this is request 3");
  }

  @Test
  void aCallIsSentOnce() {
    ModelCall call = ScriptedModel.of(ScriptedTurn.text("hi")).newCall(REQUEST);
    call.execute(chunk -> {});

    assertThatThrownBy(() -> call.execute(chunk -> {})).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void argumentsComeInThePiecesThatAreGiven() {
    ModelResponse response =
        ask(ScriptedTurn.builder().toolCallInPieces("find", "{\"gu", "ests\":4", "}").build());

    assertThat(chunks.stream().flatMap(chunk -> chunk.deltas().stream()))
        .extracting(delta -> ((ModelDelta.ToolCallArguments) delta).arguments())
        .containsExactly("", "{\"gu", "ests\":4", "}");
    assertThat(response.message().toolCalls().get(0).arguments()).isEqualTo("{\"guests\":4}");
  }

  @Test
  void aTurnGoesOnWhenTheTestSaysSo() throws Exception {
    CompletableFuture<Void> goOn = new CompletableFuture<>();
    ScriptedTurn turn = ScriptedTurn.builder().text("one ").waitFor(goOn).text("two").build();
    CountDownLatch one = new CountDownLatch(1);
    ModelCall call = ScriptedModel.of(turn).newCall(REQUEST);
    CompletableFuture<ModelResponse> response =
        CompletableFuture.supplyAsync(() ->
            call.execute(chunk -> {
              chunks.add(chunk);
              one.countDown();
            }));
    assertThat(one.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(chunks).hasSize(1);
    assertThat(response).isNotDone();
    goOn.completeExceptionally(new IllegalStateException("in any way"));

    assertThat(response.get(10, TimeUnit.SECONDS).message().parts())
        .containsExactly(new TextPart("one "), new TextPart("two"));
  }

  @Test
  void cancelEndsTheWaitOfATurn() {
    ScriptedTurn turn = ScriptedTurn.builder().waitFor(new CompletableFuture<>()).build();
    for (boolean streaming : new boolean[] {true, false}) {
      ModelRequest request =
          ModelRequest.builder("m", List.of(Message.user("hello"))).streaming(streaming).build();
      ModelCall call = ScriptedModel.of(turn).newCall(request);
      CompletableFuture<ModelResponse> response =
          CompletableFuture.supplyAsync(() -> call.execute(chunk -> {}));
      call.cancel();

      assertThatThrownBy(() -> response.get(10, TimeUnit.SECONDS))
          .hasCauseInstanceOf(ModelException.class);
    }
  }
}
