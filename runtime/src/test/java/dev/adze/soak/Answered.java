package dev.adze.soak;

import dev.adze.json.JsonFields;
import dev.adze.json.JsonReader;
import dev.adze.tool.OutputType;

/** The type of answer that some plans want. */
record Answered(int n) {
  static final OutputType<Answered> TYPE =
      OutputType.of(
          "Answered",
          "A number.",
          "{\"type\":\"object\",\"properties\":{\"n\":{\"type\":\"integer\"}},"
              + "\"required\":[\"n\"],\"additionalProperties\":false}",
          Answered::read,
          (out, answered) -> out.beginObject().name("n").value(answered.n()).endObject());

  private static final JsonFields FIELDS = JsonFields.builder().required("n", "an integer").build();

  private static Answered read(JsonReader in) {
    int faults = in.faultCount();
    int n = 0;
    in.beginObject(FIELDS);
    for (int field; (field = in.nextField()) != JsonReader.END; ) {
      if (field == 0) {
        n = in.readInt(0, 100);
      } else {
        in.skip();
      }
    }
    return in.faultCount() > faults ? null : new Answered(n);
  }
}
