package dev.adze.processor.oracle;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A JSON text as a tree that keeps how each literal is spelled, right or wrong. */
sealed interface Doc {
  /** Anything that has no parts: a literal, or what is none although one belongs there. */
  record Literal(String text) implements Doc {
    @Override
    public void write(StringBuilder out, @Nullable Dice spacing) {
      out.append(text);
    }

    @Override
    public Stream<Marked> faults() {
      return Stream.of();
    }
  }

  /** An array. */
  record Array(List<Doc> elements) implements Doc {
    @Override
    public void write(StringBuilder out, @Nullable Dice spacing) {
      out.append('[');
      for (int i = 0; i < elements.size(); i++) {
        out.append(i == 0 ? "" : ",");
        space(out, spacing);
        elements.get(i).write(out, spacing);
        space(out, spacing);
      }
      space(out, spacing);
      out.append(']');
    }

    @Override
    public Stream<Marked> faults() {
      return elements.stream().flatMap(Doc::faults);
    }
  }

  /** An object, possibly with the same name twice. */
  record Members(List<Member> members) implements Doc {
    @Override
    public void write(StringBuilder out, @Nullable Dice spacing) {
      out.append('{');
      for (int i = 0; i < members.size(); i++) {
        out.append(i == 0 ? "" : ",");
        space(out, spacing);
        out.append(members.get(i).name());
        space(out, spacing);
        out.append(':');
        space(out, spacing);
        members.get(i).value().write(out, spacing);
        space(out, spacing);
      }
      space(out, spacing);
      out.append('}');
    }

    @Override
    public Stream<Marked> faults() {
      return members.stream().flatMap(member -> member.value().faults());
    }
  }

  /**
   * A name and its value.
   *
   * @param name the literal, with its quotes
   */
  record Member(String name, Doc value) {}

  /** Where a fault was put. */
  record Marked(Doc content) implements Doc {
    @Override
    public void write(StringBuilder out, @Nullable Dice spacing) {
      content.write(out, spacing);
    }

    @Override
    public Stream<Marked> faults() {
      return Stream.of(this);
    }
  }

  /**
   * Appends the text.
   *
   * @param spacing where to draw white space from, or null for none
   */
  void write(StringBuilder out, @Nullable Dice spacing);

  /** The faults that were put into it. */
  Stream<Marked> faults();

  default List<Marked> marked() {
    return faults().toList();
  }

  default boolean isMarked() {
    return faults().findAny().isPresent();
  }

  static Doc literal(String text) {
    return new Literal(text);
  }

  static Doc array(Doc... elements) {
    return new Array(List.of(elements));
  }

  static Doc object(Member... members) {
    return new Members(List.of(members));
  }

  /** A value inside so many arrays. */
  static Doc nested(int depth, Doc innermost) {
    return Stream.iterate(innermost, Doc::array).skip(depth).findFirst().orElseThrow();
  }

  private static void space(StringBuilder out, @Nullable Dice spacing) {
    if (spacing != null && spacing.chance(0.15)) {
      out.append(spacing.pick(" ", "\n", "\t", "\r\n", "  "));
    }
  }
}
