package errors.lib;

import dev.adze.annotation.Tool;

/** Is compiled before, without the processor. */
public class Bare {
  @Tool("Exists.")
  public void exist() {}
}
