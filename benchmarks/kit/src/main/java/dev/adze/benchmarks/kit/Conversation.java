package dev.adze.benchmarks.kit;

import java.lang.reflect.Method;

/**
 * A model that calls one tool once, and the framework that is asked to run it as it usually does.
 */
public interface Conversation {
  /**
   * What the model is told of the arguments.
   *
   * @param method a tool of the owner
   * @return a JSON Schema, or what the framework sends in its place
   */
  String schema(Object owner, Method method) throws Exception;

  /**
   * Lets the model call the tool.
   *
   * @param method a tool of the owner
   * @param arguments as the model writes them
   * @return what the model reads of it
   * @throws Unsayable if this framework's model cannot write such arguments
   * @throws Exception what ended the run
   */
  String call(Object owner, Method method, String arguments) throws Exception;

  /** A model cannot write such arguments, since its provider parses them. */
  final class Unsayable extends Exception {
    private static final long serialVersionUID = 1L;

    /** Wraps what the parser says. */
    public Unsayable(Throwable cause) {
      super(cause);
    }
  }
}
