package dev.adze.contract;

import dev.adze.internal.JsonTree;
import dev.adze.internal.JsonTree.Literal;
import dev.adze.internal.JsonTree.Members;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compares two contracts of one tool. A pure function, and the one place where it is decided what
 * breaks: a tool may take more, promise more and ask for more approval, but not the reverse.
 */
final class ToolDiff {
  private static final JsonTree TRUE = new Literal("true");
  private static final List<String> REASSURING = List.of("readOnly", "idempotent");
  private static final List<String> ALARMING = List.of("destructive", "openWorld");

  private final Map<String, JsonTree> before;
  private final Map<String, JsonTree> now;
  private final Findings findings;

  private ToolDiff(Members before, Members now, Findings findings) {
    this.before = before.members();
    this.now = now.members();
    this.findings = findings;
  }

  /** Every difference between two contracts of a tool, in the order of their members. */
  static List<Change> changes(String owner, String tool, Members before, Members now) {
    Findings findings = new Findings(owner, tool);
    new ToolDiff(before, now, findings).compare();
    return findings.changes();
  }

  private void compare() {
    List.of("title", "description").forEach(this::compareFreely);
    if (before.get("inputSchema") instanceof Members old
        && now.get("inputSchema") instanceof Members schema) {
      SchemaDiff.compare(Side.ARGUMENTS, "/inputSchema", old, schema, findings);
    }
    compareResults();
    compareHints();
    List.of("sequential", "timeout").forEach(this::compareFreely);
    compareApproval(before.get("approval"), now.get("approval"), findings);
  }

  /** What may change without anybody being let down. */
  private void compareFreely(String member) {
    @Nullable JsonTree old = before.get(member);
    @Nullable JsonTree value = now.get(member);
    if (!same(old, value)) {
      findings.compatible("/" + member, Findings.fromTo(old, value));
    }
  }

  private void compareResults() {
    @Nullable JsonTree old = before.get("outputSchema");
    @Nullable JsonTree schema = now.get("outputSchema");
    if (old instanceof Members from && schema instanceof Members to) {
      SchemaDiff.compare(Side.RESULT, "/outputSchema", from, to, findings);
    } else if (old != null && schema == null) {
      findings.breaking("/outputSchema", "removed: the result has no schema any more");
    } else if (old == null && schema != null) {
      findings.compatible("/outputSchema", "added");
    }
  }

  private void compareHints() {
    if (before.get("hints") instanceof Members old && now.get("hints") instanceof Members hints) {
      REASSURING.forEach(hint -> compareHint(hint, old, hints, false));
      ALARMING.forEach(hint -> compareHint(hint, old, hints, true));
    }
  }

  private void compareHint(String hint, Members old, Members hints, boolean danger) {
    boolean was = TRUE.equals(old.members().get(hint));
    boolean is = TRUE.equals(hints.members().get(hint));
    if (was != is) {
      findings.add(is == danger, "/hints/" + hint, "was " + was + ", is " + is);
    }
  }

  /** An approval can be tightened, never dropped. */
  static void compareApproval(@Nullable JsonTree old, @Nullable JsonTree now, Findings findings) {
    if (old instanceof Members from && now instanceof Members to) {
      boolean was = TRUE.equals(from.members().get("rememberable"));
      boolean is = TRUE.equals(to.members().get("rememberable"));
      if (was != is) {
        findings.add(is, "/approval/rememberable", "was " + was + ", is " + is);
      }
      @Nullable JsonTree reason = from.members().get("reason");
      if (!same(reason, to.members().get("reason"))) {
        findings.compatible(
            "/approval/reason", Findings.fromTo(reason, to.members().get("reason")));
      }
    } else if (old != null && now == null) {
      findings.breaking("/approval", "dropped: calls run without asking anybody");
    } else if (old == null && now != null) {
      findings.compatible("/approval", "added: calls wait for a person");
    }
  }

  private static boolean same(@Nullable JsonTree one, @Nullable JsonTree other) {
    return one == null ? other == null : one.equals(other);
  }
}
