package dev.adze.recordings;

import dev.adze.model.ModelException.Kind;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** What a recorded error of the Messages API means, by its type, its words and its status. */
final class AnthropicErrors {
  private AnthropicErrors() {}

  /**
   * The kind of a failure.
   *
   * @param status of the response; 200 for an error inside of one
   * @param body the response's body, or the event
   */
  static Kind kind(int status, String body) {
    JsonNode object = tree(body);
    JsonNode error = object.path("error").isObject() ? object.path("error") : object;
    String type = error.path("type").asString("");
    Kind byType = byType(type);
    if (byType != null) {
      return byType;
    }
    if (status == 200) {
      return switch (type) {
        case "rate_limit_error" -> Kind.RATE_LIMIT;
        case "overloaded_error" -> Kind.OVERLOADED;
        case "invalid_request_error" -> Kind.INVALID_REQUEST;
        default -> Kind.SERVER;
      };
    }
    String message = error.path("message").asString(object.path("error").asString(""));
    return status == 400 || status == 422 ? badRequest(message) : StatusKinds.of(status);
  }

  private static JsonNode tree(String body) {
    try {
      return JsonMapper.shared().readTree(body);
    } catch (JacksonException noJson) {
      return MissingNode.getInstance();
    }
  }

  private static @Nullable Kind byType(String type) {
    return switch (type) {
      case "authentication_error" -> Kind.AUTHENTICATION;
      case "permission_error" -> Kind.PERMISSION;
      case "not_found_error" -> Kind.NOT_FOUND;
      case "billing_error" -> Kind.QUOTA;
      case "timeout_error" -> Kind.TIMEOUT;
      case "request_too_large" -> Kind.CONTEXT_LENGTH;
      default -> null;
    };
  }

  private static Kind badRequest(String message) {
    if (message.contains("credit balance")) {
      return Kind.QUOTA;
    }
    String tooLong =
        "(?is).*(prompt is too long|input is too long|context (length|window|limit)|input length).*";
    return message.matches(tooLong) ? Kind.CONTEXT_LENGTH : Kind.INVALID_REQUEST;
  }
}
