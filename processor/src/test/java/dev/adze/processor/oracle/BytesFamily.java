package dev.adze.processor.oracle;

import java.util.Base64;
import tools.jackson.databind.JsonNode;

/** {@code byte[]}, which is base64 in JSON. */
final class BytesFamily implements Family {
  @Override
  public JavaType draw(TypeDraw draw) {
    return new Type();
  }

  @Override
  public boolean isLeaf() {
    return true;
  }

  private record Type() implements JavaType {
    @Override
    public String source() {
      return "byte[]";
    }

    @Override
    public String nullable() {
      return JavaType.annotatedArray(source(), "@Nullable ");
    }

    @Override
    public Doc document(Walk walk) {
      byte[] bytes = new byte[walk.dice().below(9)];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) walk.dice().bits();
      }
      return Doc.literal(Spelling.string(walk.dice(), Base64.getEncoder().encodeToString(bytes)));
    }

    @Override
    public Doc fault(Walk walk, boolean nullFits) {
      String text =
          walk.dice()
              .pick(
                  "a",
                  "ab",
                  "abc",
                  "ab=",
                  "a===",
                  "====",
                  "ab==\n",
                  "a b=",
                  "-_-_",
                  "AB==",
                  "AAB=",
                  "YWJj YWJj",
                  "YQ==YQ==",
                  "é===");
      return walk.dice().chance(0.4)
          ? Faults.instead(walk, nullFits, Faults.Kind.STRING)
          : walk.fault("base64", Spelling.string(walk.dice(), text));
    }

    @Override
    public boolean same(JsonNode given, JsonNode bound) {
      return given.equals(bound);
    }
  }
}
