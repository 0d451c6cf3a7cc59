package dev.adze.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.model.openai.OpenAiClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Recorded conversations with OpenAI's chat completions, replayed through client and runner. */
@Tag("recordings")
@EnabledIfSystemProperty(named = "recordings", matches = ".*")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordingsTest {
  private static final int LEAST_CONVERSATIONS = 8;
  private static final int LEAST_EXCHANGES = 40;

  private final long seed = Long.getLong("tests.seed", 11);
  private final RandomGenerator random = new Random(seed);
  private final Differences differences = new Differences();
  private final NotModelled notModelled = new NotModelled();
  private final List<RecordedExchange> replayed = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();

  private List<RecordedConversation> recorded;
  private ReplayServer server;
  private OpenAiClient client;

  @BeforeAll
  void open() throws IOException {
    recorded =
        RecordedReader.open(
                System.getProperty("recordings.from", ""), System.getProperty("recordings"))
            .conversations("openai-chat");
    server = new ReplayServer();
    client =
        OpenAiClient.builder()
            .apiKey("none")
            .baseUrl(server.baseUrl())
            .maxTokensField("max_completion_tokens")
            .build();
  }

  @AfterAll
  void close() throws IOException {
    if (server != null) {
      server.close();
      client.close();
      lines.forEach(System.out::println);
      System.out.println(
          "recordings: %d exchanges in %d conversations, %d wrong"
              .formatted(replayed.size(), conversations(replayed), differences.wrongExchanges()));
    }
  }

  @Test
  void clientAndRunnerSendAndTellWhatWasRecorded() throws InterruptedException {
    for (RecordedConversation conversation : recorded) {
      for (RecordedRun run : conversation.runs()) {
        if (!notModelled.run(run)) {
          replay(run);
          replayed.addAll(run.exchanges());
        }
      }
    }
    lines.add("recordings, random cuts: seed " + seed + " (-Dtests.seed)");
    lines.add(notModelled.line());
    assertThat(differences.report()).as("Differences, with seed %d", seed).isEmpty();
    List<RecordedExchange> whole =
        replayed.stream().filter(exchange -> exchange.streamed() && exchange.replayable()).toList();
    assertThat(whole.size())
        .as("Exchanges replayed of whole streamed conversations with tool calls")
        .isGreaterThanOrEqualTo(LEAST_EXCHANGES);
    assertThat(conversations(whole))
        .as("Whole streamed conversations with tool calls replayed")
        .isGreaterThanOrEqualTo(LEAST_CONVERSATIONS);
  }

  @Test
  void brokenResponsesEndARunOnceAndWithATypedCause() throws InterruptedException {
    List<ReplayFault> faults = new ReplayFaults(recorded).all();
    List<String> wrong = new ArrayList<>();
    int wrongFaults = 0;
    for (ReplayFault fault : faults) {
      server.play(ReplayScript.repeatingLast(fault.replies()));
      List<String> found = fault.faultsOf(ReplayRun.replay(fault.run(), client));
      wrong.addAll(found);
      wrongFaults += found.isEmpty() ? 0 : 1;
    }
    lines.add("recordings, broken responses: %d, %d wrong".formatted(faults.size(), wrongFaults));
    assertThat(wrong).isEmpty();
  }

  private void replay(RecordedRun run) throws InterruptedException {
    for (ReplayDelivery delivery : ReplayDelivery.values()) {
      Differences found = differences.under(delivery.name());
      ReplayScript script =
          ReplayScript.inOrder(
              run.exchanges().stream()
                  .map(exchange -> ReplayReply.of(exchange, delivery, random))
                  .toList());
      server.play(script);
      try {
        new EventComparison(found).compare(run, ReplayRun.replay(run, client));
      } catch (AssertionError hung) {
        found.add(run.first().id(), "end of the run", "an answer", hung.getMessage());
        throw hung;
      } catch (RuntimeException thrown) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        found.add(run.first().id(), "exception", "(none)", trace.toString());
      }
      new RequestComparison(found, notModelled).compare(run, script.received());
    }
  }

  private static long conversations(List<RecordedExchange> exchanges) {
    return exchanges.stream().map(RecordedExchange::conversation).distinct().count();
  }
}
