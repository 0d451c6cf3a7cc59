package dev.adze.processor;

import com.palantir.javapoet.ClassName;

/** The types that generated code is written against, by name: the processor never loads them. */
final class RuntimeTypes {
  static final ClassName FUNCTION_TOOL = tool("FunctionTool");
  static final ClassName GENERATED_BINDER = tool("GeneratedBinder");
  static final ClassName INVALID_ARGUMENTS = tool("InvalidArgumentsException");
  static final ClassName OUTPUT_TYPE = tool("OutputType");
  static final ClassName OWNER_TOOLS = tool("OwnerTools");
  static final ClassName PREPARED_CALL = tool("PreparedCall");
  static final ClassName SCHEMA_PROFILE = tool("SchemaProfile");
  static final ClassName TOOL_BINDER = tool("ToolBinder");
  static final ClassName TOOL_CONTEXT = tool("ToolContext");
  static final ClassName TOOL_HINTS = tool("ToolHints");
  static final ClassName TOOL_OUTPUT = tool("ToolOutput");
  static final ClassName TOOL_SPEC = tool("ToolSpec");
  static final ClassName UNWRITABLE_RESULT = tool("UnwritableResultException");

  static final ClassName JSON_FIELDS = json("JsonFields");
  static final ClassName JSON_READER = json("JsonReader");
  static final ClassName JSON_WRITER = json("JsonWriter");
  static final ClassName NUMBER_RULE = json("NumberRule");
  static final ClassName TEXT_FORMAT = json("TextFormat");
  static final ClassName TEXT_RULE = json("TextRule");

  /** The level of the runtime that this processor writes for: {@code ToolBinder.LEVEL}. */
  static final int LEVEL = 1;

  private RuntimeTypes() {}

  private static ClassName tool(String name) {
    return ClassName.get("dev.adze.tool", name);
  }

  private static ClassName json(String name) {
    return ClassName.get("dev.adze.json", name);
  }
}
