package dev.adze.model.openai;

import dev.adze.internal.JsonTexts;
import dev.adze.model.AssistantPart;
import dev.adze.model.ProviderItem;
import dev.adze.model.ProviderPart;
import dev.adze.model.ReasoningPart;
import dev.adze.model.RefusalPart;
import dev.adze.model.TextPart;
import dev.adze.model.ToolCall;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A part of a message in the making. */
abstract class OpenAiPiece {
  /** What it adds up to so far. */
  abstract AssistantPart part();

  static final class Text extends OpenAiPiece {
    final StringBuilder text = new StringBuilder();

    @Override
    TextPart part() {
      return new TextPart(text.toString());
    }
  }

  static final class Refusal extends OpenAiPiece {
    final StringBuilder text = new StringBuilder();

    @Override
    RefusalPart part() {
      return new RefusalPart(text.toString());
    }
  }

  static final class Thought extends OpenAiPiece {
    final OpenAiReasoning reasoning = new OpenAiReasoning();
    final String origin;

    Thought(String origin) {
      this.origin = origin;
    }

    @Override
    ReasoningPart part() {
      return new ReasoningPart(
          reasoning.text(),
          reasoning.goesBack()
              ? Optional.of(new ProviderItem(origin, reasoning.json()))
              : Optional.empty());
    }
  }

  static final class Items extends OpenAiPiece {
    final String member;
    final String origin;
    final List<String> elements = new ArrayList<>();
    final Set<String> begun = new HashSet<>();

    Items(String member, String origin) {
      this.member = member;
      this.origin = origin;
    }

    @Override
    ProviderPart part() {
      String json = "{\"" + member + "\":[" + String.join(",", elements) + "]}";
      return new ProviderPart(member, false, new ProviderItem(origin, json));
    }
  }

  static final class Call extends OpenAiPiece {
    final StringBuilder text = new StringBuilder();
    final int index;
    final String callId;
    String providerId = "";
    String name = "";

    Call(int index, String callId) {
      this.index = index;
      this.callId = callId;
    }

    boolean isWhole() {
      int last = text.length() - 1;
      return last > 0 && text.charAt(last) == '}' && JsonTexts.isObject(text.toString());
    }

    @Override
    ToolCall part() {
      return new ToolCall(callId, providerId, name, text.toString());
    }
  }
}
