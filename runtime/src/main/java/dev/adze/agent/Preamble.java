package dev.adze.agent;

import dev.adze.model.Message;
import dev.adze.model.SystemMessage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the model is told before the conversation of one run. The user's function is called once,
 * when it is first needed: a provider's cache serves only what stays the same.
 */
final class Preamble {
  private final Agent agent;
  private final @Nullable Object context;
  private @Nullable List<Message> messages;

  /**
   * @param context the caller's own object; null if there is none
   */
  Preamble(Agent agent, @Nullable Object context) {
    this.agent = agent;
    this.context = context;
  }

  /** The whole conversation: the agent's own messages, then these. */
  synchronized List<Message> before(List<Message> conversation) {
    if (messages == null) {
      messages = agent.preamble(context);
    }
    List<Message> all = new ArrayList<>(messages.size() + conversation.size());
    all.addAll(messages);
    all.addAll(conversation);
    return all;
  }

  /** The instructions as a message, and the examples behind them. */
  static List<Message> of(String instructions, List<Message> examples) {
    List<Message> all = new ArrayList<>();
    if (!instructions.isBlank()) {
      all.add(new SystemMessage(instructions));
    }
    all.addAll(examples);
    return List.copyOf(all);
  }
}
