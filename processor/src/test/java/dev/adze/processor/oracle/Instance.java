package dev.adze.processor.oracle;

import java.util.List;

/**
 * A text that was drawn for a tool.
 *
 * @param doc its tree
 * @param envelope what was done to the text as a whole
 * @param faults what was made wrong, nothing if it must be accepted
 * @param text the text with its white space
 */
record Instance(Doc doc, Envelope envelope, List<String> faults, String text) {
  /**
   * What surrounds a text.
   *
   * @param after what follows it
   * @param cut how many characters of it are missing at its end
   */
  record Envelope(String after, int cut) {
    static final Envelope NONE = new Envelope("", 0);

    String around(String text) {
      return text.substring(0, Math.max(0, text.length() - cut)) + after;
    }
  }

  /** Draws a text of any kind: half of them fit, most others have one fault, the rest many. */
  static Instance draw(DrawnTool tool, Dice dice) {
    int kind = dice.below(100);
    if (kind < 50) {
      Walk walk = Walk.valid(dice);
      return of(walk.value(tool), Envelope.NONE, List.of(), dice);
    }
    if (kind < 54) {
      return wrongAsAWhole(tool, dice);
    }
    if (kind < 88) {
      return withOneFault(tool, dice);
    }
    Walk walk = Walk.withFaults(dice, dice.pick(0.08, 0.3));
    return of(walk.value(tool), Envelope.NONE, walk.faults(), dice);
  }

  /** A first walk counts the values; the same walk again makes one of them wrong. */
  private static Instance withOneFault(DrawnTool tool, Dice dice) {
    long seed = dice.bits();
    Walk first = Walk.valid(new Dice(seed));
    first.value(tool);
    Walk walk = Walk.withFaultAt(new Dice(seed), dice.below(first.values()));
    return of(walk.value(tool), Envelope.NONE, walk.faults(), dice);
  }

  private static Instance wrongAsAWhole(DrawnTool tool, Dice dice) {
    Doc doc = tool.document(Walk.valid(dice));
    boolean truncated = dice.chance(0.5);
    Envelope envelope =
        truncated
            ? new Envelope("", dice.between(1, Json.text(doc).length() - 1))
            : new Envelope(
                dice.pick(" x", "}", "]", "{}", ",", "\u0000", " // c", "\ufeff", "1"), 0);
    return of(doc, envelope, List.of(truncated ? "truncated" : "trailing text"), dice);
  }

  private static Instance of(Doc doc, Envelope envelope, List<String> faults, Dice dice) {
    StringBuilder text = new StringBuilder();
    doc.write(text, dice.chance(0.3) ? dice : null);
    String whole = envelope.around(text.toString());
    return new Instance(
        doc,
        envelope,
        faults,
        dice.pick("", "", " ", "\n\t") + whole + dice.pick("", "", " ", "\r\n"));
  }

  /** The same with another tree and no white space. */
  Instance with(Doc other) {
    return new Instance(other, envelope, faults, envelope.around(Json.text(other)));
  }
}
