package com.acme;

import dev.adze.annotation.Tool;
import dev.adze.tool.ToolContext;

/** Names that collide with those of generated code. */
public class Outer {
  /** Not the one of java.util. */
  public record List(int Objects, String in, String field, String faults, String e) {}

  /** Not the generated one. */
  public record Adapter(int size) {}

  /** Has its own name in the adapter's name. */
  public static class Inner {
    /**
     * First.
     *
     * @param owner o
     * @param arguments a
     * @param in i
     * @param out u
     * @param field f
     * @param result r
     * @param FIELDS s
     * @param Optional p
     */
    @Tool(name = "first")
    public List level(
        ToolContext context,
        String owner,
        List arguments,
        int in,
        java.util.List<List> out,
        boolean field,
        java.util.Optional<String> result,
        String FIELDS,
        String Optional) {
      return arguments;
    }

    /** Second. */
    @Tool(name = "second")
    public Adapter level() {
      return new Adapter(1);
    }

    /** Third. */
    @Tool
    public void level_spec() {}
  }
}
