package com.acme;

import dev.adze.annotation.Tool;

/** Tells the time. */
public class Clock {
  /** Tells the time. */
  @Tool
  public String now() {
    return "noon";
  }

  /** Winds the clock up. */
  @Tool(name = "wind_up", title = "Wind up", destructive = false, idempotent = true)
  public static void wind() {}
}
