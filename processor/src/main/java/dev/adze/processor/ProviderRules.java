package dev.adze.processor;

import static dev.adze.processor.Provider.ANTHROPIC;
import static dev.adze.processor.Provider.ANTHROPIC_STRICT;
import static dev.adze.processor.Provider.GEMINI;
import static dev.adze.processor.Provider.GROQ;
import static dev.adze.processor.Provider.MCP;
import static dev.adze.processor.Provider.OPENAI;
import static dev.adze.processor.Provider.OPENAI_STRICT;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic.Kind;
import org.jspecify.annotations.Nullable;

/** The rules for what providers take of a tool's name, texts and hints. */
final class ProviderRules {
  /** How it is reported that a provider may mind. */
  private static final Kind DOUBT = Kind.MANDATORY_WARNING;

  private static final Pattern PLAIN = Pattern.compile("[a-zA-Z0-9_-]+");
  private static final Pattern OF_GEMINI = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_.:-]*");
  private static final Pattern OF_MCP = Pattern.compile("[a-zA-Z0-9_.-]{1,128}");
  private static final Pattern PARAMETER_OF_GEMINI = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,63}");
  private static final Pattern PARAMETER_OF_ANTHROPIC = Pattern.compile("[a-zA-Z0-9_.-]{1,64}");
  private static final Pattern DESTROYS = Pattern.compile("(delete|remove|drop).*");
  private static final int MAX_NAME = 64;
  private static final int MAX_LONG_NAME = 128;
  private static final int MAX_DESCRIPTION = 1_024;
  private static final int MAX_TOOLS = 128;

  private final Report report;
  private final Provider.Choice choice;

  ProviderRules(Report report, Provider.Choice choice) {
    this.report = report;
    this.choice = choice;
  }

  void judge(ToolClass owner) {
    int tools = owner.tools().size() + owner.above().tools().size();
    if (tools > MAX_TOOLS && choice.hasAny(OPENAI, OPENAI_STRICT, GROQ)) {
      report.add(At.element(owner.element()), Rule.T040, owner.name(), tools);
    }
  }

  void judge(ToolMethod tool) {
    judgeName(tool, tool.mark().text("name").isEmpty() ? tool.at() : tool.at("name"));
    judgeDescription(tool);
    judgeHints(tool);
    if (choice.has(GEMINI)) {
      tool.arguments().forEach(this::judgeParameter);
    }
    if (choice.hasAny(ANTHROPIC, ANTHROPIC_STRICT)) {
      tool.arguments().forEach(this::judgeParameterForAnthropic);
    }
  }

  /** Judges the schemas, which there are if nothing was found that keeps them from being. */
  void judgeSchemas(ToolMethod tool) {
    if (choice.has(MCP) && report.isClean()) {
      ToolSchemas schemas = ToolSchemas.of(tool);
      Set<String> defined = new LinkedHashSet<>(definitions(schemas.input()));
      Optional<Json> output = schemas.output();
      output.ifPresent(schema -> defined.addAll(definitions(schema)));
      if (!defined.isEmpty()) {
        report.add(tool.at(), Rule.T050, tool.name(), String.join(", ", defined));
      }
      if (output.isPresent() && !new Json.Text("object").equals(member(output.get(), "type"))) {
        report.add(tool.at(), Rule.T051, tool.name());
      }
    }
  }

  private static Set<String> definitions(Json schema) {
    return member(schema, "$defs") instanceof Json.Obj named ? named.fields().keySet() : Set.of();
  }

  private static @Nullable Json member(Json schema, String keyword) {
    return ((Json.Obj) schema).fields().get(keyword);
  }

  private void judgeName(ToolMethod tool, At at) {
    String name = tool.name();
    String legal = ToolRules.legalName(name);
    boolean plain = PLAIN.matcher(name).matches();
    boolean fits = plain && name.length() <= MAX_NAME;
    if (!fits && choice.hasAny(OPENAI, OPENAI_STRICT)) {
      report.add(at, Rule.T001, name, legal);
    } else if (!fits && choice.has(GROQ)) {
      report.add(at, Rule.T003, name, legal);
    } else if (!fits && choice.hasAny(ANTHROPIC, ANTHROPIC_STRICT)) {
      boolean warned = plain && name.length() <= MAX_LONG_NAME;
      report.add(at, warned ? DOUBT : Kind.ERROR, Rule.T002, name, legal);
    }
    boolean begins = OF_GEMINI.matcher(name).matches() && name.length() <= MAX_LONG_NAME;
    if (choice.has(GEMINI) && !(begins && name.length() <= MAX_NAME)) {
      report.add(at, begins ? DOUBT : Kind.ERROR, Rule.T004, "Tool", name);
    } else if (!choice.chosen() && fits && !begins) {
      report.add(at, Rule.T004, "Tool", name);
    }
    if (choice.has(MCP) && !OF_MCP.matcher(name).matches()) {
      report.add(at, Rule.T005, name);
    }
  }

  /** Gemini may change its mind on parameters: its client says so, and its service has not. */
  private void judgeParameter(Field field) {
    if (!PARAMETER_OF_GEMINI.matcher(field.wireName()).matches()) {
      report.add(field.nameAt(), DOUBT, Rule.T004, "Parameter", field.wireName());
    }
  }

  /** Only the names at the top are held against it, and others may never go to Anthropic. */
  private void judgeParameterForAnthropic(Field field) {
    String name = field.wireName();
    if (!name.isBlank() && !PARAMETER_OF_ANTHROPIC.matcher(name).matches()) {
      Kind kind = choice.chosen() ? Kind.ERROR : DOUBT;
      report.add(field.nameAt(), kind, Rule.T097, name, ToolRules.legalName(name));
    }
  }

  private void judgeDescription(ToolMethod tool) {
    int length = tool.description().length();
    if (length > MAX_DESCRIPTION && choice.hasAny(OPENAI, OPENAI_STRICT, GROQ)) {
      At at = tool.mark().text("value").isBlank() ? tool.at() : tool.at("value");
      report.add(at, Rule.T010, tool.name(), length, MAX_DESCRIPTION);
    }
  }

  private void judgeHints(ToolMethod tool) {
    if (!tool.hints().readOnly()) {
      return;
    }
    if (tool.mark().has("destructive")) {
      String found = "destructive means nothing beside it";
      report.add(tool.at("destructive"), Rule.T052, tool.name(), found, "Remove one of the two.");
    }
    boolean destroys =
        Stream.of(tool.name(), tool.javaName())
            .anyMatch(name -> DESTROYS.matcher(name.toLowerCase(Locale.ROOT)).matches());
    if (destroys) {
      String found = "its name says that it takes something away";
      report.add(tool.at("readOnly"), Rule.T052, tool.name(), found, "Correct one of the two.");
    }
  }
}
