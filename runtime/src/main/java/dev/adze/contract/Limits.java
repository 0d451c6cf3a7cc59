package dev.adze.contract;

import static dev.adze.contract.Findings.fromTo;
import static dev.adze.contract.Findings.shown;

import dev.adze.internal.JsonTree;
import dev.adze.internal.JsonTree.Literal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares the keywords that limit a single value: bounds, lengths, patterns. */
final class Limits {
  private static final List<String> LEAST = List.of("minLength", "minItems", "minProperties");
  private static final List<String> GREATEST = List.of("maxLength", "maxItems", "maxProperties");
  private static final List<String> FORMS =
      List.of("pattern", "format", "contentEncoding", "uniqueItems");

  static final Set<String> KEYWORDS =
      Stream.of(
              LEAST,
              GREATEST,
              FORMS,
              List.of("minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum", "multipleOf"))
          .flatMap(List::stream)
          .collect(Collectors.toUnmodifiableSet());

  /** Takes what was found. */
  interface Sink {
    void note(String keyword, Effect effect, String text);
  }

  /** A bound, and whether it is outside of what it bounds. */
  private record Bound(String keyword, BigDecimal value, boolean exclusive) {}

  private final Map<String, JsonTree> before;
  private final Map<String, JsonTree> now;
  private final Sink sink;

  private Limits(Map<String, JsonTree> before, Map<String, JsonTree> now, Sink sink) {
    this.before = before;
    this.now = now;
    this.sink = sink;
  }

  static void compare(Map<String, JsonTree> before, Map<String, JsonTree> now, Sink sink) {
    Limits limits = new Limits(before, now, sink);
    limits.bounds("minimum", "exclusiveMinimum", 1);
    limits.bounds("maximum", "exclusiveMaximum", -1);
    LEAST.forEach(keyword -> limits.bounds(keyword, "", 1));
    GREATEST.forEach(keyword -> limits.bounds(keyword, "", -1));
    FORMS.forEach(limits::form);
    limits.step();
  }

  /**
   * Compares bounds.
   *
   * @param up 1 if a greater one allows fewer values, else -1
   */
  private void bounds(String inclusive, String exclusive, int up) {
    @Nullable Bound from = bound(before, inclusive, exclusive);
    @Nullable Bound to = bound(now, inclusive, exclusive);
    if (from == null && to == null) {
      return;
    }
    int tighter =
        from == null ? 1 : to == null ? -1 : tighter(to.value(), to.exclusive(), from, up);
    if (tighter != 0) {
      String keyword = to == null ? inclusive : to.keyword();
      String text = "was " + told(from, inclusive) + ", is " + told(to, inclusive);
      sink.note(keyword, tighter > 0 ? Effect.NARROWER : Effect.WIDER, text);
    }
  }

  private static int tighter(BigDecimal value, boolean exclusive, Bound than, int up) {
    int difference = up * Integer.signum(value.compareTo(than.value()));
    return difference != 0 ? difference : Boolean.compare(exclusive, than.exclusive());
  }

  private static @Nullable Bound bound(
      Map<String, JsonTree> schema, String inclusive, String exclusive) {
    @Nullable BigDecimal value = number(schema.get(inclusive));
    if (value != null) {
      return new Bound(inclusive, value, false);
    }
    @Nullable BigDecimal outer = number(schema.get(exclusive));
    return outer == null ? null : new Bound(exclusive, outer, true);
  }

  private static String told(@Nullable Bound bound, String usual) {
    if (bound == null) {
      return "absent";
    }
    return (bound.keyword().equals(usual) ? "" : bound.keyword() + " ") + bound.value();
  }

  private void form(String keyword) {
    @Nullable JsonTree from = before.get(keyword);
    @Nullable JsonTree to = now.get(keyword);
    if (!shown(from).equals(shown(to))) {
      Effect effect = from == null ? Effect.NARROWER : to == null ? Effect.WIDER : Effect.DIFFERENT;
      sink.note(keyword, effect, fromTo(from, to));
    }
  }

  private void step() {
    @Nullable BigDecimal from = number(before.get("multipleOf"));
    @Nullable BigDecimal to = number(now.get("multipleOf"));
    if (from == null || to == null) {
      form("multipleOf");
    } else if (from.compareTo(to) != 0) {
      Effect effect =
          isMultiple(from, to)
              ? Effect.WIDER
              : isMultiple(to, from) ? Effect.NARROWER : Effect.DIFFERENT;
      sink.note("multipleOf", effect, fromTo(before.get("multipleOf"), now.get("multipleOf")));
    }
  }

  private static boolean isMultiple(BigDecimal value, BigDecimal of) {
    return of.signum() != 0 && value.remainder(of).signum() == 0;
  }

  private static @Nullable BigDecimal number(@Nullable JsonTree value) {
    if (!(value instanceof Literal literal)) {
      return null;
    }
    try {
      return new BigDecimal(literal.json());
    } catch (NumberFormatException e) {
      return null; // A literal that is no number bounds nothing.
    }
  }
}
