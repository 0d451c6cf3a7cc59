package dev.adze.processor;

import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * A place in the source, as deep as it is known: the value of an annotation, else the annotation,
 * else the element.
 */
record At(Element element, @Nullable AnnotationMirror mirror, @Nullable AnnotationValue value) {
  static At element(Element element) {
    return new At(element, null, null);
  }

  void print(Messager messager, Diagnostic.Kind kind, String text) {
    messager.printMessage(kind, text, element, mirror, value);
  }
}
