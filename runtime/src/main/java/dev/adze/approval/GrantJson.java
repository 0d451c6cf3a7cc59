package dev.adze.approval;

import dev.adze.internal.json.Trees;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A grant as text. */
final class GrantJson {
  private GrantJson() {}

  static String write(Grant grant) {
    ObjectNode to = Trees.object();
    to.put("run", grant.runId()).put("call", grant.callId()).put("agent", grant.agent());
    to.put("tool", grant.tool()).put("contract_hash", grant.contractHash());
    match(to.putObject("match"), grant.match());
    Trees.constant(to, "scope", grant.scope());
    grant.expiry().ifPresent(expiry -> to.put("expiry", expiry.toString()));
    return Trees.write(to);
  }

  private static void match(ObjectNode to, ArgumentMatch match) {
    if (match instanceof ArgumentMatch.Exact exact) {
      to.put("kind", "exact").put("arguments", exact.arguments());
    } else if (match instanceof ArgumentMatch.OneOf some) {
      var values = to.put("kind", "one_of").put("pointer", some.pointer()).putArray("values");
      some.values().forEach(values::add);
    } else if (match instanceof ArgumentMatch.StartsWith starts) {
      to.put("kind", "starts_with").put("pointer", starts.pointer());
      to.put("prefix", starts.prefix());
    } else {
      to.put("kind", "any");
    }
  }

  static Grant read(String json) {
    try {
      JsonNode from = Trees.read(json);
      return new Grant(
          Trees.text(from, "run"),
          Trees.text(from, "call"),
          Trees.text(from, "agent"),
          Trees.text(from, "tool"),
          Trees.text(from, "contract_hash"),
          readMatch(from.required("match")),
          Trees.constant(from, "scope", Grant.Scope.class),
          from.has("expiry")
              ? Optional.of(Instant.parse(Trees.text(from, "expiry")))
              : Optional.empty());
    } catch (JacksonException e) {
      throw unreadable(e.getOriginalMessage(), e);
    } catch (ClassCastException | DateTimeException e) {
      throw unreadable(String.valueOf(e.getMessage()), e);
    }
  }

  private static ArgumentMatch readMatch(JsonNode from) {
    String kind = Trees.text(from, "kind");
    return switch (kind) {
      case "any" -> ArgumentMatch.any();
      case "exact" -> ArgumentMatch.exact(Trees.text(from, "arguments"));
      case "one_of" ->
          new ArgumentMatch.OneOf(
              Trees.text(from, "pointer"), Trees.list(from, "values", JsonNode::stringValue));
      case "starts_with" ->
          ArgumentMatch.startsWith(Trees.text(from, "pointer"), Trees.text(from, "prefix"));
      default ->
          throw new IllegalArgumentException("No grant matches arguments by \"" + kind + "\".");
    };
  }

  private static IllegalArgumentException unreadable(String why, RuntimeException cause) {
    return new IllegalArgumentException(
        "A grant is read from the text that toJson() gave. This text is none: " + why, cause);
  }
}
