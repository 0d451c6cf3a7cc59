package com.acme;

import dev.adze.annotation.RequiresApproval;
import dev.adze.annotation.Tool;

/**
 * Everything in it is deprecated.
 *
 * @deprecated use something else
 */
@Deprecated
public final class Old {
  private Old() {}

  /**
   * A mode.
   *
   * @deprecated use something else
   */
  @Deprecated
  public enum Mode {
    /**
     * On.
     *
     * @deprecated use something else
     */
    @Deprecated
    ON
  }

  /**
   * Switches.
   *
   * @param mode the mode
   * @deprecated use something else
   */
  @Tool
  @Deprecated(forRemoval = true)
  @RequiresApproval(preview = "preview")
  public static String change(Mode mode) {
    return "changed";
  }

  static String preview(Mode mode) {
    return "changes";
  }
}
