package dev.adze.model.anthropic;

import dev.adze.internal.JsonTexts;
import dev.adze.model.AssistantMessage;
import dev.adze.model.Message;
import dev.adze.model.ProviderPart;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;

/**
 * Which calls that the provider ran itself are whole. A response that was cut off leaves a call
 * without a result, and a trimmed conversation a result without a call; the provider refuses both.
 */
final class AnthropicServerCalls {
  private static final String CALL = "server_tool_use";

  private final Set<String> calls = new HashSet<>();
  private final Set<String> results = new HashSet<>();

  AnthropicServerCalls(List<Message> messages, String origin) {
    for (Message message : messages) {
      if (message instanceof AssistantMessage assistant) {
        assistant.parts().stream()
            .filter(ProviderPart.class::isInstance)
            .map(ProviderPart.class::cast)
            .filter(part -> part.item().origin().equals(origin))
            .forEach(this::note);
      }
    }
  }

  private void note(ProviderPart part) {
    if (part.type().equals(CALL)) {
      calls.add(text(part, "id"));
    } else if (isResult(part)) {
      results.add(text(part, "tool_use_id"));
    }
  }

  /** Those of MCP are known to be accepted alone, because the result may come in a later turn. */
  private static boolean isResult(ProviderPart part) {
    return part.type().endsWith("_tool_result") && !part.type().equals("mcp_tool_result");
  }

  /**
   * Whether the part has its counterpart.
   *
   * @param unfinished whether its message waits for something, so that the result may be to come
   */
  boolean isWhole(ProviderPart part, boolean unfinished) {
    if (part.type().equals(CALL)) {
      return unfinished || results.contains(text(part, "id"));
    }
    return !isResult(part) || calls.contains(text(part, "tool_use_id"));
  }

  private static String text(ProviderPart part, String wanted) {
    try (JsonParser in = JsonTexts.parser(part.item().json())) {
      in.nextToken();
      for (String name = in.nextName(); name != null; name = in.nextName()) {
        String text = JsonTexts.scalar(in, in.nextToken());
        if (name.equals(wanted)) {
          return text;
        }
      }
      return "";
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          "A part of the provider must be its JSON, but a " + part.type() + " is not.", e);
    }
  }
}
