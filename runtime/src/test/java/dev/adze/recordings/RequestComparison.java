package dev.adze.recordings;

import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares the requests that were sent with the recorded ones. */
final class RequestComparison {
  private final WireFormat format;
  private final Differences differences;
  private final NotModelled notModelled;

  RequestComparison(WireFormat format, Differences differences, NotModelled notModelled) {
    this.format = format;
    this.differences = differences;
    this.notModelled = notModelled;
  }

  /** Compares what a run sent with what was recorded of it. */
  void compare(RecordedRun run, List<ReplayScript.Received> sent) {
    differences.check(
        run.first().id(), "number of requests in the run", run.exchanges().size(), sent.size());
    for (int i = 0; i < Math.min(run.exchanges().size(), sent.size()); i++) {
      compare(run.exchanges().get(i), sent.get(i));
    }
  }

  /** Compares one request. */
  void compare(RecordedExchange exchange, ReplayScript.Received sent) {
    differences.check(
        exchange.id(),
        "request line",
        "POST " + exchange.path(),
        sent.method() + " " + sent.path());
    JsonNode body;
    try {
      body = JsonMapper.shared().readTree(sent.body());
    } catch (JacksonException noJson) {
      differences.add(exchange.id(), "request", exchange.request().toString(), sent.body());
      return;
    }
    new JsonComparison(differences, exchange.id())
        .compare(
            "request",
            format.comparable(exchange.request().deepCopy(), exchange, notModelled),
            format.comparable(body, exchange, null));
  }
}
