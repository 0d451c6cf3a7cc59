package com.acme.hotel;

import com.acme.people.Role;
import dev.adze.annotation.Tool;

/** Another owner that uses the same types. */
final class Idle {
  /**
   * Says what to do.
   *
   * @param id who
   */
  @Tool
  Role idleInIstanbul(int id) {
    return Role.SLEEPER;
  }
}
