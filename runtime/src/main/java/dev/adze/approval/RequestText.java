package dev.adze.approval;

import dev.adze.tool.ToolSpec;
import java.util.List;

/** A request as a person reads it. */
final class RequestText {
  private static final int MAX_LINES = 100;

  private RequestText() {}

  static String of(ApprovalRequest request) {
    ToolSpec tool = request.tool();
    StringBuilder text = new StringBuilder(512).append('\n');
    text.append("The agent ").append(SafeText.quoted(request.agent())).append(" wants to call ");
    text.append(SafeText.quoted(tool.title()));
    if (!tool.title().equals(tool.name())) {
      text.append(" (").append(SafeText.plain(tool.name())).append(')');
    }
    text.append(".\n");
    if (!request.reason().isBlank()) {
      text.append("Why it asks: ").append(SafeText.plain(request.reason())).append('\n');
    }
    block(text, "Arguments:", ArgumentLines.of(request.arguments()));
    request
        .preview()
        .ifPresent(
            preview -> block(text, "Preview:", preview.lines().map(SafeText::plain).toList()));
    return text.toString();
  }

  /** Every line behind a bar, so that no content can pass for the question or for another block. */
  private static void block(StringBuilder text, String heading, List<String> lines) {
    text.append(heading).append('\n');
    for (String line : lines.subList(0, Math.min(lines.size(), MAX_LINES))) {
      text.append("  | ").append(line).append('\n');
    }
    if (lines.size() > MAX_LINES) {
      text.append("  NOT SHOWN: ").append(lines.size() - MAX_LINES).append(" more lines\n");
    }
  }
}
