package dev.adze.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes one input of a tool: a parameter, a record component or a bean property.
 *
 * <p>It is needed only where Javadoc does not say enough or a default is wanted. A bean property
 * carries it on its field, its getter or its setter, or on the constructor's parameter, on one of
 * them only. A record carries it on the component. Everywhere else it is a compile error (T080): on
 * a record's accessor or canonical constructor's parameter that is written out and says what the
 * component does not, on any other method, and on a parameter that the model never sees, such as a
 * {@code ToolContext}.
 *
 * <pre>{@code
 * @Tool
 * List<Table> findTables(@Param("How many will come.") int guests, LocalDate day) { ... }
 * }</pre>
 *
 * @see Name
 */
// RECORD_COMPONENT is what makes a record unambiguous. FIELD, METHOD and PARAMETER are here for
// beans and tools; because of them javac also copies a component's annotation to the private field,
// the accessor and the compact constructor's parameter, but not to an accessor or a canonical
// constructor that is written out. Without RECORD_COMPONENT there would be only these copies. With
// it the component always has the annotation, from source and from class files alike, and is the
// one place to read. TYPE_USE is left out: it would give two positions to one and the same mark.
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({
  ElementType.PARAMETER,
  ElementType.RECORD_COMPONENT,
  ElementType.FIELD,
  ElementType.METHOD
})
public @interface Param {
  /**
   * The value of {@link #defaultValue} that stands for no default.
   *
   * <p>It differs from empty text, which is a default like any other. There is no need to write it:
   * leaving {@code defaultValue} out means the same.
   */
  // NUL keeps anyone from writing it by accident; as a JSON string even this text can be a default.
  String NO_DEFAULT = "\0no default";

  /**
   * What the value means, for the model to read.
   *
   * <p>Empty: the {@code @param} text of the Javadoc, for a bean property its own Javadoc. If a
   * tool's parameter has none of them, the compiler warns (T011).
   *
   * <pre>{@code
   * record Guest(
   *     @Param("Full name, as on the booking.") String name, String phone) {}
   * }</pre>
   *
   * @return the description, or empty to take it from Javadoc
   */
  String value() default "";

  /**
   * The value to use if the model sends none or sends {@code null}.
   *
   * <p>Absent: no default; the model has to send a value unless the type is optional. With a
   * default the value is no longer required, and the model is told the default.
   *
   * <p>The text is JSON, as the model would send it. Where the schema asks for a string (text,
   * enums, dates, UUIDs and the like) the quotes may be left out: text that begins with a quotation
   * mark is read as a JSON string, all other text stands for itself. So {@code ""} is the empty
   * string for a {@code String} and wrong for an {@code int}. An enum constant is given by its name
   * on the wire.
   *
   * <p>What does not fit the schema, its constraints included, is a compile error on this value
   * (T061). JSON's {@code null} never fits: a value that may be missing is declared {@code
   * Optional} or {@code @Nullable}.
   *
   * <pre>{@code
   * record Visit(@Param(defaultValue = "2") int guests, @Param(defaultValue = "") String wish,
   *     @Param(defaultValue = "18:30") LocalTime at, @Param(defaultValue = "[1]") int[] floors) {}
   * }</pre>
   *
   * @return JSON, or bare text for strings and enums; {@link #NO_DEFAULT} for none
   */
  String defaultValue() default NO_DEFAULT;
}
