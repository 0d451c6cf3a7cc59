package dev.adze.processor.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Makes a text that shows a mismatch as short as it can be. */
final class Shrinker {
  private static final List<Doc> SIMPLEST =
      List.of(
          Doc.literal("0"), Doc.literal("\"\""), Doc.array(), Doc.object(), Doc.literal("null"));
  private static final int MAX_ROUNDS = 500;

  private Shrinker() {}

  /**
   * The shortest text found that shows the same mismatch; its white space is kept if it matters.
   */
  static Instance shrink(Subject subject, Instance instance) {
    String sort = String.valueOf(subject.examine(instance).unlisted());
    Instance smallest = instance.with(instance.doc());
    if (!shows(subject, smallest, sort, instance)) {
      return instance;
    }
    for (int round = 0; round < MAX_ROUNDS; round++) {
      Instance before = smallest;
      int length = before.text().length();
      smallest =
          smaller(before.doc()).stream()
              .map(before::with)
              .filter(each -> each.text().length() < length)
              .filter(each -> shows(subject, each, sort, instance))
              .findFirst()
              .orElse(before);
      if (smallest == before) {
        break;
      }
    }
    return smallest;
  }

  /** Whether the mismatch is the same; a fault that is no fault must be still there to be one. */
  private static boolean shows(Subject subject, Instance made, String sort, Instance original) {
    return sort.equals(subject.examine(made).unlisted())
        && (!sort.equals(Finding.UNSEEN) || made.doc().marked().equals(original.doc().marked()));
  }

  /** Trees with one part less, or with a part made simpler. */
  private static List<Doc> smaller(Doc doc) {
    if (doc instanceof Doc.Marked marked) {
      return smaller(marked.content()).stream().<Doc>map(Doc.Marked::new).toList();
    }
    List<Doc> smaller = new ArrayList<>(SIMPLEST);
    if (doc instanceof Doc.Array array) {
      each(array.elements(), Doc.Array::new, smaller);
    } else if (doc instanceof Doc.Members object) {
      eachMember(object.members(), smaller);
    }
    return smaller;
  }

  private static void each(
      List<Doc> parts, java.util.function.Function<List<Doc>, Doc> whole, List<Doc> smaller) {
    for (int i = 0; i < parts.size(); i++) {
      smaller.add(whole.apply(without(parts, i)));
      for (Doc part : smaller(parts.get(i))) {
        smaller.add(whole.apply(with(parts, i, part)));
      }
    }
  }

  private static void eachMember(List<Doc.Member> members, List<Doc> smaller) {
    for (int i = 0; i < members.size(); i++) {
      smaller.add(new Doc.Members(without(members, i)));
      Doc.Member member = members.get(i);
      for (Doc value : smaller(member.value())) {
        Doc.Member changed = new Doc.Member(member.name(), value);
        smaller.add(new Doc.Members(with(members, i, changed)));
      }
    }
  }

  private static <T> List<T> without(List<T> list, int index) {
    return changed(
        list,
        copy -> {
          copy.remove(index);
          return copy;
        });
  }

  private static <T> List<T> with(List<T> list, int index, T element) {
    return changed(
        list,
        copy -> {
          copy.set(index, element);
          return copy;
        });
  }

  private static <T> List<T> changed(List<T> list, UnaryOperator<List<T>> change) {
    return change.apply(new ArrayList<>(list));
  }
}
