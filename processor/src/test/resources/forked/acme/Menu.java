package acme;

import dev.adze.annotation.RequiresApproval;
import dev.adze.annotation.Tool;

/** An interface that is an owner. */
interface Menu {
  /** Says what there is. */
  @Tool
  String dish();

  /** Orders it. */
  @Tool
  @RequiresApproval
  String order();
}
