package dev.adze.agent;

import dev.adze.json.JsonFields;
import dev.adze.json.JsonReader;
import dev.adze.tool.OutputType;
import dev.adze.tool.SchemaProfile;
import org.jspecify.annotations.Nullable;

/** A type of answer, with what the processor would make of it. */
record Verdict(boolean allowed, int score) {
  static final OutputType<Verdict> TYPE =
      OutputType.of(
          "Verdict",
          "Whether a text may be published.",
          "{\"type\":\"object\",\"properties\":{\"allowed\":{\"type\":\"boolean\"},"
              + "\"score\":{\"type\":\"integer\",\"minimum\":0,\"maximum\":100}},"
              + "\"required\":[\"allowed\",\"score\"],\"additionalProperties\":false}",
          Verdict::read,
          (out, value) ->
              out.beginObject()
                  .name("allowed")
                  .value(value.allowed())
                  .name("score")
                  .value(value.score())
                  .endObject(),
          SchemaProfile.OPENAI_STRICT,
          SchemaProfile.ANTHROPIC_STRICT);

  private static final JsonFields FIELDS =
      JsonFields.builder()
          .required("allowed", "true or false")
          .required("score", "an integer")
          .build();

  private static @Nullable Verdict read(JsonReader in) {
    int faults = in.faultCount();
    boolean allowed = false;
    int score = 0;
    in.beginObject(FIELDS);
    for (int field; (field = in.nextField()) != JsonReader.END; ) {
      switch (field) {
        case 0 -> allowed = in.readBoolean();
        case 1 -> score = in.readInt(0, 100);
        default -> in.skip();
      }
    }
    return in.faultCount() > faults ? null : new Verdict(allowed, score);
  }
}
