package dev.adze.model.anthropic;

import static dev.adze.model.anthropic.AnthropicContent.member;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** All that one side says before the other: one message on the wire. */
final class AnthropicTurn {
  /** Who speaks. */
  enum Role {
    USER,
    ASSISTANT,
    /** Whoever set the model up, in the middle of the conversation. */
    SYSTEM
  }

  private final Role role;
  private final List<AnthropicContent> results = new ArrayList<>();
  private final List<AnthropicContent> blocks = new ArrayList<>();

  AnthropicTurn(Role role) {
    this.role = role;
  }

  Role role() {
    return role;
  }

  boolean user() {
    return role == Role.USER;
  }

  /** Adds the result of a call. Results stand in front of everything else. */
  void addResult(AnthropicContent block) {
    results.add(block);
  }

  void add(AnthropicContent block) {
    blocks.add(block);
  }

  /**
   * Takes away what the provider refuses at the end of the model's turn, and gives back whether
   * anything is left.
   *
   * @param last whether the model is to go on with this very turn
   */
  boolean end(boolean last) {
    while (role == Role.ASSISTANT && !blocks.isEmpty() && !canEnd(last)) {
      blocks.remove(blocks.size() - 1);
    }
    return !results.isEmpty() || !blocks.isEmpty();
  }

  private boolean canEnd(boolean last) {
    int end = blocks.size() - 1;
    AnthropicContent block = blocks.get(end);
    if (last && block instanceof AnthropicContent.Text text) {
      String stripped = text.text().stripTrailing();
      blocks.set(end, new AnthropicContent.Text(stripped));
      return !stripped.isEmpty();
    }
    return !(block instanceof AnthropicContent.Kept kept) || !kept.thinking();
  }

  /** What is said but for results. */
  List<AnthropicContent> blocks() {
    return blocks;
  }

  boolean hasResults() {
    return !results.isEmpty();
  }

  /** Whether it begins with what the model thought. */
  boolean beginsWithThinking() {
    return !blocks.isEmpty()
        && blocks.get(0) instanceof AnthropicContent.Kept kept
        && kept.thinking();
  }

  void write(JsonGenerator out, String cacheControl) {
    out.writeStartObject();
    member(out, "role", role.name().toLowerCase(Locale.ROOT));
    out.writeName("content");
    out.writeStartArray();
    write(results, out, blocks.isEmpty() ? cacheControl : "");
    write(blocks, out, cacheControl);
    out.writeEndArray();
    out.writeEndObject();
  }

  private static void write(List<AnthropicContent> blocks, JsonGenerator out, String cacheControl) {
    for (int i = 0; i < blocks.size(); i++) {
      blocks.get(i).write(out, i == blocks.size() - 1 ? cacheControl : "");
    }
  }
}
