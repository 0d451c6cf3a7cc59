package dev.adze.processor;

import com.palantir.javapoet.TypeName;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A type inside of itself. To every rendering it is that type: whoever follows types to their ends
 * has to remember where it was.
 */
record ReferenceShape(String key, TypeName type, Target target) implements Shape {
  /** The shape that is referred to, once it has been read. */
  static final class Target {
    private @Nullable Shape shape;

    void set(Shape read) {
      shape = read;
    }

    Shape get() {
      return Objects.requireNonNull(shape, "a type that is being read");
    }
  }

  @Override
  public Shape resolved() {
    return target.get();
  }

  @Override
  public Object form() {
    return key;
  }

  @Override
  public String describe(String given) {
    return target.get().describe(given);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return target.get().accept(visitor);
  }
}
