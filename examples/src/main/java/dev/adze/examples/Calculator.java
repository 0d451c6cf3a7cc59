package dev.adze.examples;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.parser.ParseException;
import dev.adze.annotation.Tool;
import java.math.BigDecimal;

/** Does arithmetic. */
final class Calculator {
  /**
   * Evaluates a mathematical expression.
   *
   * @param expression for instance {@code (2 + 3) * 4}
   * @return the value
   */
  @Tool(readOnly = true, openWorld = false)
  BigDecimal calculator(String expression) throws EvaluationException, ParseException {
    BigDecimal value = new Expression(expression).evaluate().getNumberValue();
    return value.scale() < 0 ? value.setScale(0) : value; // 100, not 1E+2
  }
}
