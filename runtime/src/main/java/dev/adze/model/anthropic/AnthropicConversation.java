package dev.adze.model.anthropic;

import static dev.adze.model.anthropic.AnthropicContent.member;

import dev.adze.internal.JsonTexts;
import dev.adze.internal.http.WireNames;
import dev.adze.model.AssistantMessage;
import dev.adze.model.AssistantPart;
import dev.adze.model.MediaPart;
import dev.adze.model.Message;
import dev.adze.model.ModelRequest;
import dev.adze.model.ProviderItem;
import dev.adze.model.ProviderPart;
import dev.adze.model.ReasoningPart;
import dev.adze.model.RefusalPart;
import dev.adze.model.SystemMessage;
import dev.adze.model.TextPart;
import dev.adze.model.ToolCall;
import dev.adze.model.ToolMessage;
import dev.adze.model.ToolResult;
import dev.adze.model.UserMessage;
import dev.adze.model.UserPart;
import dev.adze.model.anthropic.AnthropicTurn.Role;
import dev.adze.tool.Media;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/**
 * A conversation as the turns that the wire knows: those of the user, which hold tool results too,
 * and those of the model. Instructions stand elsewhere, or behind the user's turn in which they
 * came, where alone the wire takes them.
 */
final class AnthropicConversation {
  /** How many ends of turns are marked for the cache: the last is written, the one before read. */
  private static final int MARKED_TURNS = 2;

  private static final int LONGEST_TOOL_NAME = 128;

  private final String origin;
  private final boolean cited;
  private final AnthropicServerCalls serverCalls;
  private final WireNames names;
  private final List<AnthropicTurn> turns = new ArrayList<>();

  /** Instructions that wait for the end of the user's turn. */
  private final List<AnthropicContent> instructions = new ArrayList<>();

  private String container = "";

  AnthropicConversation(ModelRequest request, AnthropicSettings settings) {
    List<Message> messages =
        request.messages().stream().dropWhile(SystemMessage.class::isInstance).toList();
    this.names = new WireNames(request.tools(), LONGEST_TOOL_NAME, false);
    this.origin = settings.origin();
    this.cited = settings.citations();
    this.serverCalls = new AnthropicServerCalls(messages, origin);
    for (int i = 0; i < messages.size(); i++) {
      if (!(messages.get(i) instanceof SystemMessage system)) {
        add(messages.get(i), i == messages.size() - 1);
      } else if (settings.instructionsInPlace() && !system.text().isBlank()) {
        instructions.add(new AnthropicContent.Text(system.text()));
      }
    }
    endTurn(true);
    placeInstructions();
    names.requireResults();
  }

  /** The provider's JSON of where its tools keep their files; empty if there is none. */
  String container() {
    return container;
  }

  /**
   * Whether the provider takes the conversation together with a budget for thinking. It wants the
   * turn that the model is to go on with, be it paused or waiting for results, to begin with
   * thinking, and thoughts of another model cannot be sent.
   */
  boolean takesThinkingBudget() {
    for (int i = turns.size() - 1; i >= 0; i--) {
      AnthropicTurn turn = turns.get(i);
      if (turn.role() == Role.ASSISTANT) {
        return turn.beginsWithThinking();
      }
      if (turn.user() && !turn.hasResults()) {
        return true;
      }
    }
    return true;
  }

  private void add(Message message, boolean last) {
    if (message instanceof UserMessage user) {
      user(user);
    } else if (message instanceof ToolMessage results) {
      results.results().forEach(this::result);
    } else if (message instanceof AssistantMessage assistant) {
      assistant(assistant, last);
    }
  }

  private AnthropicTurn turn(Role role) {
    if (!isLast(role)) {
      endTurn(false);
      if (role == Role.ASSISTANT) {
        names.requireResults();
      } else if (isLast(Role.SYSTEM)) {
        // The model said nothing in between, so the user's turn before them goes on.
        instructions.addAll(0, turns.remove(turns.size() - 1).blocks());
      }
      if (!isLast(role)) {
        turns.add(new AnthropicTurn(role));
      }
    }
    return turns.get(turns.size() - 1);
  }

  private boolean isLast(Role role) {
    return !turns.isEmpty() && turns.get(turns.size() - 1).role() == role;
  }

  private void endTurn(boolean last) {
    int end = turns.size() - 1;
    if (end >= 0 && !turns.get(end).end(last)) {
      turns.remove(end);
    }
  }

  /** Instructions cannot be the first that is said. */
  private void placeInstructions() {
    if (!instructions.isEmpty() && !turns.isEmpty()) {
      if (!isLast(Role.SYSTEM)) {
        turns.add(new AnthropicTurn(Role.SYSTEM));
      }
      instructions.forEach(turns.get(turns.size() - 1)::add);
      instructions.clear();
    }
  }

  private void user(UserMessage message) {
    boolean blank = message.text().isBlank();
    for (UserPart part : message.parts()) {
      if (part instanceof TextPart text) {
        text(Role.USER, text.text(), blank);
      } else if (part instanceof MediaPart media) {
        turn(Role.USER).add(AnthropicMedia.block(media.media(), cited));
      }
    }
  }

  /**
   * Adds text. The provider takes none that is empty, and blank text only beside other text.
   *
   * @param allBlank whether there is no other text in the message
   */
  private void text(Role role, String text, boolean allBlank) {
    if (!text.isEmpty() && !allBlank) {
      turn(role).add(new AnthropicContent.Text(text));
    }
  }

  private void result(ToolResult result) {
    String id = names.callId(result);
    // An error is words alone for the provider; what else there is to see stands behind it.
    List<Media> inside = result.error() ? List.of() : result.attachments();
    turn(Role.USER)
        .addResult(
            new AnthropicContent.Made(
                "tool_result",
                out -> {
                  member(out, "tool_use_id", id);
                  resultContent(out, result.text(), inside);
                  if (result.error()) {
                    out.writeName("is_error");
                    out.writeBoolean(true);
                  }
                }));
    if (result.error()) {
      result
          .attachments()
          .forEach(media -> turn(Role.USER).add(AnthropicMedia.block(media, cited)));
    }
  }

  private void resultContent(JsonGenerator out, String text, List<Media> media) {
    if (media.isEmpty()) {
      if (!text.isEmpty()) {
        member(out, "content", text);
      }
      return;
    }
    out.writeName("content");
    out.writeStartArray();
    if (!text.isBlank()) {
      new AnthropicContent.Text(text).write(out, "");
    }
    media.forEach(one -> AnthropicMedia.block(one, cited).write(out, ""));
    out.writeEndArray();
  }

  private void assistant(AssistantMessage message, boolean last) {
    if (!instructions.isEmpty()) {
      endTurn(false);
      placeInstructions();
    }
    boolean unfinished = last || !message.toolCalls().isEmpty();
    boolean blank = message.text().isBlank();
    for (AssistantPart part : message.parts()) {
      if (part instanceof TextPart text) {
        String own = own(text.item());
        if (own.isEmpty()) {
          text(Role.ASSISTANT, text.text(), blank);
        } else {
          turn(Role.ASSISTANT).add(new AnthropicContent.Kept(own, false));
        }
      } else if (part instanceof RefusalPart refusal && own(refusal.item()).isEmpty()) {
        text(Role.ASSISTANT, refusal.text(), refusal.text().isBlank());
      } else if (part instanceof ReasoningPart reasoning && !own(reasoning.item()).isEmpty()) {
        turn(Role.ASSISTANT).add(new AnthropicContent.Kept(own(reasoning.item()), true));
      } else if (part instanceof ToolCall call) {
        turn(Role.ASSISTANT).add(call(call));
      } else if (part instanceof ProviderPart provider) {
        provider(provider, unfinished);
      }
    }
  }

  private AnthropicContent call(ToolCall call) {
    // The turn is begun before the call counts as one that waits for its result.
    turn(Role.ASSISTANT);
    String id = names.newCallId(call);
    String own = own(call.item());
    if (!own.isEmpty() && id.equals(call.providerId())) {
      return new AnthropicContent.Kept(own, false);
    }
    return new AnthropicContent.Made(
        AnthropicBlock.TOOL_USE,
        out -> {
          member(out, "id", id);
          member(out, "name", names.toolName(call.name()));
          out.writeName("input");
          out.writeRawValue(JsonTexts.objectOf(call.arguments()));
        });
  }

  private void provider(ProviderPart part, boolean unfinished) {
    String own = own(Optional.of(part.item()));
    if (own.isEmpty()) {
      return;
    }
    if (part.type().equals(AnthropicAnswer.CONTAINER)) {
      container = own;
    } else if (serverCalls.isWhole(part, unfinished)) {
      turn(Role.ASSISTANT).add(new AnthropicContent.Kept(own, false));
    }
  }

  /** The part as this server wrote it; empty if it is another's. */
  private String own(Optional<ProviderItem> item) {
    return item.filter(one -> one.origin().equals(origin)).map(ProviderItem::json).orElse("");
  }

  /**
   * Writes the list of messages.
   *
   * @param cacheControl the JSON of the marks for the cache; empty for no marks
   */
  void write(JsonGenerator out, String cacheControl) {
    List<AnthropicTurn> users = turns.stream().filter(AnthropicTurn::user).toList();
    List<AnthropicTurn> marked =
        users.subList(Math.max(0, users.size() - MARKED_TURNS), users.size());
    out.writeStartArray();
    turns.forEach(turn -> turn.write(out, marked.contains(turn) ? cacheControl : ""));
    out.writeEndArray();
  }
}
