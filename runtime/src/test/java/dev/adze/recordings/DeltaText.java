package dev.adze.recordings;

import dev.adze.model.ModelDelta;
import java.util.List;

/** Deltas as lines of text, so that a difference between two of them can be read. */
final class DeltaText {
  private DeltaText() {}

  static String text(String text) {
    return "text " + quoted(text);
  }

  static String reasoning(String text) {
    return "reasoning " + quoted(text);
  }

  static String refusal(String text) {
    return "refusal " + quoted(text);
  }

  /** Arguments of the call that stands at a place in its response, from 0. */
  static String arguments(int call, String name, String arguments) {
    return "arguments of call " + call + " (" + name + ") " + quoted(arguments);
  }

  /** A tool of the provider's own. */
  static String provider(String type) {
    return "provider's tool " + type;
  }

  /**
   * The line of a delta of ours.
   *
   * @param callIds our ids of the response's calls, in order
   */
  static String of(ModelDelta delta, List<String> callIds) {
    if (delta instanceof ModelDelta.Text text) {
      return text(text.text());
    } else if (delta instanceof ModelDelta.Reasoning reasoning) {
      return reasoning(reasoning.text());
    } else if (delta instanceof ModelDelta.Refusal refusal) {
      return refusal(refusal.text());
    } else if (delta instanceof ModelDelta.ToolCallArguments more) {
      return arguments(callIds.indexOf(more.callId()), more.name(), more.arguments());
    } else if (delta instanceof ModelDelta.ProviderTool tool) {
      return provider(tool.type());
    }
    return delta.toString();
  }

  private static String quoted(String text) {
    return '"' + text.replace("\n", "\\n") + '"';
  }
}
