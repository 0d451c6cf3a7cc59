package dev.adze.soak;

import dev.adze.approval.ApprovalRequest;
import dev.adze.approval.ArgumentMatch;
import dev.adze.approval.Grant;
import dev.adze.tool.ToolContext;
import dev.adze.tool.ToolHints;
import dev.adze.tool.ToolSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What was approved, and what has run: the books of a plan, which know nothing of how the library
 * keeps its own. Every invocation of a tool is held against what was approved until then.
 */
final class Ledger {
  /** What was approved of one call: these arguments of the tool as it was. */
  private record Permit(String arguments, String contract) {}

  /** An invocation: which it was of its call, and in which leg. */
  private record Use(int attempt, int leg) {}

  /** By call, and then by the leg in which somebody was asked; empty where nothing is approved. */
  private final Map<String, NavigableMap<Integer, Optional<Permit>>> permits = new HashMap<>();

  private final List<Grant> grants = new ArrayList<>();
  private final Map<String, List<Use>> uses = new HashMap<>();
  private final List<String> violations = new ArrayList<>();

  /** Nobody who goes on knows what was asked up to this leg. */
  private int cut;

  private static String key(String runId, String callId) {
    return runId + "/" + callId;
  }

  /** Somebody is asked: whatever was said of the call in earlier legs serves no more. */
  synchronized void ask(int leg, ApprovalRequest request) {
    note(leg, request, Optional.empty());
  }

  /** A call was approved with these arguments. */
  synchronized void permit(int leg, ApprovalRequest request, String arguments) {
    note(leg, request, Optional.of(new Permit(arguments, request.tool().contractHash())));
  }

  private void note(int leg, ApprovalRequest request, Optional<Permit> permit) {
    String key = key(request.runId(), request.callId());
    permits.computeIfAbsent(key, any -> new TreeMap<>()).put(leg, permit);
  }

  /** Calls like one were approved, if the tool can be remembered. */
  synchronized void grant(ApprovalRequest request, Grant grant) {
    if (request.tool().approvalRememberable()) {
      grants.add(grant);
    }
  }

  /** Somebody goes on from a state that may not have what was asked up to this leg. */
  synchronized void cut(int leg) {
    cut = leg;
  }

  synchronized void dropGrants() {
    grants.clear();
  }

  /**
   * Nobody vouches for the state in which it was noted what was approved.
   *
   * @param inSession whether what was granted for the session is kept elsewhere
   */
  synchronized void dropAll(boolean inSession) {
    permits.clear();
    grants.removeIf(grant -> !(inSession && grant.scope() == Grant.Scope.SESSION));
  }

  /** Notes that a tool of an agent runs; what is wrong with that is a violation. */
  synchronized void use(String agent, ToolSpec tool, String arguments, ToolContext context) {
    Terms terms = context.caller(Terms.class).orElseThrow();
    String key = key(context.runId(), context.callId());
    List<Use> before = uses.computeIfAbsent(key, any -> new ArrayList<>());
    for (Use use : before) {
      check(
          mayRunAgain(tool.hints())
              && use.attempt() != context.attempt()
              && use.leg() != terms.leg(),
          "A call came twice to a tool: " + key);
    }
    before.add(new Use(context.attempt(), terms.leg()));
    check(
        !terms.forbids(tool.name(), arguments, tool.hints().readOnly()),
        "A tool ran though it was forbidden: " + key);
    boolean guarded =
        tool.requiresApproval() || terms.asks(arguments) || wasAsked(key, terms.leg());
    check(
        !guarded
            || terms.approvesAll()
            || isApproved(key, tool, arguments, terms.leg())
            || isGranted(agent, tool, arguments, context.runId()),
        "A guarded tool ran without approval of its arguments: " + key + " with " + arguments);
  }

  private static boolean mayRunAgain(ToolHints hints) {
    return hints.idempotent() || hints.readOnly();
  }

  private boolean wasAsked(String key, int leg) {
    return !permits.getOrDefault(key, new TreeMap<>()).subMap(cut, false, leg, false).isEmpty();
  }

  private boolean isApproved(String key, ToolSpec tool, String arguments, int leg) {
    Map.Entry<Integer, Optional<Permit>> last =
        permits.getOrDefault(key, new TreeMap<>()).floorEntry(leg);
    boolean approved =
        last != null
            && last.getValue().equals(Optional.of(new Permit(arguments, tool.contractHash())));
    if (approved) {
      permits.get(key).put(last.getKey(), Optional.empty());
    }
    return approved;
  }

  private boolean isGranted(String agent, ToolSpec tool, String arguments, String runId) {
    return grants.stream()
        .anyMatch(grant ->
            grant.agent().equals(agent)
                && grant.tool().equals(tool.name())
                && grant.contractHash().equals(tool.contractHash())
                && (grant.scope() == Grant.Scope.SESSION || grant.runId().equals(runId))
                && grant.expiry().map(end -> end.isAfter(Instant.now())).orElse(true)
                && covers(grant.match(), arguments));
  }

  private static boolean covers(ArgumentMatch match, String arguments) {
    if (match instanceof ArgumentMatch.Exact exact) {
      return exact.arguments().equals(arguments);
    }
    if (match instanceof ArgumentMatch.OneOf some) {
      return some.values().stream().anyMatch(n -> arguments.equals("{\"n\":" + n + "}"));
    }
    return match instanceof ArgumentMatch.Any;
  }

  private void check(boolean kept, String violation) {
    if (!kept) {
      violations.add(violation);
    }
  }

  /** Whether a call has come to its tool in an earlier leg. */
  synchronized boolean isUsedBefore(String runId, String callId, int leg) {
    return uses.getOrDefault(key(runId, callId), List.of()).stream()
        .anyMatch(use -> use.leg() < leg);
  }

  /** Whether a call has come to its tool in this leg. */
  synchronized boolean isUsed(String runId, String callId, int leg) {
    return uses.getOrDefault(key(runId, callId), List.of()).stream()
        .anyMatch(use -> use.leg() == leg);
  }

  /** The calls that came to their tools for the first time in a leg, as run and call. */
  synchronized Set<String> firstUsedIn(int leg) {
    return uses.entrySet().stream()
        .filter(call ->
            call.getValue().stream().anyMatch(use -> use.leg() == leg && use.attempt() == 1))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** Whether any tool has run in a leg. */
  synchronized boolean isUsedIn(int leg) {
    return uses.values().stream().flatMap(List::stream).anyMatch(use -> use.leg() == leg);
  }

  synchronized void check() {
    Violation.unless(violations.isEmpty(), String.join("\n", violations));
  }
}
