package dev.adze.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.model.FinishReason;
import dev.adze.model.HttpSettings;
import dev.adze.model.ModelClient;
import dev.adze.tool.ToolSpec;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Recorded exchanges with providers, replayed through clients and runner. */
@Tag("recordings")
@EnabledIfSystemProperty(named = "recordings", matches = ".*")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordingsTest {
  /** Of a result that has more characters than these, a model gets the first ones. */
  private static final int SHORTENED_RESULT = 65_536;

  private final long seed = Long.getLong("tests.seed", 11);
  private final RandomGenerator random = new Random(seed);
  private final Differences differences = new Differences();
  private final NotModelled notModelled = new NotModelled();
  private final List<String> wrongFaults = new ArrayList<>();
  private final AtomicLong exchanges = new AtomicLong();
  private final AtomicLong calls = new AtomicLong();
  private int conversations;
  private final AtomicLong faults = new AtomicLong();

  private List<RecordedExchange> recorded;
  private ReplayServer server;

  @BeforeAll
  void open() throws IOException {
    recorded =
        RecordedReader.open(
                System.getProperty("recordings.from", ""), System.getProperty("recordings"))
            .exchanges();
    server = new ReplayServer();
  }

  @AfterAll
  void close() throws IOException {
    if (server != null) {
      server.close();
      notModelled.lines().forEach(System.out::println);
      System.out.println("recordings, random cuts: seed " + seed + " (-Dtests.seed)");
      System.out.println("recordings, responses read: " + calls);
      System.out.println(
          "recordings: %d exchanges, %d conversations, %d fault runs, %d wrong"
              .formatted(
                  exchanges.get(),
                  conversations,
                  faults.get(),
                  differences.wrongExchanges() + wrongFaults.size()));
    }
  }

  @Test
  void everyExchangeIsAskedForAndReadAsRecorded() {
    Differences found = differences.under("");
    recorded.parallelStream()
        .forEach(exchange -> {
          Optional<WireFormat> format = WireFormat.of(exchange);
          if (format.isEmpty()) {
            notModelled.add("no client speaks this wire format", exchange.id());
          } else {
            read(format.get(), exchange, found);
          }
        });
    assertThat(found.report()).as("Differences, with seed %d", seed).isEmpty();
    assertThat(exchanges).as("Exchanges replayed").hasPositiveValue();
  }

  @Test
  void clientAndRunnerGoOnAConversationAsRecorded() throws InterruptedException {
    for (RecordedRun run : runs()) {
      Optional<String> reason = notReplayable(run);
      if (reason.isPresent()) {
        run.exchanges().forEach(one -> notModelled.add(reason.get(), one.id()));
      } else {
        replay(run);
        conversations++;
      }
    }
    assertThat(differences.report()).as("Differences, with seed %d", seed).isEmpty();
    assertThat(conversations).as("Conversations replayed").isPositive();
  }

  @Test
  void brokenResponsesEndARunOnceAndWithATypedCause() throws Exception {
    for (WireFormat format : WireFormat.ALL) {
      List<RecordedRun> runs =
          runs().stream()
              .filter(run -> run.format() == format && notReplayable(run).isEmpty())
              .toList();
      for (ReplayFault fault : new ReplayFaults(runs).all()) {
        server.play(ReplayScript.repeatingLast(fault.replies()));
        ModelClient client =
            format.client(fault.run().first(), server.address(), HttpSettings.DEFAULTS);
        wrongFaults.addAll(fault.faultsOf(ReplayRun.replay(fault.run(), client)));
        AdaptedClient.closeIdle(client);
        faults.incrementAndGet();
      }
    }
    assertThat(wrongFaults).isEmpty();
  }

  @Test
  void aBrokenResponseIsToldAsFarAsItCameAndHasATypedCause() {
    Differences found = differences.under("broken");
    recorded.parallelStream()
        .forEach(exchange ->
            WireFormat.of(exchange)
                .ifPresent(format ->
                    faults.addAndGet(new ExchangeFaults(format, exchange, seed, found).run())));
    assertThat(found.report()).as("Differences, with seed %d", seed).isEmpty();
  }

  private void read(WireFormat format, RecordedExchange exchange, Differences found) {
    try {
      calls.addAndGet(
          new ExchangeReplay(format, exchange, seed, notModelled).run(found, notModelled));
      exchanges.incrementAndGet();
    } catch (RuntimeException e) {
      found.add(exchange.id(), "exception", "(none)", trace(e));
    }
  }

  private List<RecordedRun> runs() {
    List<RecordedRun> runs = new ArrayList<>();
    for (RecordedConversation conversation : RecordedConversation.of(recorded)) {
      RecordedExchange first = conversation.exchanges().get(0);
      try {
        WireFormat.of(first).ifPresent(format -> runs.addAll(conversation.runs(format)));
      } catch (RuntimeException unreadable) {
        differences.under("runs").add(first.id(), "exception", "(none)", trace(unreadable));
      }
    }
    return runs;
  }

  private static Optional<String> notReplayable(RecordedRun run) {
    for (RecordedExchange exchange : run.exchanges()) {
      if (!exchange.hasRequest()) {
        return Optional.of("a run whose request was not recorded");
      }
      if (run.format().notModelled(exchange).isPresent()) {
        return run.format().notModelled(exchange);
      }
      if (run.format().answer(exchange).failure() != null) {
        return Optional.of("a run that the provider refused: read as an exchange only");
      }
    }
    RecordedAnswer last = run.answers().get(run.exchanges().size() - 1);
    if (last.finishReason() == FinishReason.PAUSED) {
      return Optional.of("a run whose recording ends where the provider paused");
    }
    if (last.isEmpty()) {
      return Optional.of("a run that ends with an empty answer, which a run asks for once more");
    }
    List<String> names = run.request().tools().stream().map(ToolSpec::name).toList();
    for (RecordedAnswer answer : run.answers()) {
      for (RecordedAnswer.Call call : answer.callsToRun()) {
        if (!names.contains(call.name())) {
          return Optional.of("a run that calls what it did not declare as a function");
        }
        if (!ReplayTools.tree(call.arguments()).isObject()) {
          return Optional.of("a run whose model is told that its arguments are no object");
        }
      }
    }
    if (names.stream().distinct().count() < names.size()) {
      return Optional.of("a run with two tools of the same name");
    }
    if (run.request().conversation().isEmpty()) {
      return Optional.of("a run with no message but instructions");
    }
    if (run.longestResult() > SHORTENED_RESULT) {
      return Optional.of("a run with a result that the model would be given in part only");
    }
    if (!run.asksInOneWay()) {
      return Optional.of("a run whose program asked in another way in the middle of it");
    }
    return run.followsFromItsAnswers()
        ? run.format().notReplayable(run)
        : Optional.of("a run with a request that does not follow from the answer before it");
  }

  private void replay(RecordedRun run) throws InterruptedException {
    for (ReplayDelivery delivery : ReplayDelivery.values()) {
      if (delivery == ReplayDelivery.BYTE_BY_BYTE) {
        continue; // Each exchange is read so, and over a network it takes long.
      }
      Differences found = differences.under("runner, " + delivery);
      ReplayScript script =
          ReplayScript.inOrder(
              run.exchanges().stream()
                  .map(exchange -> ReplayReply.of(exchange, delivery, random))
                  .toList());
      server.play(script);
      ModelClient client =
          run.format().client(run.first(), server.address(), HttpSettings.DEFAULTS);
      try {
        new EventComparison(found).compare(run, ReplayRun.replay(run, client));
      } catch (AssertionError hung) {
        found.add(run.first().id(), "end of the run", "an answer", String.valueOf(hung));
        throw hung;
      } catch (RuntimeException thrown) {
        found.add(run.first().id(), "exception", "(none)", trace(thrown));
      } finally {
        AdaptedClient.closeIdle(client);
      }
      new RequestComparison(run.format(), found, notModelled).compare(run, script.received());
    }
  }

  private static String trace(Throwable thrown) {
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    return trace.toString();
  }
}
