package dev.adze.processor.oracle;

import dev.adze.tool.ToolSpec;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A tool that was drawn, which returns its first argument; as a type, all of its arguments. */
record DrawnTool(String name, String description, Slots parameters) implements JavaType {
  Slot first() {
    return parameters.list().get(0);
  }

  /** The method. */
  @Override
  public String source() {
    return "@Tool("
        + Spelling.java(description)
        + ") public "
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

  /** What a description of the tool says otherwise than was drawn. */
  List<String> misread(ToolSpec spec) {
    JsonNode properties = Json.read(spec.inputSchema()).get("properties");
    List<String> misread = new ArrayList<>();
    expect(spec.name(), name, misread);
    expect(spec.description(), description.strip(), misread);
    for (Slot slot : parameters.list()) {
      JsonNode schema = properties.path(slot.wireName());
      expect(schema.path("description").asString(""), slot.description().strip(), misread);
      boolean defaulted = slot.presence() == Slot.Presence.DEFAULTED;
      expect(
          schema.path("default"),
          defaulted ? Json.read(slot.defaultValue()) : Json.ABSENT,
          misread);
    }
    return misread;
  }

  private static void expect(Object found, Object drawn, List<String> misread) {
    if (!found.equals(drawn)) {
      misread.add(found + " is said, not " + drawn);
    }
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
