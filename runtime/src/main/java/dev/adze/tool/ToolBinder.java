package dev.adze.tool;

import java.util.List;

/**
 * Makes the tools of one owner class. The annotation processor writes an implementation for every
 * class with {@code @Tool} methods, and {@code ServiceLoader} finds it; nobody writes one by hand.
 *
 * @param <T> the owner: the class whose methods are the tools
 */
public interface ToolBinder<T> {
  /**
   * The level of what generated code may call in this version. A runtime serves every level up to
   * its own.
   */
  int LEVEL = 1;

  /** The {@link #LEVEL} that this binder was generated for. */
  int level();

  /**
   * The tools of an owner, in the order of its source.
   *
   * @param owner the object whose methods run
   */
  List<FunctionTool> bind(T owner);
}
