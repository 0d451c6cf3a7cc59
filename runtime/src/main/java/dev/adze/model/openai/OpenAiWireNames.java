package dev.adze.model.openai;

import dev.adze.model.ToolCall;
import dev.adze.model.ToolResult;
import dev.adze.tool.ToolSpec;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What calls and tools of one conversation are called on the wire. */
final class OpenAiWireNames {
  private static final int LONGEST_NAME = 64;

  private final Set<String> tools;
  private final Map<String, String> callIds = new HashMap<>();
  private final Set<String> usedIds = new HashSet<>();

  OpenAiWireNames(List<ToolSpec> tools) {
    this.tools = tools.stream().map(ToolSpec::name).collect(Collectors.toSet());
  }

  /** The provider's id of the call, or ours if it gave none or the same as to an earlier call. */
  String newCallId(ToolCall call) {
    String id = call.providerId().isBlank() ? call.id() : call.providerId();
    if (!usedIds.add(id)) {
      id = call.id();
      while (!usedIds.add(id)) {
        id += "_";
      }
    }
    callIds.put(call.id(), id);
    return id;
  }

  /** The id under which the result's call was written. */
  String callId(ToolResult result) {
    String id = callIds.get(result.callId());
    if (id == null) {
      throw new IllegalArgumentException(
          "A tool result must follow its call, but there is no call \""
              + result.callId()
              + "\" of "
              + result.name()
              + " before its result. Remove the result, or keep the call.");
    }
    return id;
  }

  /**
   * The name of a called tool. A model may call what does not exist by a name that servers do not
   * accept in a conversation, and would then refuse for good.
   */
  String toolName(String name) {
    if (tools.contains(name)) {
      return name;
    }
    String legal = name.replaceAll("[^a-zA-Z0-9_-]", "_");
    if (legal.isEmpty()) {
      return "unnamed";
    }
    return legal.length() <= LONGEST_NAME ? legal : legal.substring(0, LONGEST_NAME);
  }
}
