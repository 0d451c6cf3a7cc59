package dev.adze.agent;

import static dev.adze.agent.Fixtures.finish;
import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.event.ExecutionComplete;
import dev.adze.event.RawResponse;
import dev.adze.event.RunEvent;
import dev.adze.event.StopReason;
import dev.adze.internal.BatchConsumer;
import dev.adze.internal.http.LoopbackServer;
import dev.adze.model.AssistantMessage;
import dev.adze.model.FallbackClient;
import dev.adze.model.FinishReason;
import dev.adze.model.ModelCall;
import dev.adze.model.ModelChunk;
import dev.adze.model.ModelClient;
import dev.adze.model.ModelDelta;
import dev.adze.model.ModelResponse;
import dev.adze.model.openai.OpenAiClient;
import dev.adze.testing.RecordedEvents;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Chunks go on in batches, and threads wake each other as seldom as can be: never too seldom. */
@Timeout(60)
class BatchedDeliveryTest {
  private static final long SEED = Long.getLong("tests.seed", 11);
  private static final String CHUNK =
      "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"a \"}}]}\n\n";
  private static final String END =
      "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n";

  private final RecordedEvents told = new RecordedEvents();
  private final CountDownLatch never = new CountDownLatch(1);

  private enum Way {
    LISTENER,
    STREAM,
    ONE_BY_ONE
  }

  @ParameterizedTest
  @CsvSource({"false, false", "true, false", "false, true"})
  void whatWasSentIsHeardWhileTheServerIsSilent(boolean chunked, boolean fallback)
      throws InterruptedException {
    Random random = new Random(SEED);
    Semaphore heard = new Semaphore(0);
    RunListener listener =
        new RunListener() {
          @Override
          public void onRawResponse(RawResponse event) {
            told.onEvent(event);
            heard.release();
          }
        };
    int[] bursts = {1, 1, 2, 3, 30, 1, 150, 700, 2};
    try (LoopbackServer server =
            LoopbackServer.start((socket, out) -> {
              out.write(
                  LoopbackServer.response(
                      200, "", chunked ? "Transfer-Encoding: chunked" : "X-Framed: no"));
              String rest = "";
              for (int burst : bursts) {
                // A part of the next event comes with it, which must not hold back the others.
                int cut = random.nextInt(CHUNK.length());
                String body = rest + CHUNK.repeat(burst - (rest.isEmpty() ? 0 : 1));
                rest = CHUNK.substring(cut);
                out.write(framed(body + rest(cut), chunked));
                out.flush();
                if (!heard.tryAcquire(burst, 10, TimeUnit.SECONDS)) {
                  socket.close();
                  return;
                }
              }
              out.write(framed(rest + END, chunked));
              if (chunked) {
                out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
              }
              socket.close();
            });
        OpenAiClient client = OpenAiClient.builder().apiKey("none").baseUrl(server.url()).build()) {
      ModelClient asked = fallback ? FallbackClient.first(client).then(client).build() : client;
      Agent agent = Agent.builder().name("tester").model(asked, "tiny").build();

      assertThat(finish(Runner.builder(agent).build().stream("hello", listener)).stopReason())
          .as("seed %s", SEED)
          .isEqualTo(StopReason.FINAL_OUTPUT);
    }
  }

  private static String rest(int cut) {
    return CHUNK.substring(0, cut);
  }

  private static byte[] framed(String body, boolean chunked) {
    String framed = chunked ? Integer.toHexString(body.length()) + "\r\n" + body + "\r\n" : body;
    return framed.getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * The model and the consumer take pauses and hurry at random, so that each waits for the other.
   */
  @ParameterizedTest
  @EnumSource(Way.class)
  void nobodySleepsThroughAWakeUp(Way way) throws Exception {
    for (int round = 0; round < 60; round++) {
      Random random = new Random(SEED * 1_000 + round);
      int chunks = round % 20 == 0 ? 4_000 : random.nextInt(60);
      Runner runner =
          Runner.builder(
                  Agent.builder().name("tester").model(hasty(chunks, random), "tiny").build())
              .build();
      Random pauses = new Random(SEED * 1_000 - round);
      List<RunEvent> heard = new ArrayList<>();
      consume(
          runner,
          way,
          event -> {
            heard.add(event);
            pause(pauses);
          });

      assertThat(heard)
          .as("seed %s, round %s", SEED, round)
          .filteredOn(RawResponse.class::isInstance)
          .hasSize(chunks);
      Fixtures.checkNumbers(RecordedEvents.of(heard));
    }
  }

  private static void consume(Runner runner, Way way, Consumer<RunEvent> consumer)
      throws Exception {
    switch (way) {
      case LISTENER -> finish(runner.stream("hello", consumer));
      case STREAM -> {
        try (EventStream events = runner.open("hello")) {
          for (RunEvent event : events) {
            consumer.accept(event);
          }
        }
      }
      default -> {
        OneByOne subscriber = new OneByOne(consumer);
        runner.publisher("hello").subscribe(subscriber);
        Fixtures.await(subscriber.ended);
      }
    }
  }

  /** Adds and flushes at random, and now and then is slower than any consumer. */
  private static ModelClient hasty(int chunks, Random random) {
    return request ->
        new ModelCall() {
          @Override
          public ModelResponse execute(Consumer<? super ModelChunk> consumer) {
            BatchConsumer<? super ModelChunk> batches = BatchConsumer.of(consumer);
            for (int i = 0; i < chunks; i++) {
              batches.add(ModelChunk.of("{}", "", List.of(new ModelDelta.Text("x"))));
              if (random.nextInt(4) == 0) {
                batches.flush();
                pause(random);
              }
            }
            batches.flush();
            return ModelResponse.builder(AssistantMessage.of("x"), FinishReason.STOP).build();
          }

          @Override
          public void cancel() {}
        };
  }

  private static void pause(Random random) {
    int spins = random.nextInt(20) == 0 ? random.nextInt(20_000) : 0;
    for (int i = 0; i < spins; i++) {
      Thread.onSpinWait();
    }
  }

  private static final class OneByOne implements Flow.Subscriber<RunEvent> {
    private final Consumer<RunEvent> consumer;
    private final CountDownLatch ended = new CountDownLatch(1);
    private Flow.Subscription subscription;

    OneByOne(Consumer<RunEvent> consumer) {
      this.consumer = consumer;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      this.subscription = subscription;
      subscription.request(1);
    }

    @Override
    public void onNext(RunEvent event) {
      consumer.accept(event);
      subscription.request(1);
    }

    @Override
    public void onError(Throwable thrown) {
      ended.countDown();
    }

    @Override
    public void onComplete() {
      ended.countDown();
    }
  }

  @Test
  void listenerThatStopsInTheMiddleOfABatchIsLeftThere() throws InterruptedException {
    CountDownLatch reached = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    RecordedEvents late = new RecordedEvents();
    RunListener stuck =
        new RunListener() {
          @Override
          public void onEvent(RunEvent event) {
            late.onEvent(event);
            if (event instanceof RawResponse raw && raw.ordinal() == 20) {
              reached.countDown();
              try {
                Fixtures.await(never);
              } catch (InterruptedException unexpected) {
                throw new AssertionError(unexpected);
              }
            }
          }

          @Override
          public void onExecutionComplete(ExecutionComplete event) {
            over.countDown();
          }
        };
    RecordedEvents before = new RecordedEvents();
    ModelClient all =
        request ->
            new ModelCall() {
              @Override
              public ModelResponse execute(Consumer<? super ModelChunk> consumer) {
                BatchConsumer<? super ModelChunk> batches = BatchConsumer.of(consumer);
                for (int i = 0; i < 50; i++) {
                  batches.add(ModelChunk.of("{}", "", List.of(new ModelDelta.Text("x"))));
                }
                batches.flush();
                return ModelResponse.builder(AssistantMessage.of("x"), FinishReason.STOP).build();
              }

              @Override
              public void cancel() {}
            };
    Runner runner =
        Runner.builder(Agent.builder().name("tester").model(all, "tiny").build())
            .listener(before)
            .listener(stuck)
            .build();
    try (QuietLog quiet = new QuietLog()) {
      Run run = runner.stream("hello", told);
      Fixtures.await(reached);
      assertThat(finish(run).text()).isEqualTo("x");
      assertThat(quiet.records()).hasSize(1);
    }

    Fixtures.checkNumbers(told);
    assertThat(told.only(RawResponse.class)).hasSize(50);
    assertThat(before.events()).isEqualTo(told.events());
    assertThat(late.only(RawResponse.class)).hasSize(20);
    never.countDown();
    Fixtures.await(over);
    assertThat(late.events()).isEqualTo(told.events());
  }
}
