package dev.adze.approval;

import dev.adze.internal.json.JsonIn;
import dev.adze.internal.json.JsonIn.UnreadableException;
import dev.adze.internal.json.JsonOut;
import java.time.DateTimeException;
import java.time.Instant;

/** A grant as text. */
final class GrantJson {
  private GrantJson() {}

  static String write(Grant grant) {
    JsonOut to = JsonOut.toKeep();
    to.field("run", grant.runId()).field("call", grant.callId()).field("agent", grant.agent());
    to.field("tool", grant.tool()).field("contract_hash", grant.contractHash());
    to.object("match", () -> match(to, grant.match()));
    to.field("scope", grant.scope());
    grant.expiry().ifPresent(expiry -> to.field("expiry", expiry.toString()));
    return to.end();
  }

  private static void match(JsonOut to, ArgumentMatch match) {
    if (match instanceof ArgumentMatch.Exact exact) {
      to.field("kind", "exact").field("arguments", exact.arguments());
    } else if (match instanceof ArgumentMatch.OneOf some) {
      to.field("kind", "one_of").field("pointer", some.pointer()).strings("values", some.values());
    } else if (match instanceof ArgumentMatch.StartsWith starts) {
      to.field("kind", "starts_with").field("pointer", starts.pointer());
      to.field("prefix", starts.prefix());
    } else {
      to.field("kind", "any");
    }
  }

  static Grant read(String json) {
    try {
      JsonIn from = JsonIn.kept(json);
      return new Grant(
          from.text("run"),
          from.text("call"),
          from.text("agent"),
          from.text("tool"),
          from.text("contract_hash"),
          readMatch(from.get("match")),
          from.constant("scope", Grant.Scope.class),
          from.optionalText("expiry").map(Instant::parse));
    } catch (UnreadableException | DateTimeException e) {
      throw unreadable(String.valueOf(e.getMessage()), e);
    }
  }

  private static ArgumentMatch readMatch(JsonIn from) {
    String kind = from.text("kind");
    return switch (kind) {
      case "any" -> ArgumentMatch.any();
      case "exact" -> ArgumentMatch.exact(from.text("arguments"));
      case "one_of" ->
          new ArgumentMatch.OneOf(from.text("pointer"), from.list("values", JsonIn::text));
      case "starts_with" -> ArgumentMatch.startsWith(from.text("pointer"), from.text("prefix"));
      default ->
          throw new IllegalArgumentException("No grant matches arguments by \"" + kind + "\".");
    };
  }

  private static IllegalArgumentException unreadable(String why, RuntimeException cause) {
    return new IllegalArgumentException(
        "A grant is read from the text that toJson() gave. This text is none: " + why, cause);
  }
}
