package dev.adze.json;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** Another judge of texts. */
final class Jackson {
  private final JsonFactory factory;

  private Jackson(JsonFactory factory) {
    this.factory = factory;
  }

  static Jackson refusingDuplicates() {
    return new Jackson(
        JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());
  }

  /** Takes all that is JSON, with no limits and names that come again. */
  static Jackson unlimited() {
    StreamReadConstraints none =
        StreamReadConstraints.builder()
            .maxNestingDepth(Integer.MAX_VALUE)
            .maxNumberLength(Integer.MAX_VALUE)
            .build();
    return new Jackson(JsonFactory.builder().streamReadConstraints(none).build());
  }

  JsonParser parser(String json) {
    return factory.createParser(ObjectReadContext.empty(), json);
  }

  boolean accepts(String json) {
    try {
      return !tokens(json).isEmpty();
    } catch (JacksonException e) {
      return false;
    }
  }

  /** The tokens of exactly one value; none if there are more. */
  List<String> tokens(String json) {
    List<String> tokens = new ArrayList<>();
    try (JsonParser parser = parser(json)) {
      int depth = 0;
      for (JsonToken token; (token = parser.nextToken()) != null; ) {
        if (depth == 0 && !tokens.isEmpty()) {
          return List.of();
        }
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        tokens.add(token + parser.getString());
      }
    }
    return tokens;
  }
}
