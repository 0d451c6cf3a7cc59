package dev.adze.recordings;

import dev.adze.model.ModelException.Kind;

/** What the status of a response stands for, where its body does not say it more exactly. */
final class StatusKinds {
  private StatusKinds() {}

  /** The kind of a failure with a status other than 200. */
  static Kind of(int status) {
    return switch (status) {
      case 401 -> Kind.AUTHENTICATION;
      case 402 -> Kind.QUOTA;
      case 403 -> Kind.PERMISSION;
      case 404 -> Kind.NOT_FOUND;
      case 408 -> Kind.TIMEOUT;
      case 413 -> Kind.CONTEXT_LENGTH;
      case 429 -> Kind.RATE_LIMIT;
      case 409, 425, 498, 503, 529 -> Kind.OVERLOADED;
      default -> {
        if (status < 400) {
          yield Kind.NOT_FOUND;
        }
        yield status < 500 ? Kind.INVALID_REQUEST : Kind.SERVER;
      }
    };
  }
}
