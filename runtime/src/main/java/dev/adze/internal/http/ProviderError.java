package dev.adze.internal.http;

import dev.adze.internal.JsonTexts;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/**
 * What a provider says of a failure. Its shape differs from server to server: the error is an
 * object or a string, its fields stand on their own, there is a list around it, it is called
 * "detail".
 */
final class ProviderError {
  private @Nullable String message;
  private @Nullable String code;
  private @Nullable String type;
  private @Nullable String failedGeneration;
  private int status;

  private ProviderError() {}

  /** Reads it as far as it can be understood; null if the text is no JSON or names no failure. */
  static @Nullable ProviderError read(byte[] json) {
    ProviderError error = new ProviderError();
    try (JsonParser in = JsonTexts.FACTORY.createParser(ObjectReadContext.empty(), json)) {
      error.read(in, in.nextToken());
    } catch (JacksonException e) {
      return null;
    }
    return error.message == null && error.code == null ? null : error;
  }

  /** The provider's own words; empty if there are none. */
  String message() {
    return message == null ? "" : message;
  }

  /** The code, or else the type. */
  @Nullable String code() {
    return code == null ? type : code;
  }

  /** The type; empty if there is none. */
  String type() {
    return type == null ? "" : type;
  }

  /** The HTTP status that the error stands for, where it came inside a response; 0 if unknown. */
  int status() {
    return status;
  }

  /** What the model wrote that the provider could not read; null if it does not say. */
  @Nullable String failedGeneration() {
    return failedGeneration;
  }

  private void read(JsonParser in, @Nullable JsonToken token) {
    if (token == JsonToken.VALUE_STRING) {
      message = message == null && !in.getString().isBlank() ? in.getString() : message;
    } else if (token == JsonToken.START_ARRAY) {
      for (JsonToken next = in.nextToken(); next != JsonToken.END_ARRAY; next = in.nextToken()) {
        read(in, next);
      }
    } else if (token == JsonToken.START_OBJECT) {
      for (String name = in.nextName(); name != null; name = in.nextName()) {
        member(in, name, in.nextToken());
      }
    }
  }

  private void member(JsonParser in, String name, JsonToken value) {
    switch (name) {
      case "error", "errors", "message", "detail", "msg", "x_groq" -> read(in, value);
      case "code" -> code = code == null ? scalar(in, value) : code;
      case "type" -> type = type == null || isOfAll(type) ? scalar(in, value) : type;
      case "failed_generation" -> failedGeneration = JsonTexts.scalar(in, value);
      case "status_code" -> status = (int) JsonTexts.number(in, value);
      default -> in.skipChildren();
    }
  }

  /** The type of an object that says no more than that it is an error; the kind stands inside. */
  private static boolean isOfAll(String type) {
    return type.equals("error");
  }

  private static @Nullable String scalar(JsonParser in, JsonToken value) {
    if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
      String text = in.getString();
      return text.isBlank() ? null : text;
    }
    in.skipChildren();
    return null;
  }
}
