package com.acme;

import dev.adze.annotation.Tool;
import java.util.List;

/** Keeps entries. */
public class Diary {
  /** How it went. */
  public enum Mood {
    GOOD,
    BAD
  }

  /**
   * An entry.
   *
   * @param text what happened
   * @param mood how it went
   * @param page where it is
   * @param tags words for it
   * @param next what came then
   */
  public record Entry(
      @Nullable String text,
      @org.jspecify.annotations.Nullable Mood mood,
      @Nullable Integer page,
      List<@org.jspecify.annotations.Nullable String> tags,
      @Nullable Entry next) {}

  /**
   * What holds one.
   *
   * @param item what it holds
   */
  public record Box<T>(T item) {}

  /**
   * What may hold one, whatever it is.
   *
   * @param item what it holds
   */
  public record Tray<T>(@org.jspecify.annotations.Nullable T item) {}

  /**
   * Empties a tray.
   *
   * @param tray what to empty
   */
  @Tool
  public void empty(Tray<String> tray) {}

  /**
   * Writes entries.
   *
   * @param entry the first
   * @param others the others
   * @param moods how they went
   * @param box what may be empty
   */
  @Tool
  public List<@org.jspecify.annotations.Nullable Entry> write(
      @org.jspecify.annotations.Nullable Entry entry,
      List<@org.jspecify.annotations.Nullable Entry> others,
      List<@org.jspecify.annotations.Nullable Mood> moods,
      Box<@org.jspecify.annotations.Nullable String> box) {
    return others;
  }
}
