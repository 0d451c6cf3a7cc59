package dev.adze.recordings;

import java.util.ArrayList;
import java.util.List;

/** Takes a recorded stream apart, without the client's help. */
final class RecordedEvents {
  private RecordedEvents() {}

  /** The data of every event, without the marker that closes a stream of chat completions. */
  static List<String> payloads(String body) {
    List<String> payloads = new ArrayList<>();
    for (String event : lines(body).split("\n\n")) {
      List<String> data = new ArrayList<>();
      for (String line : event.split("\n")) {
        if (line.startsWith("data:")) {
          data.add(line.startsWith("data: ") ? line.substring(6) : line.substring(5));
        }
      }
      String payload = String.join("\n", data);
      if (!payload.isBlank() && !payload.strip().equals("[DONE]")) {
        payloads.add(payload);
      }
    }
    return payloads;
  }

  /** Whether a stream has the marker with which those of chat completions close. */
  static boolean areMarkedDone(String body) {
    return lines(body).lines().anyMatch(line -> line.matches("data: ?\\[DONE]\\s*"));
  }

  /** The first event, with the empty line that ends it. */
  static String first(String body) {
    String lines = lines(body);
    return lines.substring(0, lines.indexOf("\n\n") + 2);
  }

  /** Servers keep a connection alive with blanks before they begin. */
  private static String lines(String body) {
    return body.stripLeading().replace("\r\n", "\n");
  }

  /** The data of every event that a beginning of the stream has whole. */
  static List<String> wholePayloads(String beginning) {
    String body = lines(beginning);
    return payloads(body.substring(0, body.lastIndexOf("\n\n") + 1));
  }
}
