package com.acme;

import dev.adze.annotation.Tool;

/** Knows guests. */
public class Desk {
  /**
   * Somebody.
   *
   * @param name the name
   */
  public record Guest(String name) {}

  /**
   * A room.
   *
   * @param guest who is in it
   */
  public record Room<T>(T guest) {}

  /**
   * A key of a kind.
   *
   * @param number of the key
   */
  public record Key<T>(int number) {}

  /**
   * Changes a room, which was read without a wildcard before.
   *
   * @param room which
   */
  @Tool
  public Room<? extends Guest> change(Room<Guest> room) {
    return room;
  }

  /**
   * Copies a key.
   *
   * @param key which
   */
  @Tool
  public Key<?> copy(Key<? super Guest> key) {
    return key;
  }
}
