package dev.adze.processor;

import com.palantir.javapoet.ClassName;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * A type with {@code @StructuredOutput}.
 *
 * @param element the type
 * @param mark its annotation
 * @param type its name
 * @param generated the name of the class that is written for it
 * @param name the name under which a provider is given the schema
 * @param description what the answer is, for the model; may be empty
 * @param shape the type as JSON
 * @param warnings what the compiler would warn of in the class through no fault of its user
 * @param origins elements of other files that the class comes from
 * @param wildcards whether types in it have wildcards
 * @param marked whether its module can see {@code @Generated}
 */
record OutputClass(
    TypeElement element,
    Mark mark,
    ClassName type,
    ClassName generated,
    String name,
    String description,
    Shape shape,
    Set<String> warnings,
    Set<Element> origins,
    boolean wildcards,
    boolean marked) {
  /**
   * Whether the answer is a field of an object: providers want one at the root of a schema, and a
   * choice between several is none.
   */
  boolean isWrapped() {
    return shape instanceof UnionShape;
  }
}
