package dev.adze.processor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.util.Elements;

/**
 * Writes the contract of an owner: all that its tools promise, as JSON that people read in review,
 * with a line for each value. What is inherited is named and not repeated, because the contract of
 * the type above says it.
 */
final class ContractWriter {
  private static final Set<String> CHOICES = Set.of("enum", "anyOf");

  /** Keywords whose members are named freely, and are schemas. */
  private static final Set<String> NAMED = Set.of("properties", "$defs");

  /** Keywords that hold a value, whatever that looks like. */
  private static final Set<String> VALUES = Set.of("default", "const");

  private final Elements elements;

  ContractWriter(Elements elements) {
    this.elements = elements;
  }

  /** The path of the contract in the output of a build. */
  String path(ToolClass owner) {
    return "META-INF/adze/" + elements.getBinaryName(owner.element()) + ".json";
  }

  /**
   * The contract as ASCII text, so that no encoding matters.
   *
   * @param schemas those of the owner's tools, in their order
   */
  String write(ToolClass owner, List<ToolSchemas> schemas) {
    Json.Obj contract =
        Json.Obj.empty()
            .with("format", Json.Num.of(1))
            .with("owner", elements.getBinaryName(owner.element()).toString());
    List<Json.Text> above =
        owner.above().types().stream()
            .map(type -> new Json.Text(elements.getBinaryName(type).toString()))
            .toList();
    if (!above.isEmpty()) {
      contract.with("inherits", new Json.Array(above));
      addReplaced(contract, owner);
      owner.above().approval().ifPresent(approval -> contract.with("approval", of(approval)));
    }
    List<Json> tools = new ArrayList<>();
    for (ToolMethod tool : owner.tools()) {
      tools.add(of(tool, schemas.get(tools.size())));
    }
    contract.with("tools", new Json.Array(tools));
    StringBuilder text = new StringBuilder();
    append(text, contract, "\n");
    return SourceText.ascii(text.append('\n').toString());
  }

  /**
   * Inherited tools that are offered under another name. One of the same name is replaced anyway.
   */
  private static void addReplaced(Json.Obj contract, ToolClass owner) {
    List<Json.Text> replaced =
        owner.tools().stream()
            .flatMap(tool -> tool.replaces().stream().filter(name -> !name.equals(tool.name())))
            .distinct()
            .map(Json.Text::new)
            .toList();
    if (!replaced.isEmpty()) {
      contract.with("replaces", new Json.Array(replaced));
    }
  }

  /**
   * The same members as the runtime hashes for {@code ToolSpec.contractHash()}, but that choices
   * have an order there.
   */
  private static Json of(ToolMethod tool, ToolSchemas schemas) {
    Json.Obj contract = Json.Obj.empty().with("name", tool.name());
    if (!tool.title().isEmpty() && !tool.title().equals(tool.name())) {
      contract.with("title", tool.title());
    }
    if (!tool.description().isEmpty()) {
      contract.with("description", tool.description());
    }
    contract.with("inputSchema", sorted(schemas.input()));
    schemas.output().ifPresent(schema -> contract.with("outputSchema", sorted(schema)));
    contract.with("hints", of(tool.hints())).with("sequential", new Json.Bool(tool.sequential()));
    if (!tool.timeout().isEmpty()) {
      contract.with("timeout", Duration.parse(tool.timeout()).toString());
    }
    tool.approval().ifPresent(approval -> contract.with("approval", of(approval)));
    return contract;
  }

  /**
   * A schema whose choices are in order. Eclipse's compiler sorts the constants of enums and the
   * branches of types that it reads from class files, and a contract is the same from all.
   */
  private static Json sorted(Json schema) {
    if (schema instanceof Json.Array all) {
      return new Json.Array(all.elements().stream().map(ContractWriter::sorted).toList());
    }
    if (!(schema instanceof Json.Obj object)) {
      return schema;
    }
    Json.Obj sorted = Json.Obj.empty();
    object
        .fields()
        .forEach((keyword, value) -> {
          if (NAMED.contains(keyword) && value instanceof Json.Obj named) {
            Json.Obj schemas = Json.Obj.empty();
            named.fields().forEach((name, one) -> schemas.with(name, sorted(one)));
            sorted.with(keyword, schemas);
          } else {
            Json inner = VALUES.contains(keyword) ? value : sorted(value);
            boolean choice = CHOICES.contains(keyword) && inner instanceof Json.Array;
            sorted.with(keyword, choice ? inOrder((Json.Array) inner) : inner);
          }
        });
    return sorted;
  }

  private static Json inOrder(Json.Array choices) {
    return new Json.Array(
        choices.elements().stream().sorted(Comparator.comparing(Json::compact)).toList());
  }

  private static Json of(ToolMethod.Hints hints) {
    return Json.Obj.empty()
        .with("readOnly", new Json.Bool(hints.readOnly()))
        .with("destructive", new Json.Bool(hints.destructive()))
        .with("idempotent", new Json.Bool(hints.idempotent()))
        .with("openWorld", new Json.Bool(hints.openWorld()));
  }

  private static Json of(ToolMethod.Approval approval) {
    return Json.Obj.empty()
        .with("reason", approval.reason())
        .with("rememberable", new Json.Bool(approval.rememberable()));
  }

  /**
   * Appends a value.
   *
   * @param line a line feed and the indentation of the line that the value starts in
   */
  private static void append(StringBuilder out, Json json, String line) {
    String inner = line + "  ";
    String start = inner;
    if (json instanceof Json.Obj object && !object.fields().isEmpty()) {
      out.append('{');
      for (Map.Entry<String, Json> field : object.fields().entrySet()) {
        Json.Text.append(out.append(start), field.getKey());
        out.append(": ");
        append(out, field.getValue(), inner);
        start = "," + inner;
      }
      out.append(line).append('}');
    } else if (json instanceof Json.Array array && !array.elements().isEmpty()) {
      out.append('[');
      for (Json element : array.elements()) {
        out.append(start);
        append(out, element, inner);
        start = "," + inner;
      }
      out.append(line).append(']');
    } else {
      json.append(out);
    }
  }
}
