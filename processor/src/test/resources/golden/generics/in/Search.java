package com.acme;

import dev.adze.annotation.Tool;
import java.util.List;
import java.util.Optional;

/** Finds users. */
public class Search {
  /**
   * Somebody.
   *
   * @param name the name
   */
  public record User(String name) {}

  /**
   * A part of what was found.
   *
   * @param items what is on the page
   * @param first the first of all
   * @param next the page behind it
   */
  public record Page<T>(List<T> items, T first, Optional<Page<T>> next) {}

  /**
   * Two things.
   *
   * @param left the one
   * @param right the other
   */
  public record Pair<A, B>(A left, List<? extends B> right) {}

  /**
   * Turns a page.
   *
   * @param page where to start
   * @param pairs what to look for
   */
  @Tool
  public Page<? extends User> turn(Page<User> page, List<? extends Pair<User, Page<String>>> pairs) {
    return page;
  }

  /**
   * Sorts users.
   *
   * @param groups who belongs together
   */
  @Tool
  public List<Page<? extends User>[]> sort(List<? extends List<? extends User>> groups) {
    return List.of();
  }

  /**
   * Compares pages.
   *
   * @param pair what to compare
   */
  @Tool
  public List<Page<String>> compare(Optional<? extends Pair<Page<User>, List<Integer>>> pair) {
    return List.of();
  }
}
