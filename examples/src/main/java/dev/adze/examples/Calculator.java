package dev.adze.examples;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.parser.ParseException;
import dev.adze.annotation.Tool;

/** Does arithmetic. */
final class Calculator {
  /**
   * Evaluates a mathematical expression.
   *
   * @param expression for instance {@code (2 + 3) * 4}
   * @return the value, or what is wrong with the expression
   */
  @Tool(readOnly = true, openWorld = false)
  String calculator(String expression) {
    try {
      return "Result: " + new Expression(expression).evaluate().getStringValue();
    } catch (ParseException | EvaluationException e) {
      return "Error: " + e.getMessage();
    }
  }
}
