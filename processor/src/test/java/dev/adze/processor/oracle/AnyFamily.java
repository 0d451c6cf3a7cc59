package dev.adze.processor.oracle;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code Object}, which is any JSON. */
final class AnyFamily implements Family {
  private static final List<String> ANY =
      List.of(
          "0",
          "-0",
          "1.0",
          "1e2",
          "2147483648",
          "9223372036854775808",
          "0.1",
          "1e30",
          "true",
          "\"\"",
          "\"😀\"",
          "[]",
          "{}",
          "[1,[2.50,{}]]",
          "{\"b\":1,\"a\":[null]}",
          "false");

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
      return "Object";
    }

    @Override
    public boolean isAnything() {
      return true;
    }

    @Override
    public Doc document(Walk walk) {
      return Doc.literal(walk.dice().pick(ANY));
    }

    @Override
    public @Nullable Doc fault(Walk walk, boolean nullFits) {
      return walk.dice().chance(0.5) ? Texts.illFormed(walk) : null;
    }

    @Override
    public boolean same(JsonNode given, JsonNode bound) {
      return Json.equal(given, bound);
    }
  }
}
