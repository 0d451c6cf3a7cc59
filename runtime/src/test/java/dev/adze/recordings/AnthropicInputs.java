package dev.adze.recordings;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Arguments of calls in recorded responses of the Messages API. */
final class AnthropicInputs {
  private AnthropicInputs() {}

  /** The member "input" of each block of a message, as it was written; empty for none. */
  static List<String> inputs(String json) {
    List<String> inputs = new ArrayList<>();
    try (JsonParser in = JsonMapper.shared().createParser(json)) {
      while (in.nextToken() != null) {
        JsonPointer path = in.streamReadContext().pathAsPointer();
        String at = path.toString();
        if (at.matches("(/message)?/content/\\d+|/content_block")) {
          if (in.currentToken() == JsonToken.START_OBJECT) {
            inputs.add("");
          }
        } else if (at.matches("(/message)?/content/\\d+/input|/content_block/input")) {
          if (in.currentToken().isStructStart()) {
            int start = (int) in.currentTokenLocation().getCharOffset();
            in.skipChildren();
            int end = (int) in.currentLocation().getCharOffset();
            inputs.set(inputs.size() - 1, json.substring(start, end));
          } else if (in.currentToken().isScalarValue()
              && in.currentToken() != JsonToken.VALUE_NULL) {
            inputs.set(inputs.size() - 1, in.getString());
          }
        }
      }
    }
    return inputs;
  }

  /** Arguments as an object, which those that are none are wrapped in. */
  static JsonNode tree(String arguments) {
    try {
      JsonNode tree = JsonMapper.shared().readTree(arguments);
      if (tree.isObject()) {
        return tree;
      }
    } catch (JacksonException cutOff) {
      // Arguments that are cut off are kept as they came.
    }
    return JsonMapper.shared().createObjectNode().put("INVALID_JSON", arguments);
  }
}
