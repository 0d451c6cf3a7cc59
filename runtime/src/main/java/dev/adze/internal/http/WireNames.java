package dev.adze.internal.http;

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

/** What calls and tools of one conversation are called on the wire, and which wait for a result. */
public final class WireNames {
  private final Set<String> tools;
  private final int longestName;
  private final boolean anyIds;
  private final Map<String, String> callIds = new HashMap<>();
  private final Set<String> usedIds = new HashSet<>();

  /** The calls without a result so far, by our id. */
  private final Map<String, String> open = new LinkedHashMap<>();

  /**
   * Names for one request.
   *
   * @param tools its tools, whose names are sent as they are
   * @param longestName how long the name of any other tool may be
   * @param anyIds whether the wire takes ids of whatever letters; they then go back as they came
   */
  public WireNames(List<ToolSpec> tools, int longestName, boolean anyIds) {
    this.longestName = longestName;
    this.anyIds = anyIds;
    this.tools = tools.stream().map(ToolSpec::name).collect(Collectors.toSet());
  }

  /**
   * The provider's id of the call, or ours if it gave none, one that this wire does not take, or
   * the same as to an earlier call. The call waits for its result now.
   */
  public String newCallId(ToolCall call) {
    String id = call.providerId();
    boolean usable = anyIds ? !id.isBlank() : id.equals(legal(id));
    if (!usable || !usedIds.add(id)) {
      id = legal(call.id());
      while (!usedIds.add(id)) {
        id += "_";
      }
    }
    callIds.put(call.id(), id);
    open.put(call.id(), call.name());
    return id;
  }

  /** Whether the call of a result was written. */
  public boolean hasCall(ToolResult result) {
    return callIds.containsKey(result.callId());
  }

  /**
   * The id under which the result's call was written. The call has its result now.
   *
   * @throws IllegalArgumentException if there is no such call, or it has a result
   */
  public String callId(ToolResult result) {
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
  public void requireResults() {
    open.forEach((id, name) -> {
      throw new IllegalArgumentException(
          "A tool call must be followed by its result, but there is none of \""
              + id
              + "\" of "
              + name
              + ". Add the result, or remove the call.");
    });
  }

  /**
   * The name of a called tool. A model may call what does not exist by a name that servers do not
   * accept in a conversation, and would then refuse for good.
   */
  public String toolName(String name) {
    if (tools.contains(name)) {
      return name;
    }
    String legal = legal(name);
    return legal.length() <= longestName ? legal : legal.substring(0, longestName);
  }

  /** The text in the letters that every wire takes; never empty. */
  private static String legal(String text) {
    String legal = text.replaceAll("[^a-zA-Z0-9_-]", "_");
    return legal.isEmpty() ? "unnamed" : legal;
  }
}
