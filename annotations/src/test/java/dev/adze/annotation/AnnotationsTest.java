package dev.adze.annotation;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.RECORD_COMPONENT;
import static java.lang.annotation.ElementType.TYPE;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Annotation;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the annotations to what their Javadoc and every user's source rely on. */
class AnnotationsTest {

  /** The positions that users are promised: this class has only to compile. */
  @RequiresApproval
  private static final class EveryPosition {
    @Tool("adds")
    @RequiresApproval(value = "why", preview = "preview", always = false)
    Shape add(@Param("how many") @Name("party_size") int guests) {
      return new Circle(guests);
    }

    sealed interface Shape permits Circle, Bean {}

    @StructuredOutput("a circle")
    @Name("circle")
    record Circle(@Param(value = "in cm", defaultValue = "1") @Name("r") int radius)
        implements Shape {}

    static final class Bean implements Shape {
      @Param(defaultValue = "")
      @Name("on_field")
      private String field = "";

      @Param("on a getter")
      @Name("on_getter")
      String getField() {
        return field;
      }

      @Param("on a setter")
      @Name("on_setter")
      void setField(String field) {
        this.field = field;
      }
    }

    enum Area {
      @Name("out-of-doors")
      OUTDOORS
    }
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        Tool.class,
        Param.class,
        Name.class,
        RequiresApproval.class,
        StructuredOutput.class
      })
  void isKeptInClassFilesAndDocumentedButNotInherited(Class<? extends Annotation> type) {
    assertThat(type.getAnnotation(Retention.class).value()).isEqualTo(RetentionPolicy.CLASS);
    assertThat(type).hasAnnotation(Documented.class);
    assertThat(type.getAnnotation(Inherited.class)).isNull();
  }

  @Test
  void nothingIsLeftAtRunTime() throws NoSuchMethodException {
    Method add = EveryPosition.class.getDeclaredMethod("add", int.class);

    assertThat(EveryPosition.class.getAnnotations()).isEmpty();
    assertThat(add.getAnnotations()).isEmpty();
    assertThat(add.getParameterAnnotations()[0]).isEmpty();
    assertThat(EveryPosition.Circle.class.getRecordComponents()[0].getAnnotations()).isEmpty();
  }

  @Test
  void targetsAreThePromisedPositionsAndNoOthers() {
    assertThat(targets(Tool.class)).containsExactlyInAnyOrder(METHOD);
    assertThat(targets(Param.class))
        .containsExactlyInAnyOrder(PARAMETER, RECORD_COMPONENT, FIELD, METHOD);
    assertThat(targets(Name.class))
        .containsExactlyInAnyOrder(PARAMETER, RECORD_COMPONENT, FIELD, METHOD, TYPE);
    assertThat(targets(RequiresApproval.class)).containsExactlyInAnyOrder(METHOD, TYPE);
    assertThat(targets(StructuredOutput.class)).containsExactlyInAnyOrder(TYPE);
  }

  @Test
  void toolDefaultsAreThoseOfMcp() {
    assertThat(defaults(Tool.class))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "value", "",
                "name", "",
                "title", "",
                "readOnly", false,
                "destructive", true,
                "idempotent", false,
                "openWorld", true,
                "sequential", false,
                "timeout", ""));
  }

  @Test
  void otherDefaultsMeanNothingGiven() {
    assertThat(defaults(Param.class))
        .containsExactlyInAnyOrderEntriesOf(Map.of("value", "", "defaultValue", Param.NO_DEFAULT));
    assertThat(defaults(RequiresApproval.class))
        .containsExactlyInAnyOrderEntriesOf(Map.of("value", "", "preview", "", "always", true));
    assertThat(defaults(StructuredOutput.class))
        .containsExactlyInAnyOrderEntriesOf(Map.of("value", "", "name", ""));
  }

  @Test
  void nameHasToBeGiven() {
    assertThat(Name.class.getDeclaredMethods())
        .singleElement()
        .satisfies(value -> {
          assertThat(value.getName()).isEqualTo("value");
          assertThat(value.getReturnType()).isEqualTo(String.class);
          assertThat(value.getDefaultValue()).isNull();
        });
  }

  @Test
  void noDefaultIsNoTextThatAnyoneWrites() {
    // Neither empty nor JSON nor printable: NUL is legal in no JSON text and typed in no source.
    assertThat(Param.NO_DEFAULT).isNotEmpty().startsWith("\0");
  }

  private static List<ElementType> targets(Class<? extends Annotation> type) {
    return List.of(type.getAnnotation(Target.class).value());
  }

  private static Map<String, Object> defaults(Class<? extends Annotation> type) {
    Map<String, Object> defaults = new HashMap<>();
    for (Method attribute : type.getDeclaredMethods()) {
      defaults.put(attribute.getName(), attribute.getDefaultValue());
    }
    return defaults;
  }
}
