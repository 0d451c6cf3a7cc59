package dev.adze.processor.bfcl;

import dev.adze.json.JsonFault;
import dev.adze.processor.Compiled;
import dev.adze.processor.bfcl.BfclDefinition.InvalidCall;
import dev.adze.processor.bfcl.BfclDefinition.ValidCall;
import dev.adze.tool.FunctionTool;
import dev.adze.tool.InvalidArgumentsException;
import dev.adze.tool.PreparedCall;
import dev.adze.tool.ToolContext;
import dev.adze.tool.ToolOutput;
import dev.adze.tool.ToolSpec;
import dev.adze.tool.ToolStatus;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Holds tools against their definitions, and counts. */
final class BfclCheck {
  /**
   * What a fault has to be when a rule is broken. A rule that is not here has no kind of its own.
   */
  private static final Map<String, JsonFault.Kind> KINDS =
      Map.of(
          "required", JsonFault.Kind.MISSING,
          "null", JsonFault.Kind.NULL,
          "strict-types", JsonFault.Kind.WRONG_TYPE,
          "no-scalar-wrapping", JsonFault.Kind.WRONG_TYPE,
          "enum", JsonFault.Kind.NOT_ALLOWED,
          "integer", JsonFault.Kind.NOT_AN_INTEGER,
          "range", JsonFault.Kind.OUT_OF_RANGE,
          "additionalProperties:false", JsonFault.Kind.UNKNOWN_FIELD);

  private final Path folder;
  private final List<String> wrong = new ArrayList<>();
  private int schemas;
  private int bound;
  private int refused;

  /**
   * Starts with nothing.
   *
   * @param folder where to compile to
   */
  BfclCheck(Path folder) {
    this.folder = folder;
  }

  /** What is wrong, each with the definition that it is about. */
  List<String> wrong() {
    return wrong;
  }

  /** What was right and how much was wrong, as one line. */
  String line() {
    return "bfcl: %d schemas, %d calls bound, %d calls refused, %d wrong"
        .formatted(schemas, bound, refused, wrong.size());
  }

  /** Adds something that is wrong. */
  void fail(String what) {
    wrong.add(what);
  }

  /** Compiles a definition and makes all of its calls. */
  void check(BfclDefinition definition) {
    Compiled compiled = GeneratedTool.compile(definition, folder);
    if (!compiled.success) {
      fail(definition, "does not compile:" + diagnostics(compiled));
      return;
    }
    // The definitions are free of lint, and what the processor says to their authors has its code.
    if (compiled.texts().stream().anyMatch(text -> !text.contains("[adze:"))) {
      fail(definition, "compiles with warnings:" + diagnostics(compiled));
    }
    try (URLClassLoader loader = compiled.loader()) {
      FunctionTool tool = GeneratedTool.load(definition, loader);
      checkSpec(definition, tool.spec());
      definition.validCalls().forEach(call -> checkValid(definition, tool, call));
      definition.invalidCalls().forEach(call -> checkInvalid(definition, tool, call));
    } catch (Exception | LinkageError e) {
      fail(definition, "cannot be loaded or called: " + e);
    }
  }

  private void checkSpec(BfclDefinition definition, ToolSpec spec) {
    List<String> differences = new ArrayList<>();
    if (!spec.name().equals(definition.toolName())) {
      differences.add("name: expected " + definition.toolName() + "; got " + spec.name());
    }
    if (!spec.description().equals(definition.description().strip())) {
      differences.add(
          "description: expected " + definition.description() + "; got " + spec.description());
    }
    try {
      differences.addAll(
          SchemaDifferences.between(
              definition.schema(), JsonMapper.shared().readTree(spec.inputSchema())));
    } catch (RuntimeException e) {
      differences.add("no schema: " + e);
    }
    if (differences.isEmpty()) {
      schemas++;
    } else {
      fail(definition, "has another schema:" + lines(differences));
    }
  }

  private void checkValid(BfclDefinition definition, FunctionTool tool, ValidCall call) {
    try {
      PreparedCall prepared = tool.prepare(call.arguments());
      // What was bound is shown to people and approved, so it must mean the same call.
      PreparedCall again = tool.prepare(prepared.arguments());
      List<String> differences = new ArrayList<>();
      compare(differences, "arguments bound again", prepared.arguments(), again.arguments());
      compare(differences, "echo", call.echo(), echo(prepared));
      compare(differences, "echo of the arguments bound again", call.echo(), echo(again));
      if (differences.isEmpty()) {
        bound++;
      } else {
        fail(definition, "binds " + call.arguments() + " to another call:" + lines(differences));
      }
    } catch (Exception e) {
      fail(definition, "does not take " + call.arguments() + ": " + e);
    }
  }

  private static void compare(List<String> differences, String what, String expected, String got) {
    if (!expected.equals(got)) {
      differences.add(what + ": expected " + expected + "; got " + got);
    }
  }

  private static String echo(PreparedCall call) throws Exception {
    ToolOutput output = call.call(ToolContext.preApproved("The definitions only repeat."));
    return output.status() == ToolStatus.SUCCESS ? output.output() : output.toString();
  }

  private void checkInvalid(BfclDefinition definition, FunctionTool tool, InvalidCall call) {
    String what = call.mutation() + " (" + call.policy() + ") " + call.arguments();
    try {
      PreparedCall prepared = tool.prepare(call.arguments());
      fail(definition, "takes " + what + " as " + prepared.arguments());
    } catch (InvalidArgumentsException e) {
      JsonFault.Kind kind = KINDS.get(call.policy());
      if (kind == null || kinds(e).equals(Set.of(kind))) {
        refused++;
      } else {
        fail(
            definition, "refuses " + what + " for another reason than " + kind + ": " + e.faults());
      }
    } catch (RuntimeException e) {
      fail(definition, "does not refuse " + what + " but throws " + e);
    }
  }

  private static Set<JsonFault.Kind> kinds(InvalidArgumentsException refusal) {
    return refusal.faults().stream().map(JsonFault::kind).collect(Collectors.toSet());
  }

  private void fail(BfclDefinition definition, String what) {
    fail(definition.className() + " " + what);
  }

  private static String diagnostics(Compiled compiled) {
    return lines(
        compiled.diagnostics.stream()
            .map(found -> "line " + found.getLineNumber() + ": " + found.getMessage(Locale.ROOT))
            .toList());
  }

  private static String lines(List<String> lines) {
    return lines.stream().map(line -> "\n    " + line).collect(Collectors.joining());
  }
}
