import dev.adze.annotation.Tool;

/** Is in no package. */
public class Loose {
  /** Something of no package. */
  public record Thing(int size) {}

  /**
   * Returns it.
   *
   * @param thing it
   */
  @Tool
  public Thing same(Thing thing) {
    return thing;
  }
}
