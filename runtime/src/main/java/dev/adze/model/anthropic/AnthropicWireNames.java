package dev.adze.model.anthropic;

import dev.adze.model.ToolCall;
import dev.adze.model.ToolResult;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What calls and tools of one conversation are called on the wire, and which wait for a result. */
final class AnthropicWireNames {
  private static final int LONGEST_NAME = 128;

  private final Map<String, String> wireIds = new HashMap<>();
  private final Set<String> usedIds = new HashSet<>();

  /** The names of the tools that were called and have no result yet, by our id of the call. */
  private final Map<String, String> open = new LinkedHashMap<>();

  /**
   * The provider's id of the call, or one made of ours if it gave none, one that this wire does not
   * take, or the same as to an earlier call.
   */
  String newCallId(ToolCall call) {
    String id = call.providerId();
    if (!id.equals(legal(id)) || !usedIds.add(id)) {
      id = legal(call.id());
      while (!usedIds.add(id)) {
        id += "_";
      }
    }
    wireIds.put(call.id(), id);
    open.put(call.id(), call.name());
    return id;
  }

  /** The id under which the result's call was written. The call has its result now. */
  String callId(ToolResult result) {
    String id = wireIds.get(result.callId());
    if (id == null || open.remove(result.callId()) == null) {
      throw new IllegalArgumentException(
          "A tool result must follow its call and be the only one, but there is no open call \""
              + result.callId()
              + "\" of "
              + result.name()
              + " before its result. Remove the result, or keep the call.");
    }
    return id;
  }

  /** Refuses calls whose results are missing. */
  void checkAnswered() {
    open.forEach((id, name) -> {
      throw new IllegalArgumentException(
          "A tool call must be followed by its result, but call \""
              + id
              + "\" of "
              + name
              + " has none. Keep the result, or remove the call.");
    });
  }

  /**
   * The name of a called tool. A model may call what does not exist by a name that the provider
   * does not accept in a conversation, and would then refuse for good.
   */
  static String toolName(String name) {
    String legal = legal(name);
    return legal.length() <= LONGEST_NAME ? legal : legal.substring(0, LONGEST_NAME);
  }

  /** The text in the letters that ids and names may have; never empty. */
  private static String legal(String text) {
    String legal = text.replaceAll("[^a-zA-Z0-9_-]", "_");
    return legal.isEmpty() ? "unnamed" : legal;
  }
}
