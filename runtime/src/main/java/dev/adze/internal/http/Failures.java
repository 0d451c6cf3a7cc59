package dev.adze.internal.http;

import dev.adze.model.ModelException;
import dev.adze.model.ModelException.Kind;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Tells failures apart and words them. */
final class Failures {
  private static final int LONGEST_MESSAGE = 1000;
  private static final int LONGEST_QUOTE = 200;
  private static final List<String> TOO_LONG =
      List.of(
          "context length",
          "context window",
          "prompt is too long",
          "prompt too long",
          "input is too long",
          "input length",
          "exceed context limit");

  private Failures() {}

  /** What a failed connection means. */
  static ModelException.Builder of(IOException error, ServerName server, boolean answered) {
    String where = server.hostAndPort();
    if (error instanceof SocketTimeoutException) {
      return ModelException.builder(Kind.TIMEOUT, where + " was silent for too long.");
    }
    if (error instanceof InterruptedIOException) {
      return ModelException.builder(
          Kind.CANCELLED, "The call to " + where + " was cancelled: its thread was interrupted.");
    }
    if (error instanceof OversizedException) {
      return ModelException.builder(
          Kind.PROTOCOL, where + " sent what cannot be understood: " + error.getMessage() + ".");
    }
    if (error instanceof ProtocolException && !isCutOff(error)) {
      return ModelException.builder(
          Kind.PROTOCOL,
          where + " sent what cannot be understood: " + server.withoutSecrets(reason(error)));
    }
    String what =
        answered
            ? "The connection to " + where + " broke in the middle of its response"
            : unreached(error, where);
    return ModelException.builder(Kind.NETWORK, server.withoutSecrets(what + ": " + reason(error)));
  }

  private static String unreached(IOException error, String where) {
    if (error instanceof UnknownHostException) {
      return "The host of " + where + " is unknown; check the address and the network";
    }
    if (error instanceof ConnectException) {
      return where + " could not be reached; check the address and that the server runs";
    }
    if (error instanceof SSLException) {
      return "No secure connection to " + where + " could be made";
    }
    return "The connection to " + where + " broke before it answered";
  }

  /** A body with a length, or in chunks, that ends too early is a broken connection, not a lie. */
  private static boolean isCutOff(IOException error) {
    return String.valueOf(error.getMessage()).startsWith("unexpected end of stream");
  }

  private static String reason(IOException error) {
    return error.getMessage() == null ? error.getClass().getSimpleName() : error.getMessage();
  }

  /**
   * The kind of a refusal.
   *
   * @param status 0 if there is none, because the error came inside a response
   * @param error null if the server did not say what it was, or not in JSON
   */
  static Kind kind(int status, @Nullable ProviderError error) {
    String code = error == null ? "" : String.valueOf(error.code()).toLowerCase(Locale.ROOT);
    Kind byCode = byCode(code);
    if (byCode != null) {
      return byCode;
    }
    int number = status == 0 ? number(code, error) : status;
    if ((number == 400 || number == 422) && error != null) {
      return badRequest(error);
    }
    return number == 0 ? byType(error) : byStatus(number);
  }

  private static @Nullable Kind byCode(String code) {
    return switch (code) {
      case "insufficient_quota", "billing_hard_limit_reached", "billing_not_active" -> Kind.QUOTA;
      case "context_length_exceeded" -> Kind.CONTEXT_LENGTH;
      case "invalid_api_key", "wrong_api_key", "authentication_error" -> Kind.AUTHENTICATION;
      case "permission_error" -> Kind.PERMISSION;
      case "model_not_found", "not_found_error" -> Kind.NOT_FOUND;
      case "billing_error" -> Kind.QUOTA;
      case "timeout_error" -> Kind.TIMEOUT;
      case "request_too_large" -> Kind.CONTEXT_LENGTH;
      case "tool_use_failed" -> Kind.TOOL_USE_FAILED;
      default -> null;
    };
  }

  /** Servers that know no code for these say them in words. */
  private static Kind badRequest(ProviderError error) {
    String message = error.message().toLowerCase(Locale.ROOT);
    if (TOO_LONG.stream().anyMatch(message::contains)) {
      return Kind.CONTEXT_LENGTH;
    }
    if (message.contains("credit balance is too low")) {
      return Kind.QUOTA;
    }
    if (error.type().equals("invalid_model")) {
      return Kind.NOT_FOUND;
    }
    return message.startsWith("incorrect api key") || message.startsWith("invalid api key")
        ? Kind.AUTHENTICATION
        : Kind.INVALID_REQUEST;
  }

  private static Kind byStatus(int status) {
    return switch (status) {
      case 401 -> Kind.AUTHENTICATION;
      case 402 -> Kind.QUOTA;
      case 403 -> Kind.PERMISSION;
      case 404 -> Kind.NOT_FOUND;
      case 408 -> Kind.TIMEOUT;
      case 413 -> Kind.CONTEXT_LENGTH;
      case 409, 425, 498, 503, 529 -> Kind.OVERLOADED;
      case 429 -> Kind.RATE_LIMIT;
      default -> {
        if (status >= 500) {
          yield Kind.SERVER;
        }
        yield status >= 400 ? Kind.INVALID_REQUEST : Kind.NOT_FOUND;
      }
    };
  }

  /** An error in a stream has no status; one that says nothing of its kind is the provider's. */
  private static Kind byType(@Nullable ProviderError error) {
    String code = error == null ? "" : error.code() + " " + error.type();
    if (code.contains("rate_limit")) {
      return Kind.RATE_LIMIT;
    }
    if (code.contains("overloaded") || code.contains("unavailable")) {
      return Kind.OVERLOADED;
    }
    // An image that cannot be fetched, read or shown is the request's fault, as "invalid" things
    // are.
    boolean refused = code.contains("invalid_") || code.contains("image_");
    return error != null && refused ? badRequest(error) : Kind.SERVER;
  }

  private static int number(String code, @Nullable ProviderError error) {
    if (error != null && error.status() != 0) {
      return error.status();
    }
    return code.matches("[1-5]\\d\\d") ? Integer.parseInt(code) : 0;
  }

  static String describe(ServerName server, String did, ProviderError error) {
    String code = error.code() == null ? "" : " (" + error.code() + ")";
    String words = error.message().isEmpty() ? "" : ": " + error.message();
    String message = server.host() + " " + did + code + words;
    return shorten(server.withoutSecrets(message), LONGEST_MESSAGE);
  }

  static String describe(ServerName server, String did, int status, byte[] body) {
    String advice = status < 400 ? ". Redirects are not followed; set the address it leads to" : "";
    return server.host() + " " + did + advice + quote(server, body);
  }

  /** The beginning of what came, in words that can go into a message. */
  static String quote(ServerName server, byte[] body) {
    String text = server.withoutSecrets(new String(body, StandardCharsets.UTF_8)).strip();
    String line = text.replaceAll("\\p{Cntrl}+", " ");
    return line.isEmpty() ? "." : ": " + shorten(line, LONGEST_QUOTE);
  }

  private static String shorten(String text, int longest) {
    return text.length() <= longest
        ? text
        : text.substring(0, longest) + "... (" + text.length() + " characters)";
  }
}
