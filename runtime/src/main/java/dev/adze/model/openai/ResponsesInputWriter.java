package dev.adze.model.openai;

import dev.adze.internal.JsonTexts;
import dev.adze.internal.http.WireNames;
import dev.adze.model.AssistantMessage;
import dev.adze.model.AssistantPart;
import dev.adze.model.McpApproval;
import dev.adze.model.McpApprovalMessage;
import dev.adze.model.McpApprovalRequest;
import dev.adze.model.McpToolsPart;
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
import dev.adze.tool.Media;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Writes a conversation as the input items of the Responses API. An item that this provider gave
 * goes back as it was, at its place; of another provider's items only what has a meaning of its own
 * goes.
 */
final class ResponsesInputWriter {
  private final JsonGenerator out;
  private final List<Message> messages;
  private final String origin;
  private final boolean stored;
  private final boolean goesOn;
  private final WireNames names;
  private final Set<String> answeredApprovals = new HashSet<>();
  private final Set<String> writtenApprovals = new HashSet<>();
  private boolean instructed;

  /**
   * @param origin whose items may be sent
   * @param stored whether the provider keeps what it says, and knows its items by their ids
   * @param goesOn whether the provider knows what came before this conversation
   */
  ResponsesInputWriter(
      JsonGenerator out, ModelRequest request, String origin, boolean stored, boolean goesOn) {
    this.out = out;
    this.messages = request.messages();
    this.origin = origin;
    this.stored = stored;
    this.goesOn = goesOn;
    this.names = new WireNames(request.tools(), OpenAiDialect.LONGEST_TOOL_NAME, true);
    for (Message message : messages) {
      if (message instanceof McpApprovalMessage answers) {
        answers.approvals().forEach(answer -> answeredApprovals.add(answer.providerId()));
      }
    }
  }

  /**
   * Writes the message that a conversation begins with as its instructions, if it is one.
   *
   * @param given whether the request has instructions already
   */
  void instructions(boolean given) {
    if (!given && !messages.isEmpty() && messages.get(0) instanceof SystemMessage first) {
      instructed = true;
      text("instructions", first.text());
    }
  }

  /** Whether the conversation has no more than the instructions. */
  boolean isEmpty() {
    return messages.size() == (instructed ? 1 : 0);
  }

  /** Writes the rest of the conversation. */
  void write() {
    out.writeStartArray();
    messages.subList(instructed ? 1 : 0, messages.size()).forEach(this::message);
    names.requireResults();
    out.writeEndArray();
  }

  private void message(Message message) {
    if (message instanceof ToolMessage results) {
      results.results().forEach(this::result);
      return;
    } else if (message instanceof McpApprovalMessage answers) {
      answers.approvals().forEach(this::approval);
      return;
    }
    names.requireResults();
    if (message instanceof SystemMessage system) {
      spoken("developer", system.text());
    } else if (message instanceof UserMessage user) {
      user(user);
    } else if (message instanceof AssistantMessage assistant) {
      assistant(assistant.parts());
    }
  }

  private void text(String name, String text) {
    out.writeName(name);
    out.writeString(JsonTexts.wellFormed(text));
  }

  private void spoken(String role, String text) {
    out.writeStartObject();
    text("role", role);
    text("content", text);
    out.writeEndObject();
  }

  private void user(UserMessage message) {
    if (message.parts().size() == 1 && message.parts().get(0) instanceof TextPart only) {
      spoken("user", only.text());
      return;
    }
    out.writeStartObject();
    text("role", "user");
    out.writeName("content");
    out.writeStartArray();
    for (UserPart part : message.parts()) {
      if (part instanceof TextPart text) {
        inputText(text.text());
      } else if (part instanceof MediaPart media) {
        ResponsesMedia.write(out, media.media());
      }
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private void inputText(String text) {
    out.writeStartObject();
    text("type", "input_text");
    text("text", text);
    out.writeEndObject();
  }

  /**
   * Reasoning belongs to what comes after it, and is refused alone: it waits until that is written,
   * and goes nowhere if nothing comes.
   */
  private void assistant(List<AssistantPart> parts) {
    List<ProviderItem> reasoning = new ArrayList<>();
    AssistantPart last = null;
    for (AssistantPart part : parts) {
      ProviderItem own = item(part).filter(item -> item.origin().equals(origin)).orElse(null);
      if (part instanceof ReasoningPart) {
        if (own != null && (stored || ResponsesItemWriter.isSelfContained(own.json()))) {
          reasoning.add(own);
        }
      } else if (isWritten(part, own) && (own == null || !isSameItem(last, part))) {
        reasoning.forEach(item -> new ResponsesItemWriter(out, item.json()).write(stored));
        reasoning.clear();
        part(part, own);
        last = part;
      }
    }
  }

  /** A message that declined after it had begun to answer is one item, and was two parts. */
  private static boolean isSameItem(@Nullable AssistantPart said, AssistantPart part) {
    return said instanceof TextPart text
        && part instanceof RefusalPart refusal
        && text.item().isPresent()
        && text.item().equals(refusal.item());
  }

  private static Optional<ProviderItem> item(AssistantPart part) {
    if (part instanceof TextPart text) {
      return text.item();
    } else if (part instanceof ReasoningPart reasoning) {
      return reasoning.item();
    } else if (part instanceof RefusalPart refusal) {
      return refusal.item();
    } else if (part instanceof ToolCall call) {
      return call.item();
    } else if (part instanceof ProviderPart provider) {
      return Optional.of(provider.item());
    } else if (part instanceof McpToolsPart tools) {
      return Optional.of(tools.item());
    } else if (part instanceof McpApprovalRequest asked) {
      return Optional.of(asked.item());
    }
    return Optional.empty();
  }

  /** What a provider alone understands goes to it alone, and what waits for an answer with one. */
  private boolean isWritten(AssistantPart part, @Nullable ProviderItem own) {
    if (part instanceof TextPart text) {
      return !text.text().isEmpty();
    } else if (part instanceof McpApprovalRequest asked) {
      return own != null && answeredApprovals.contains(asked.providerId());
    } else if (part instanceof ProviderPart provider) {
      return own != null && !provider.awaitsClient();
    }
    return own != null || part instanceof RefusalPart || part instanceof ToolCall;
  }

  private void part(AssistantPart part, @Nullable ProviderItem own) {
    if (part instanceof ToolCall call) {
      String arguments = JsonTexts.objectOf(call.arguments());
      String id = names.newCallId(call);
      String name = names.toolName(call.name());
      if (own == null) {
        call(id, name, arguments);
      } else {
        Map<String, String> texts = Map.of("call_id", id, "name", name, "arguments", arguments);
        new ResponsesItemWriter(out, own.json()).write(stored, texts::get);
      }
    } else if (own == null) {
      String text = part instanceof TextPart said ? said.text() : ((RefusalPart) part).text();
      spoken("assistant", text);
    } else {
      // An item of a tool that the provider ran is nothing without its id.
      boolean message = part instanceof TextPart || part instanceof RefusalPart;
      new ResponsesItemWriter(out, own.json()).write(stored || !message);
      if (part instanceof McpApprovalRequest asked) {
        writtenApprovals.add(asked.providerId());
      }
    }
  }

  private void call(String id, String name, String arguments) {
    out.writeStartObject();
    text("type", "function_call");
    text("call_id", id);
    text("name", name);
    text("arguments", arguments);
    out.writeEndObject();
  }

  private void result(ToolResult result) {
    out.writeStartObject();
    text("type", "function_call_output");
    // A call that only the provider knows has the id that it gave.
    boolean known = !goesOn || names.hasCall(result);
    text("call_id", known ? names.callId(result) : result.callId());
    if (result.attachments().isEmpty()) {
      text("output", result.text());
    } else {
      out.writeName("output");
      out.writeStartArray();
      if (!result.text().isEmpty()) {
        inputText(result.text());
      }
      for (Media media : result.attachments()) {
        ResponsesMedia.write(out, media);
      }
      out.writeEndArray();
    }
    out.writeEndObject();
  }

  private void approval(McpApproval answer) {
    if (!writtenApprovals.contains(answer.providerId())) {
      return;
    }
    out.writeStartObject();
    text("type", "mcp_approval_response");
    text("approval_request_id", answer.providerId());
    out.writeName("approve");
    out.writeBoolean(answer.approved());
    if (!answer.reason().isEmpty()) {
      text("reason", answer.reason());
    }
    out.writeEndObject();
  }
}
