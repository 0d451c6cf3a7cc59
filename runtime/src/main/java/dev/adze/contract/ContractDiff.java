package dev.adze.contract;

import dev.adze.internal.JsonTree;
import dev.adze.internal.JsonTree.Members;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares the contracts of many owners. A tool counts wherever it is declared, so that one that
 * moves to a type above is still there. What an owner only inherits is compared where it is
 * declared, once.
 */
final class ContractDiff {
  /** A tool that an owner offers, and the type that declares it. */
  private record Offer(String declaredIn, Members contract) {}

  private final NavigableMap<String, OwnerContract> before;
  private final NavigableMap<String, OwnerContract> now;
  private final List<Change> changes = new ArrayList<>();

  private ContractDiff(
      NavigableMap<String, OwnerContract> before, NavigableMap<String, OwnerContract> now) {
    this.before = before;
    this.now = now;
  }

  /** Every difference, in the order of the owners' names. */
  static List<Change> changes(
      NavigableMap<String, OwnerContract> before, NavigableMap<String, OwnerContract> now) {
    ContractDiff diff = new ContractDiff(before, now);
    NavigableMap<String, OwnerContract> all = new TreeMap<>(before);
    all.putAll(now);
    all.keySet().forEach(diff::compareOwner);
    return List.copyOf(diff.changes);
  }

  private void compareOwner(String name) {
    @Nullable OwnerContract old = before.get(name);
    @Nullable OwnerContract owner = now.get(name);
    Findings findings = new Findings(name, "");
    if (owner == null) {
      findings.breaking("", "removed, and with it" + names(offers(before, name)));
      changes.addAll(findings.changes());
    } else if (old == null) {
      findings.compatible("", "added, and with it" + names(offers(now, name)));
      changes.addAll(findings.changes());
    } else {
      compareInheritance(old, owner, findings);
      changes.addAll(findings.changes());
      compareTools(name);
    }
  }

  private static String names(Map<String, Offer> offers) {
    return offers.keySet().stream()
        .map(tool -> "\"" + tool + "\"")
        .collect(Collectors.joining(", ", " ", "."));
  }

  /** Types above whose contracts are elsewhere, such as in a library, are known by name alone. */
  private void compareInheritance(OwnerContract old, OwnerContract owner, Findings findings) {
    for (String above : old.inherits()) {
      if (!before.containsKey(above) && !owner.inherits().contains(above)) {
        findings.breaking("/inherits", "the tools of " + above + " are no longer offered");
      }
    }
    for (String above : owner.inherits()) {
      if (!now.containsKey(above) && !old.inherits().contains(above)) {
        findings.compatible("/inherits", "the tools of " + above + " are offered too");
      }
    }
    ToolDiff.compareApproval(
        approvalOfInherited(old, owner), approvalOfInherited(owner, old), findings);
  }

  /** An approval for what is inherited means nothing where nothing is inherited. */
  private static @Nullable JsonTree approvalOfInherited(OwnerContract one, OwnerContract other) {
    return other.inherits().isEmpty() ? null : one.approval();
  }

  private void compareTools(String owner) {
    Map<String, Offer> old = offers(before, owner);
    Map<String, Offer> offers = offers(now, owner);
    for (Map.Entry<String, Offer> tool : old.entrySet()) {
      @Nullable Offer offer = offers.get(tool.getKey());
      if (offer == null) {
        Findings findings = new Findings(owner, tool.getKey());
        findings.breaking("", removed(tool.getValue(), old, offers));
        changes.addAll(findings.changes());
      } else if (!isComparedElsewhere(owner, tool.getValue(), offer)) {
        changes.addAll(
            ToolDiff.changes(owner, tool.getKey(), tool.getValue().contract(), offer.contract()));
      }
    }
    for (String tool : offers.keySet()) {
      if (!old.containsKey(tool)) {
        Findings findings = new Findings(owner, tool);
        findings.compatible("", "added");
        changes.addAll(findings.changes());
      }
    }
  }

  private static boolean isComparedElsewhere(String owner, Offer old, Offer offer) {
    return old.declaredIn().equals(offer.declaredIn()) && !old.declaredIn().equals(owner);
  }

  /** One that is the same under a name that was not there was renamed. */
  private static String removed(Offer tool, Map<String, Offer> old, Map<String, Offer> offers) {
    return offers.entrySet().stream()
        .filter(other -> !old.containsKey(other.getKey()))
        .filter(other -> unnamed(other.getValue()).equals(unnamed(tool)))
        .findFirst()
        .map(other -> "renamed to \"" + other.getKey() + "\"")
        .orElse("removed");
  }

  private static Map<String, JsonTree> unnamed(Offer tool) {
    Map<String, JsonTree> members = new LinkedHashMap<>(tool.contract().members());
    members.remove("name");
    return members;
  }

  private static Map<String, Offer> offers(Map<String, OwnerContract> contracts, String owner) {
    Map<String, Offer> offers = new LinkedHashMap<>();
    collect(contracts, owner, offers, new HashSet<>());
    return offers;
  }

  /** Files may say anything, also that a type is above itself. */
  private static void collect(
      Map<String, OwnerContract> contracts,
      String owner,
      Map<String, Offer> offers,
      Set<String> seen) {
    @Nullable OwnerContract contract = contracts.get(owner);
    if (contract == null || !seen.add(owner)) {
      return;
    }
    contract.inherits().forEach(above -> collect(contracts, above, offers, seen));
    contract.replaces().forEach(offers::remove);
    contract.tools().forEach((name, tool) -> offers.put(name, new Offer(owner, tool)));
  }
}
