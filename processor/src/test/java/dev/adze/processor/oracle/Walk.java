package dev.adze.processor.oracle;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One way through a type, which makes a document and decides where that has faults. */
final class Walk {
  private static final int NOWHERE = -1;
  private static final int MAX_DEPTH = 12;

  private final Dice dice;
  private final double rate;
  private final int target;
  private final List<String> faults = new ArrayList<>();
  private int values;
  private int depth;

  private Walk(Dice dice, double rate, int target) {
    this.dice = dice;
    this.rate = rate;
    this.target = target;
  }

  static Walk valid(Dice dice) {
    return new Walk(dice, 0, NOWHERE);
  }

  /** With one fault, at the value with this number in the order of the walk. */
  static Walk withFaultAt(Dice dice, int value) {
    return new Walk(dice, 0, value);
  }

  /** With a fault at each value by a probability. */
  static Walk withFaults(Dice dice, double rate) {
    return new Walk(dice, rate, NOWHERE);
  }

  Dice dice() {
    return dice;
  }

  /** How many values were made. */
  int values() {
    return values;
  }

  /** What was made wrong. */
  List<String> faults() {
    return faults;
  }

  /** Whether a type that holds itself should come to an end. */
  boolean isDeep() {
    return depth > MAX_DEPTH || dice.chance(depth / (double) MAX_DEPTH);
  }

  Doc value(JavaType type) {
    return value(type, false);
  }

  /** A value of a type, faulty if its turn has come. */
  Doc value(JavaType type, boolean nullFits) {
    boolean faulty = values++ == target || (rate > 0 && dice.chance(rate));
    depth++;
    int before = faults.size();
    @Nullable Doc broken = faulty ? type.fault(this, nullFits) : null;
    Doc made = broken == null ? type.document(this) : new Doc.Marked(broken);
    depth--;
    if (broken != null && faults.size() == before) {
      throw new IllegalStateException("A fault of " + type.source() + " has no label");
    }
    return made;
  }

  /** Names the fault that is being made. */
  Doc fault(String label, Doc broken) {
    faults.add(label);
    return broken;
  }

  Doc fault(String label, String literal) {
    return fault(label, Doc.literal(literal));
  }
}
