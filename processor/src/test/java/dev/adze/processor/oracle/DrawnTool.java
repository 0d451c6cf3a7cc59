package dev.adze.processor.oracle;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A tool that was drawn, which returns its first argument; as a type, all of its arguments. */
record DrawnTool(String name, Slots parameters) implements JavaType {
  Slot first() {
    return parameters.list().get(0);
  }

  /** The method. */
  @Override
  public String source() {
    return "@Tool(\"Returns the first.\") public "
        + first().type().source()
        + " "
        + name
        + "("
        + parameters.declaration()
        + ") { return "
        + first().javaName()
        + "; }";
  }

  /** The method after all the types it needs. */
  String sourceWithTypes() {
    Set<String> declarations = new LinkedHashSet<>();
    declare(declarations);
    declarations.add(source());
    return String.join("\n", declarations);
  }

  @Override
  public void declare(Set<String> declarations) {
    parameters.declare(declarations);
  }

  @Override
  public Doc document(Walk walk) {
    return parameters.document(walk);
  }

  @Override
  public @Nullable Doc fault(Walk walk, boolean nullFits) {
    return parameters.fault(walk, nullFits);
  }

  @Override
  public boolean same(JsonNode given, JsonNode bound) {
    return parameters.same(given, bound);
  }
}
