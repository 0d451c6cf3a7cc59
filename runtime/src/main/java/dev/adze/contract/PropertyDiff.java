package dev.adze.contract;

import static dev.adze.contract.Findings.fromTo;
import static dev.adze.contract.Findings.shown;

import dev.adze.internal.JsonTree;
import dev.adze.internal.JsonTree.Elements;
import dev.adze.internal.JsonTree.Members;
import dev.adze.internal.JsonTree.Text;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compares the properties of two objects as far as their presence goes. Results may get more of
 * them, since readers pass over what they do not know; arguments may get more that can be left out.
 */
final class PropertyDiff {
  private final Side side;
  private final Findings findings;
  private final Map<String, JsonTree> before;
  private final Map<String, JsonTree> now;

  /**
   * A comparison.
   *
   * @param before the schema of the older object
   * @param now the schema of the newer one
   */
  PropertyDiff(
      Side side, Findings findings, Map<String, JsonTree> before, Map<String, JsonTree> now) {
    this.side = side;
    this.findings = findings;
    this.before = before;
    this.now = now;
  }

  static Map<String, JsonTree> properties(Map<String, JsonTree> schema) {
    return schema.get("properties") instanceof Members properties ? properties.members() : Map.of();
  }

  void removed(String name, String at) {
    findings.breaking(at, "removed" + (isRequired(before, name) ? " (was required)" : ""));
  }

  void added(String name, String at) {
    boolean required = isRequired(now, name);
    findings.add(
        required && side == Side.ARGUMENTS, at, required ? "added, required" : "added, optional");
  }

  void kept(String name, JsonTree old, JsonTree schema, String at) {
    boolean was = isRequired(before, name);
    boolean is = isRequired(now, name);
    if (was && !is) {
      note(Effect.WIDER, at, "was required, is optional");
    } else if (!was && is) {
      note(Effect.NARROWER, at, "was optional, is required");
    } else if (!was && !shown(given(old)).equals(shown(given(schema)))) {
      note(Effect.DIFFERENT, at + "/default", fromTo(given(old), given(schema)));
    }
  }

  /** What an argument is if it is left out. */
  private static @Nullable JsonTree given(JsonTree schema) {
    return schema instanceof Members object ? object.members().get("default") : null;
  }

  private void note(Effect effect, String at, String text) {
    findings.add(side.isBrokenBy(effect), at, text);
  }

  private static boolean isRequired(Map<String, JsonTree> schema, String name) {
    return schema.get("required") instanceof Elements names
        && names.elements().contains(new Text(name));
  }
}
