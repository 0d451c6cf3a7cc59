package com.acme;

import dev.adze.annotation.Name;
import dev.adze.annotation.Param;
import dev.adze.annotation.Tool;
import java.util.List;
import java.util.Optional;

/** Draws. */
public class Canvas {
  /** What can be drawn. */
  public sealed interface Form permits Round, Square, Group {}

  /** What has no corners. */
  public sealed interface Round extends Form permits Circle, Oval {}

  /** What can be filled. */
  public sealed interface Fillable permits Circle, Square {}

  /**
   * A circle.
   *
   * @param radius how wide it is
   */
  @Name("circle")
  public record Circle(double radius) implements Round, Fillable {}

  /** Nothing is known of it. */
  public record Oval() implements Round {}

  /**
   * A square.
   *
   * @param side how wide it is
   * @param colour its colour
   */
  public record Square(double side, Optional<Colour> colour) implements Form, Fillable {}

  /**
   * Forms together.
   *
   * @param parts the forms
   */
  public record Group(List<Form> parts) implements Form {}

  /** The only one there is. */
  public enum Colour {
    /** As coal. */
    @Name("black")
    BLACK
  }

  /** What came of it. */
  public sealed interface Result<T> {}

  /**
   * It went well.
   *
   * @param value what came
   */
  public record Done<T>(T value) implements Result<T> {}

  /**
   * It did not.
   *
   * @param reason why
   */
  public record Failed<T>(String reason) implements Result<T> {}

  /** Never a text. */
  public record Counted(int count) implements Result<Integer> {}

  /**
   * Draws a form.
   *
   * @param form what to draw
   * @param around what to draw around it
   * @param fill what to fill
   * @param alone a circle in any case
   */
  @Tool
  public Result<String> draw(
      Form form,
      @Param(defaultValue = "{\"type\": \"circle\", \"radius\": 2}") Form around,
      Fillable fill,
      Optional<Circle> alone) {
    return new Done<>("done");
  }

  /**
   * Judges results.
   *
   * @param results what came of something
   */
  @Tool
  public List<Result<Integer>> judge(List<Result<Integer>> results) {
    return results;
  }
}
