package dev.adze.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a record, sealed interface or bean a type in which a model can give its final answer.
 *
 * <p>For {@code Trip} the processor writes {@code TripOutput}, for a nested {@code Travel.Trip} it
 * writes {@code Travel_TripOutput}, beside it in the same package. Its {@code TYPE} holds the
 * schema and the decoder. Any other kind of type, and one that is generic, private or cannot be
 * constructed, is a compile error (T060). The answer of a sealed interface comes in the field
 * {@code answer} of an object, since providers want no choice at the root of a schema.
 *
 * <pre>{@code
 * @StructuredOutput record Trip(String city, LocalDate day) {}
 * Trip trip = runner.run("Plan a day in Rome").output(TripOutput.TYPE);
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface StructuredOutput {
  /**
   * What the answer is, for the model to read.
   *
   * <p>Empty: the main description of the type's Javadoc. If that is missing too, the schema has no
   * description; the names of the components then have to speak for themselves.
   *
   * <pre>{@code
   * @StructuredOutput("A day trip, with one city only.")
   * record Trip(String city, LocalDate day) {}
   * }</pre>
   *
   * @return the description, or empty to take it from Javadoc
   */
  String value() default "";

  /**
   * The name under which the provider is given the schema.
   *
   * <p>Empty: the simple name of the type. Letters, digits, {@code _} and {@code -}, at most 64 of
   * them; anything else is a compile error on this value.
   *
   * <pre>{@code
   * @StructuredOutput(name = "day_trip")
   * record Trip(String city, LocalDate day) {}
   * }</pre>
   *
   * @return the name, or empty for the type's
   */
  String name() default "";
}
