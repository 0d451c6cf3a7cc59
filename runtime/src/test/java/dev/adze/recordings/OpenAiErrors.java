package dev.adze.recordings;

import dev.adze.model.ModelException.Kind;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** What a failure stands for that a server with an API of OpenAI's tells of. */
final class OpenAiErrors {
  private static final List<String> TOO_LONG =
      List.of(
          "context length",
          "context window",
          "prompt is too long",
          "prompt too long",
          "input is too long",
          "input length",
          "context limit");

  private OpenAiErrors() {}

  /**
   * The kind of a failure.
   *
   * @param status of the response; 0 if the failure came inside one
   * @param said what holds the error, or is one; a missing node if it is no JSON
   */
  static Kind kind(int status, JsonNode said) {
    JsonNode body = said.isArray() ? said.path(0) : said;
    JsonNode error = body.path("error").isObject() ? body.path("error") : body;
    String type = error.path("type").asString("");
    String code = first(error.path("code").asString(""), body.path("code").asString(""), type);
    Kind named = named(code.toLowerCase(Locale.ROOT));
    if (named != null) {
      return named;
    }
    int number = status == 0 ? number(code, error) : status;
    String words = words(body).toLowerCase(Locale.ROOT);
    if (number == 400 || number == 422) {
      return refused(type, words);
    }
    return number == 0 ? unnumbered(code + " " + type, type, words) : StatusKinds.of(number);
  }

  /** Whether what came in place of a response tells of a failure. */
  static boolean isError(JsonNode said) {
    JsonNode error = said.path("error");
    return !error.isMissingNode() && !error.isNull();
  }

  private static String first(String... texts) {
    for (String text : texts) {
      if (!text.isBlank()) {
        return text;
      }
    }
    return "";
  }

  private static String words(JsonNode body) {
    JsonNode error = body.path("error");
    return first(
        error.asString(""),
        error.path("message").asString(""),
        body.path("message").asString(""),
        body.path("detail").asString(""));
  }

  private static int number(String code, JsonNode error) {
    int status = error.path("status_code").asInt(0);
    return status == 0 && code.matches("[1-5]\\d\\d") ? Integer.parseInt(code) : status;
  }

  private static Kind named(String code) {
    return switch (code) {
      case "model_not_found", "not_found_error" -> Kind.NOT_FOUND;
      case "invalid_api_key", "wrong_api_key", "authentication_error" -> Kind.AUTHENTICATION;
      case "permission_error" -> Kind.PERMISSION;
      case "context_length_exceeded", "request_too_large" -> Kind.CONTEXT_LENGTH;
      case "insufficient_quota",
          "billing_hard_limit_reached",
          "billing_not_active",
          "billing_error" ->
          Kind.QUOTA;
      case "timeout_error" -> Kind.TIMEOUT;
      case "tool_use_failed" -> Kind.TOOL_USE_FAILED;
      default -> null;
    };
  }

  private static Kind refused(String type, String words) {
    if (TOO_LONG.stream().anyMatch(words::contains)) {
      return Kind.CONTEXT_LENGTH;
    }
    if (words.contains("credit balance is too low")) {
      return Kind.QUOTA;
    }
    if (type.equals("invalid_model")) {
      return Kind.NOT_FOUND;
    }
    boolean key = words.matches("(incorrect|invalid) api key.*");
    return key ? Kind.AUTHENTICATION : Kind.INVALID_REQUEST;
  }

  /** Inside a response the request was taken, so that a fault is the server's if it is no other. */
  private static Kind unnumbered(String names, String type, String words) {
    if (names.contains("rate_limit")) {
      return Kind.RATE_LIMIT;
    }
    if (names.contains("overloaded") || names.contains("unavailable")) {
      return Kind.OVERLOADED;
    }
    boolean refused = names.contains("invalid_") || names.contains("image_");
    return refused ? refused(type, words) : Kind.SERVER;
  }
}
