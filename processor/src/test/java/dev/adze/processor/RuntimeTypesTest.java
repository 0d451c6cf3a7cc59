package dev.adze.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.ClassName;
import dev.adze.annotation.Param;
import dev.adze.tool.ToolBinder;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The processor knows annotations and the runtime by name only: every name has to be one. */
class RuntimeTypesTest {
  @Test
  void everyRuntimeTypeExists() throws ReflectiveOperationException {
    List<String> names = new ArrayList<>();
    for (Field field : RuntimeTypes.class.getDeclaredFields()) {
      if (field.get(null) instanceof ClassName name) {
        names.add(Class.forName(name.reflectionName()).getSimpleName());
      }
    }
    assertThat(names).hasSizeGreaterThan(10);
  }

  @Test
  void everyAnnotationExists() throws ReflectiveOperationException {
    for (Field field : AnnotationNames.class.getDeclaredFields()) {
      if (field.get(null) instanceof String name && name.startsWith("dev.")) {
        assertThat(Class.forName(name).isAnnotation()).as(name).isTrue();
      }
    }
  }

  @Test
  void constantsAreThoseOfTheRuntime() {
    assertThat(RuntimeTypes.LEVEL).isEqualTo(ToolBinder.LEVEL);
    assertThat(AnnotationNames.NO_DEFAULT).isEqualTo(Param.NO_DEFAULT);
  }
}
