package acme;

import dev.adze.annotation.Tool;

/** A package-private owner. */
class Desk {
  /** Says where the desk is. */
  @Tool
  String place() {
    return "by the window";
  }
}
