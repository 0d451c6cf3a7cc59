package dev.adze.model;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What the model said in one response.
 *
 * @param parts in the order in which the provider gave them; may be empty
 */
public record AssistantMessage(List<AssistantPart> parts) implements Message {
  /** Copies the list. */
  public AssistantMessage {
    parts = List.copyOf(parts);
  }

  /**
   * {@return a message of one text}
   *
   * @param text what the model said
   */
  public static AssistantMessage of(String text) {
    return new AssistantMessage(List.of(new TextPart(text)));
  }

  /**
   * {@return the answer's text, joined; empty if there is none} Never reasoning, never a refusal.
   */
  public String text() {
    return parts(TextPart.class).stream().map(TextPart::text).collect(Collectors.joining());
  }

  /** {@return the reasoning, joined; empty if there is none} */
  public String reasoning() {
    return parts(ReasoningPart.class).stream()
        .map(ReasoningPart::text)
        .collect(Collectors.joining());
  }

  /** {@return the refusal, joined; empty if the model did not refuse} */
  public String refusal() {
    return parts(RefusalPart.class).stream().map(RefusalPart::text).collect(Collectors.joining());
  }

  /** {@return the calls that the model asks for, in its order} */
  public List<ToolCall> toolCalls() {
    return parts(ToolCall.class);
  }

  private <P extends AssistantPart> List<P> parts(Class<P> type) {
    return parts.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
