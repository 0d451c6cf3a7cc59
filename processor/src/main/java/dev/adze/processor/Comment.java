package dev.adze.processor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A documentation comment in its parts, each as it was written.
 *
 * @param description everything up to the first block tag
 * @param params the texts of {@code @param} by name
 * @param markdown whether it is written in Markdown
 */
record Comment(String description, Map<String, String> params, boolean markdown) {
  static final Comment NONE = new Comment("", Map.of(), false);

  private static final Pattern PARAM = Pattern.compile("@param\\s+(\\S+)(.*)", Pattern.DOTALL);
  private static final Pattern BLOCK_TAG = Pattern.compile("\\s*@\\p{Alpha}.*");

  static Comment of(String text, boolean markdown) {
    List<String> blocks = blocks(text, markdown);
    Map<String, String> params = new LinkedHashMap<>();
    for (String block : blocks.subList(1, blocks.size())) {
      Matcher param = PARAM.matcher(block);
      if (param.lookingAt()) {
        params.putIfAbsent(param.group(1), param.group(2));
      }
    }
    return new Comment(blocks.get(0), params, markdown);
  }

  String param(String name) {
    return params.getOrDefault(name, "");
  }

  /** The main description, then each block tag with its text. */
  private static List<String> blocks(String text, boolean markdown) {
    List<String> blocks = new ArrayList<>();
    StringBuilder block = new StringBuilder();
    Markdown code = new Markdown();
    int open = 0;
    for (String line : text.lines().toList()) {
      if (markdown && open == 0 && code.holds(line)) {
        block.append(line).append('\n');
        continue;
      }
      if (open == 0 && line.indexOf('@') >= 0 && BLOCK_TAG.matcher(line).matches()) {
        blocks.add(block.toString());
        block.setLength(0);
        line = line.strip();
      }
      block.append(line).append('\n');
      open = openBraces(line, open);
    }
    blocks.add(block.toString());
    return blocks;
  }

  /** Knows which lines of Markdown are code, in which nothing is a tag. */
  private static final class Markdown {
    private static final Pattern FENCE = Pattern.compile(" {0,3}(`{3,}|~{3,}).*");

    private String fence = "";
    private boolean mayIndent = true;

    /** Whether the next line is code, or begins or ends some. */
    boolean holds(String line) {
      if (!fence.isEmpty()) {
        boolean ends = line.strip().startsWith(fence) && line.strip().matches("`+|~+");
        fence = ends ? "" : fence;
        return true;
      }
      Matcher begins = FENCE.matcher(line);
      fence = begins.matches() ? begins.group(1) : "";
      boolean indented = mayIndent && line.startsWith("    ");
      mayIndent = indented || line.isBlank();
      return !fence.isEmpty() || (indented && !line.isBlank());
    }
  }

  /** How many braces of inline tags are open after a line: an {@code @} inside begins no block. */
  private static int openBraces(String line, int before) {
    int open = before;
    if (open == 0 && !line.contains("{@")) {
      return 0;
    }
    for (int i = 0; i < line.length(); i++) {
      if (line.startsWith("{@", i) || (open > 0 && line.charAt(i) == '{')) {
        open++;
      } else if (open > 0 && line.charAt(i) == '}') {
        open--;
      }
    }
    return open;
  }
}
