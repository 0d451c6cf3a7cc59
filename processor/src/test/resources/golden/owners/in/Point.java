package com.acme;

import dev.adze.annotation.Tool;

/** A record that is an owner, with type parameters that no tool speaks of. */
record Point<A, B>(int x, int y) {
  /** Adds up. */
  @Tool
  int sum() {
    return x + y;
  }
}
