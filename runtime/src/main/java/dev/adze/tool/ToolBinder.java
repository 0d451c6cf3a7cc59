package dev.adze.tool;

import java.util.List;
import java.util.Optional;

/**
 * Makes the tools of one owner. The annotation processor writes an implementation for every type
 * with {@code @Tool} methods, under a name that is made of the type's, and lists it for {@code
 * ServiceLoader}; nobody writes one by hand.
 *
 * @param <T> the owner: the type whose methods are the tools
 */
public interface ToolBinder<T> {
  /**
   * The level of what generated code may call in this version. A runtime serves every level up to
   * its own.
   */
  int LEVEL = 1;

  /** {@return the {@link #LEVEL} that this binder was generated for} */
  int level();

  /**
   * {@return the tools of an owner: those that it inherits, then its own in the order of its
   * source}
   *
   * @param owner the object whose methods run
   */
  List<FunctionTool> bind(T owner);

  /**
   * The tools of an owner whose methods are all static, in the order of its source.
   *
   * @return empty if there is a tool that needs an object
   */
  default Optional<List<FunctionTool>> bindStatic() {
    return Optional.empty();
  }
}
