package dev.adze.recordings;

import dev.adze.model.HttpSettings;
import dev.adze.model.ModelChunk;
import dev.adze.model.ModelClient;
import dev.adze.model.ModelException;
import dev.adze.model.ModelResponse;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Asks a client for one recorded response, delivered in every way in which it may come. */
final class ExchangeReplay {
  /** A body of at most so many bytes is cut at each of them in turn. */
  private static final int SMALL_BODY = 800;

  private static final int CUTS_OF_LARGE_BODIES = 24;

  private final WireFormat format;
  private final RecordedExchange exchange;
  private final RecordedAnswer answer;
  private final RandomGenerator random;
  private final ReplaySockets sockets = new ReplaySockets();
  private final RecordedRequest request;
  private final boolean rebuilt;

  ExchangeReplay(WireFormat format, RecordedExchange exchange, long seed, NotModelled notModelled) {
    this.format = format;
    this.exchange = exchange;
    this.answer = format.answer(exchange);
    this.random = new Random(seed + exchange.id().hashCode());
    Optional<String> reason =
        exchange.hasRequest()
            ? format.notModelled(exchange)
            : Optional.of("the request was not recorded; the response is read all the same");
    reason.ifPresent(text -> notModelled.add(text, exchange.id()));
    this.rebuilt = reason.isEmpty();
    this.request =
        rebuilt ? format.request(exchange) : RecordedRequest.unknown(exchange.streamed());
  }

  /** Replays it and notes what differs; how many times it was asked for. */
  int run(Differences differences, NotModelled notModelled) {
    HttpSettings http = HttpSettings.builder().sockets(sockets).build();
    ModelClient client = format.client(exchange, "http://127.0.0.1:1", http);
    int calls = 0;
    for (ReplayDelivery delivery : ReplayDelivery.values()) {
      call(client, delivery.pieces(exchange, random), differences.under(delivery.name()));
      calls++;
      if (delivery == ReplayDelivery.AS_RECORDED && rebuilt) {
        new RequestComparison(format, differences.under("request"), notModelled)
            .compare(exchange, sockets.received());
      }
    }
    byte[] body = ReplayDelivery.bytes(exchange.body());
    Differences cut = differences.under("CUT_ANYWHERE");
    boolean small = body.length <= SMALL_BODY;
    int cuts = small ? body.length - 1 : CUTS_OF_LARGE_BODIES;
    for (int i = 1; i <= cuts; i++) {
      int position = small ? i : random.nextInt(1, body.length);
      call(client, ReplayDelivery.cutAt(body, position), cut);
      calls++;
    }
    return calls;
  }

  private void call(ModelClient client, List<byte[]> pieces, Differences differences) {
    sockets.play(
        new ReplayReply(
            exchange.status(), exchange.contentType(), pieces, ReplayReply.End.COMPLETE));
    List<ModelChunk> chunks = new ArrayList<>();
    @Nullable ModelResponse response = null;
    @Nullable ModelException failure = null;
    try {
      response = client.newCall(request.build()).execute(chunks::add);
    } catch (ModelException e) {
      failure = e;
    } catch (RuntimeException e) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      differences.add(exchange.id(), "exception", "(none)", trace.toString());
      return;
    }
    new AnswerComparison(differences, exchange.id(), answer).compare(chunks, response, failure);
  }
}
