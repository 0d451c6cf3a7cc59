package dev.adze.processor.oracle;

/** A family of Java types of which one can be drawn. */
interface Family {
  /** A type of this family. */
  JavaType draw(TypeDraw draw);

  /** Whether its types have no types inside, so that drawing comes to an end with them. */
  default boolean isLeaf() {
    return false;
  }
}
