package com.acme;

import dev.adze.annotation.Tool;

/** An enum whose constants are owners. */
enum Level {
  LOW,
  HIGH {
    @Override
    int height() {
      return 2;
    }
  };

  /** Says how high the level is. */
  @Tool
  int height() {
    return 1;
  }
}
