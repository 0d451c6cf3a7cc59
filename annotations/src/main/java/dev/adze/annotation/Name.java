package dev.adze.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives a parameter, record component, bean property, enum constant or branch of a sealed type its
 * name on the wire.
 *
 * <p>Absent: the Java name, unchanged; for a branch that is the simple name of its type. Besides
 * names that Java does not allow, it serves to keep the wire name when the Java name changes, and
 * to name the parameters of classes compiled without {@code -parameters} (T063).
 *
 * <p>A bean property carries it on its field, its getter or its setter, or on the constructor's
 * parameter, on one of them only; a record carries it on the component. Everywhere else it is a
 * compile error (T080): on a tool's method, whose name is {@link Tool#name}, on an accessor that is
 * written out and says what the component does not, on a type that is no branch.
 *
 * <pre>{@code
 * @Tool
 * List<Table> findTables(@Name("party_size") int guests, LocalDate day) { ... }
 * }</pre>
 */
// RECORD_COMPONENT gives records one place to read, for the reasons given at Param. FIELD covers
// bean properties and enum constants, METHOD a bean's getters and setters, TYPE the branches.
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({
  ElementType.PARAMETER,
  ElementType.RECORD_COMPONENT,
  ElementType.FIELD,
  ElementType.METHOD,
  ElementType.TYPE
})
public @interface Name {
  /**
   * The name, exactly as it stands in the JSON.
   *
   * <p>Compile errors on this value: empty text; a name that another parameter, property, enum
   * constant (T062) or branch (T028) beside it has. The compiler warns if a chosen provider refuses
   * a parameter's name (T004: letters, digits and {@code _}, no digit first, at most 64).
   *
   * <p>On an enum constant, and on a branch, where it is the value that tells the branches apart:
   *
   * <pre>{@code
   * enum Area { INDOORS, @Name("out-of-doors") OUTDOORS }
   * @Name("card") record CardPayment(String token) implements Payment {}
   * }</pre>
   *
   * @return the name on the wire
   */
  String value();
}
