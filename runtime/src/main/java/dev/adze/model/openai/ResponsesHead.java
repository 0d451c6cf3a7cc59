package dev.adze.model.openai;

import dev.adze.internal.JsonTexts;
import dev.adze.model.Usage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/**
 * A response object: what an event says of the response as a whole.
 *
 * @param id the provider's id; empty if it gave none
 * @param model the model that answers; empty if it does not say
 * @param status how far the response is; empty if it does not say
 * @param incompleteReason why it is incomplete; empty if it is not
 * @param usage what it took
 * @param output its items so far
 */
record ResponsesHead(
    String id,
    String model,
    String status,
    String incompleteReason,
    Usage usage,
    List<ResponsesItem> output) {
  /** Nothing known. */
  static final ResponsesHead NONE = new ResponsesHead("", "", "", "", Usage.NONE, List.of());

  /** Reads a response object that is a part of the bytes. */
  static ResponsesHead read(byte[] json, int start, int end) {
    try (JsonParser in = parser(json, start, end)) {
      return new Reader(json, start).read(in);
    }
  }

  /** Reads an item that is a part of the bytes. */
  static ResponsesItem readItem(byte[] json, int start, int end) {
    try (JsonParser in = parser(json, start, end)) {
      in.nextToken();
      return ResponsesItem.read(in, json, start);
    }
  }

  private static JsonParser parser(byte[] json, int start, int end) {
    return JsonTexts.FACTORY.createParser(ObjectReadContext.empty(), json, start, end - start);
  }

  /** The same, ended as the event says that tells of it, which servers forget to repeat in it. */
  ResponsesHead withStatus(String told) {
    return new ResponsesHead(id, model, told, incompleteReason, usage, output);
  }

  /** Whether the response is still being made. */
  boolean isPending() {
    return status.equals("queued") || status.equals("in_progress");
  }

  /** Whether the provider gave the response up. */
  boolean isFailed() {
    return status.equals("failed") || status.equals("cancelled");
  }

  private static final class Reader {
    private final byte[] json;
    private final int offset;
    private String id = "";
    private String model = "";
    private String status = "";
    private String incompleteReason = "";
    private Usage usage = Usage.NONE;
    private List<ResponsesItem> output = List.of();

    Reader(byte[] json, int offset) {
      this.json = json;
      this.offset = offset;
    }

    ResponsesHead read(JsonParser in) {
      in.nextToken();
      for (String name = in.nextName(); name != null; name = in.nextName()) {
        member(in, name, in.nextToken());
        in.skipChildren();
      }
      return new ResponsesHead(id, model, status, incompleteReason, usage, output);
    }

    private void member(JsonParser in, String name, JsonToken value) {
      switch (name) {
        case "id" -> id = JsonTexts.scalar(in, value);
        case "model" -> model = JsonTexts.scalar(in, value);
        case "status" -> status = JsonTexts.scalar(in, value);
        case "incomplete_details" -> {
          if (value == JsonToken.START_OBJECT) {
            incompleteReason = reason(in);
          }
        }
        case "usage" -> {
          if (value == JsonToken.START_OBJECT) {
            usage = usage(in);
          }
        }
        case "output" -> {
          if (value == JsonToken.START_ARRAY) {
            output = items(in);
          }
        }
        default -> {}
      }
    }

    private static String reason(JsonParser in) {
      String reason = "";
      for (String name = in.nextName(); name != null; name = in.nextName()) {
        JsonToken value = in.nextToken();
        reason = name.equals("reason") ? JsonTexts.scalar(in, value) : reason;
        in.skipChildren();
      }
      return reason;
    }

    private List<ResponsesItem> items(JsonParser in) {
      List<ResponsesItem> items = new ArrayList<>();
      for (JsonToken next = in.nextToken(); next != JsonToken.END_ARRAY; next = in.nextToken()) {
        if (next == JsonToken.START_OBJECT) {
          items.add(ResponsesItem.read(in, json, offset));
        } else {
          in.skipChildren();
        }
      }
      return items;
    }

    private Usage usage(JsonParser in) {
      Usage.Builder usage = Usage.builder();
      int start = (int) (offset + in.currentTokenLocation().getByteOffset());
      for (String name = in.nextName(); name != null; name = in.nextName()) {
        JsonToken value = in.nextToken();
        switch (name) {
          case "input_tokens" -> usage.inputTokens(JsonTexts.count(in, value));
          case "output_tokens" -> usage.outputTokens(JsonTexts.count(in, value));
          case "input_tokens_details" ->
              usage.cachedInputTokens(detail(in, value, "cached_tokens"));
          case "output_tokens_details" ->
              usage.reasoningTokens(detail(in, value, "reasoning_tokens"));
          default -> in.skipChildren();
        }
      }
      int end = (int) (offset + in.currentLocation().getByteOffset());
      return usage
          .providerJson(new String(json, start, end - start, StandardCharsets.UTF_8))
          .build();
    }

    private static long detail(JsonParser in, JsonToken token, String wanted) {
      long found = 0;
      if (token == JsonToken.START_OBJECT) {
        for (String name = in.nextName(); name != null; name = in.nextName()) {
          JsonToken value = in.nextToken();
          found = name.equals(wanted) ? JsonTexts.count(in, value) : found;
          in.skipChildren();
        }
      }
      return found;
    }
  }
}
