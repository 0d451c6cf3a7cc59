package acme;

import dev.adze.json.JsonFields;
import dev.adze.json.JsonReader;
import dev.adze.json.JsonWriter;
import dev.adze.tool.OutputType;
import dev.adze.tool.SchemaProfile;
import javax.annotation.processing.Generated;

/**
 * {@link Verdict} as a model's final answer.
 */
@Generated("dev.adze.processor.OutputProcessor")
final class VerdictOutput {
  private static final String SCHEMA = """
      {"type":"object","description":"Whether a text may be published.","properties":{\
      "allowed":{"type":"boolean","description":"Whether it may."},\
      "score":{"type":"integer","description":"How sure that is, 0 to 100.",\
      "minimum":-2147483648,"maximum":2147483647}},\
      "required":["allowed","score"],"additionalProperties":false}""";

  /**
   * What a model is told of the answer, and what holds it to that.
   */
  static final OutputType<Verdict> TYPE = OutputType.of(
      "Verdict",
      "Whether a text may be published.",
      SCHEMA,
      VerdictJson::read,
      VerdictJson::write,
      SchemaProfile.OPENAI_STRICT,
      SchemaProfile.ANTHROPIC_STRICT);

  private VerdictOutput() {
  }

  /**
   * {@link Verdict} as JSON.
   */
  private static final class VerdictJson {
    private static final JsonFields FIELDS = JsonFields.builder()
        .required("allowed", "true or false")
        .required("score", "an integer")
        .build();

    static Verdict read(JsonReader in) {
      int faults = in.faultCount();
      boolean allowed = false;
      int score = 0;
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> allowed = in.readBoolean();
          case 1 -> score = in.readInt(Integer.MIN_VALUE, Integer.MAX_VALUE);
          default -> in.skip();
        }
      }
      if (in.faultCount() > faults) {
        return null;
      }
      try {
        Verdict value = new Verdict();
        value.setAllowed(allowed);
        value.setScore(score);
        return value;
      } catch (Exception | AssertionError e) {
        in.reject(e);
        return null;
      }
    }

    static void write(JsonWriter out, Verdict value) {
      out.beginObject();
      out.name("allowed").value(value.isAllowed());
      out.name("score").value(value.getScore());
      out.endObject();
    }
  }
}
