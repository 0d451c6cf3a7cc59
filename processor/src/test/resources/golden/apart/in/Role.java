package com.acme.people;

import dev.adze.annotation.Name;

/** A role. */
public enum Role {
  @Name("sleeper")
  SLEEPER,
  ZEBRA,
  ANT
}
