package dev.adze.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Keeps a tool from running until a person, or whoever stands in for one, has approved the call.
 *
 * <p>The approval is for one call with exactly the arguments that were shown. With nobody to ask
 * the call is denied, and the model is told so.
 *
 * <p>On a type it holds for all of its tools. It also holds for every method that overrides or
 * implements an annotated one, and for every tool of a subtype of an annotated type. An override
 * may add to it, a reason or a preview of its own or {@code always = false}; it cannot drop it. On
 * a method that is no {@link Tool}, and on a type that has none, it is a compile error.
 *
 * <pre>{@code
 * @Tool @RequiresApproval
 * Booking book(String tableId, Guest guest) { ... }
 * }</pre>
 */
// Not @Inherited: that works for superclasses alone, neither for interfaces nor for methods, and
// the rule above covers all three.
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface RequiresApproval {
  /**
   * Why approval is needed, shown to the person.
   *
   * <p>Empty: no reason is shown, only the tool, its arguments and the preview. On an override,
   * empty keeps the reason of the overridden method; a method's reason wins over its type's.
   *
   * <pre>{@code
   * @Tool @RequiresApproval("spends the customer's deposit")
   * Booking book(String tableId, Guest guest) { ... }
   * }</pre>
   *
   * @return the reason, or empty for none
   */
  String value() default "";

  /**
   * The name of a method that says what a call would do, shown to the person before it is done.
   *
   * <p>Empty: no preview of its own; as with the reason, that of the overridden method or of the
   * type is kept. The method belongs to the tool's owner or is inherited by it, has the tool's
   * parameters in the same order (a {@code ToolContext} is one of them), returns {@code String},
   * and is neither private nor a tool itself; for a static tool it is static. On a type, each tool
   * needs an overload with its parameters, and a tool that the type inherits has to be overridden,
   * because the code that calls it is written for the type above. Anything else is a compile error
   * on this value.
   *
   * <p>A preview must have no effects. It gets arguments of its own, so it cannot alter the tool's.
   * If it throws or takes too long, the person is asked without it.
   *
   * <pre>{@code
   * @Tool @RequiresApproval(preview = "describe") Booking book(String tableId, int guests) { ... }
   * String describe(String tableId, int guests) { return tableId + " for " + guests; }
   * }</pre>
   *
   * @return the method's name, or empty for none
   */
  String preview() default "";

  /**
   * Whether the person may approve similar calls in advance ("always") along with this one.
   *
   * <p>Absent: {@code true}, it is offered. {@code false}: every call is asked for by itself. One
   * {@code false}, on the method, on an overridden one or on a type, is enough.
   *
   * <pre>{@code
   * @Tool @RequiresApproval(value = "deletes the account", always = false)
   * void deleteAccount(String id) { ... }
   * }</pre>
   *
   * @return {@code false} if every call has to be asked for
   */
  boolean always() default true;
}
