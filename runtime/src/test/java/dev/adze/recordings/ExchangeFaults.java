package dev.adze.recordings;

import dev.adze.model.HttpSettings;
import dev.adze.model.ModelChunk;
import dev.adze.model.ModelClient;
import dev.adze.model.ModelException;
import dev.adze.model.ModelException.Kind;
import dev.adze.model.ModelResponse;
import dev.adze.recordings.ReplayReply.End;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Breaks a recorded response at random places. What arrived whole must be told, and the failure
 * have the kind of what went wrong, unless the response had said that it was complete.
 */
final class ExchangeFaults {
  private static final int CUTS = 4;
  private static final int HANGS_IN = 16;
  private static final Duration SILENCE = Duration.ofMillis(60);
  private static final List<ReplayReply> REFUSALS =
      List.of(refusal(429), refusal(500), refusal(502), refusal(503));

  private final RecordedExchange exchange;
  private final RecordedAnswer answer;
  private final Differences differences;
  private final RandomGenerator random;
  private final ReplaySockets sockets = new ReplaySockets();
  private final ModelClient client;

  /** For a server that hangs alone: a busy machine is as silent now and then. */
  private final ModelClient impatient;

  private final RecordedRequest request;

  ExchangeFaults(WireFormat format, RecordedExchange exchange, long seed, Differences differences) {
    this.exchange = exchange;
    this.answer = format.answer(exchange);
    this.differences = differences;
    this.random = new Random(seed * 31 + exchange.id().hashCode());
    HttpSettings patient = HttpSettings.builder().sockets(sockets).build();
    HttpSettings impatient =
        HttpSettings.builder()
            .sockets(sockets)
            .firstByteTimeout(SILENCE)
            .idleTimeout(SILENCE)
            .build();
    this.client = format.client(exchange, "http://127.0.0.1:1", patient);
    this.impatient = format.client(exchange, "http://127.0.0.1:1", impatient);
    this.request = RecordedRequest.unknown(exchange.streamed());
  }

  private static ReplayReply refusal(int status) {
    String body = "{\"error\":{\"message\":\"Come back later.\",\"type\":\"busy\"}}";
    return ReplayReply.of(status, "application/json", body, End.COMPLETE);
  }

  /** Breaks it in every way; how many times. */
  int run() {
    if (answer.failure() != null) {
      return 0;
    }
    int runs = 0;
    byte[] body = ReplayDelivery.bytes(exchange.body());
    for (int i = 0; i < CUTS; i++) {
      broken(body, End.COMPLETE, Kind.PROTOCOL);
      broken(body, End.CLOSED_EARLY, Kind.NETWORK);
      broken(body, End.RESET, Kind.NETWORK);
      runs += 3;
    }
    if (random.nextInt(HANGS_IN) == 0) {
      broken(body, End.HANGS, Kind.TIMEOUT);
      runs++;
    }
    refused();
    return runs + 1;
  }

  private void broken(byte[] body, End end, Kind kind) {
    int position = random.nextInt(body.length);
    byte[] begun = Arrays.copyOf(body, position);
    List<ModelChunk> chunks = new ArrayList<>();
    @Nullable ModelResponse response = null;
    @Nullable ModelException failure = null;
    try {
      ReplayReply reply = new ReplayReply(200, exchange.contentType(), List.of(begun), end);
      response = call(end == End.HANGS ? impatient : client, reply, chunks);
    } catch (ModelException e) {
      failure = e;
    }
    String what = end + " at byte " + position + " of " + body.length;
    if (failure != null) {
      differences.check(exchange.id(), what + ", kind", kind, failure.kind());
    } else if (response != null) {
      List<String> parts = response.message().parts().stream().map(PartText::of).toList();
      differences.check(exchange.id(), what + ", complete", answer.parts(), parts);
    }
    told(what, chunks, new String(begun, StandardCharsets.UTF_8));
  }

  private void told(String what, List<ModelChunk> chunks, String begun) {
    // What is cut off behind a whole response may be blank.
    List<String> recorded =
        answer.chunks().stream().map(chunk -> chunk.json().stripTrailing()).toList();
    List<String> told = chunks.stream().map(chunk -> chunk.json().stripTrailing()).toList();
    int whole = exchange.streamed() ? RecordedEvents.wholePayloads(begun).size() : 0;
    if (told.size() < Math.min(whole, recorded.size())
        || told.size() > recorded.size()
        || !recorded.subList(0, told.size()).equals(told)) {
      differences.add(
          exchange.id(), what + ", chunks told", whole + " of " + recorded, told.toString());
    }
  }

  private void refused() {
    ReplayReply refusal = REFUSALS.get(random.nextInt(REFUSALS.size()));
    Kind expected =
        switch (refusal.status()) {
          case 429 -> Kind.RATE_LIMIT;
          case 503 -> Kind.OVERLOADED;
          default -> Kind.SERVER;
        };
    String seen = "an answer";
    try {
      call(client, refusal, new ArrayList<>());
    } catch (ModelException e) {
      seen = e.kind().toString();
    }
    differences.check(exchange.id(), "refusal", expected.toString(), seen);
    List<ModelChunk> chunks = new ArrayList<>();
    try {
      call(
          client,
          ReplayReply.of(200, exchange.contentType(), exchange.body(), End.COMPLETE),
          chunks);
    } catch (ModelException e) {
      differences.add(exchange.id(), "answer after a refusal", "(an answer)", e.toString());
    }
    differences.check(exchange.id(), "chunks", answer.chunks().size(), chunks.size());
  }

  private ModelResponse call(ModelClient asked, ReplayReply reply, List<ModelChunk> chunks) {
    sockets.play(reply);
    return asked.newCall(request.build()).execute(chunks::add);
  }
}
