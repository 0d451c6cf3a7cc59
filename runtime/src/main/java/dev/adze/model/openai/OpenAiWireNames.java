package dev.adze.model.openai;

import dev.adze.model.ToolCall;
import dev.adze.model.ToolResult;
import dev.adze.tool.ToolSpec;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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

  /** The calls without a result so far, by our id. */
  private final Map<String, String> open = new LinkedHashMap<>();

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
    open.put(call.id(), call.name());
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
    if (open.remove(result.callId()) == null) {
      throw new IllegalArgumentException(
          "A call has one result, but there are two of \""
              + result.callId()
              + "\" of "
              + result.name()
              + ". Keep one of them.");
    }
    return id;
  }

  /**
   * Refuses to go on while a call has no result.
   *
   * @throws IllegalArgumentException if one has none
   */
  void requireResults() {
    if (!open.isEmpty()) {
      throw new IllegalArgumentException(
          "A tool call must be followed by its result, but there is none of "
              + String.join(", ", open.values())
              + ". Add the result, or remove the call.");
    }
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
