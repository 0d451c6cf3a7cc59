package dev.adze.contract;

import dev.adze.internal.JsonTree;
import dev.adze.internal.JsonTree.Elements;
import dev.adze.internal.JsonTree.Members;
import dev.adze.internal.JsonTree.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The contract of one owner as its file has it.
 *
 * @param owner the binary name of the class
 * @param inherits the types above it whose tools it offers too
 * @param replaces names of inherited tools in whose place it offers one of another name
 * @param approval the approval that it asks for all that it inherits, or null
 * @param tools the contracts of its own tools by name, in their order
 * @param text the file
 */
record OwnerContract(
    String owner,
    List<String> inherits,
    List<String> replaces,
    @Nullable JsonTree approval,
    Map<String, Members> tools,
    String text) {
  private static final JsonTree FORMAT = new JsonTree.Literal("1");

  /**
   * Reads a contract.
   *
   * @param file where it comes from, for messages
   * @throws IllegalArgumentException if it is none, or one of a later format
   */
  static OwnerContract parse(String file, String text) {
    try {
      return read(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "A contract must be as adze-processor wrote it, but "
              + file
              + " is not: "
              + e.getMessage()
              + ". Accept the contracts again, or take the file away.",
          e);
    }
  }

  private static OwnerContract read(String text) {
    Map<String, JsonTree> contract = members(JsonTree.parse(text));
    if (!FORMAT.equals(contract.get("format"))) {
      throw new IllegalArgumentException(
          "its format is "
              + Findings.shown(contract.get("format"))
              + ", and this version of Adze reads format 1");
    }
    String owner = text(contract.get("owner"));
    if (owner.contains("/") || owner.contains("\\")) {
      // Its file is named after it, and belongs in the folder and nowhere else.
      throw new IllegalArgumentException("its owner is no class: " + owner);
    }
    Map<String, Members> tools = new LinkedHashMap<>();
    for (JsonTree tool : elements(contract.get("tools"))) {
      tools.put(text(members(tool).get("name")), (Members) tool);
    }
    return new OwnerContract(
        owner,
        texts(contract.get("inherits")),
        texts(contract.get("replaces")),
        contract.get("approval"),
        tools,
        text);
  }

  private static List<String> texts(@Nullable JsonTree names) {
    return names == null ? List.of() : elements(names).stream().map(OwnerContract::text).toList();
  }

  private static Map<String, JsonTree> members(@Nullable JsonTree json) {
    if (json instanceof Members object) {
      return object.members();
    }
    throw new IllegalArgumentException("it has " + Findings.shown(json) + " for an object");
  }

  private static List<JsonTree> elements(@Nullable JsonTree json) {
    if (json instanceof Elements array) {
      return array.elements();
    }
    throw new IllegalArgumentException("it has " + Findings.shown(json) + " for an array");
  }

  private static String text(@Nullable JsonTree json) {
    if (json instanceof Text string) {
      return string.value();
    }
    throw new IllegalArgumentException("it has " + Findings.shown(json) + " for a string");
  }
}
