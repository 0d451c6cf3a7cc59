package dev.adze.processor.oracle;

import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Records whose constructor refuses values that the schema allows. */
final class CheckedRecordFamily implements Family {
  private static final JavaType INT = IntegerFamily.bits("int", "Integer", Integer.SIZE);

  @Override
  public JavaType draw(TypeDraw draw) {
    return draw.declared(new Type(draw.typeName("Checked")));
  }

  @Override
  public boolean isLeaf() {
    return true;
  }

  private record Type(String source) implements JavaType {
    @Override
    public void declare(Set<String> declarations) {
      declarations.add(
          "public record "
              + source
              + "(int even) { public "
              + source
              + " { if (even % 2 != 0) throw new IllegalArgumentException(\"not even\"); } }");
    }

    @Override
    public Doc document(Walk walk) {
      return number(walk, 0);
    }

    @Override
    public Doc fault(Walk walk, boolean nullFits) {
      return switch (walk.dice().below(5)) {
        case 0 -> Faults.instead(walk, nullFits, Faults.Kind.OBJECT);
        case 1 -> walk.fault("null", Doc.object(new Doc.Member("\"even\"", Doc.literal("null"))));
        case 2 -> {
          Doc.Members sound = number(walk, 0);
          Doc.Member more = new Doc.Member("\"odd\"", Doc.literal("1"));
          yield walk.fault("additionalProperties", Doc.object(sound.members().get(0), more));
        }
        case 3 -> walk.fault("constructor", number(walk, 1));
        default -> Doc.object(new Doc.Member("\"even\"", INT.fault(walk, false)));
      };
    }

    private static Doc.Members number(Walk walk, int rest) {
      BigInteger value = BigInteger.valueOf(2L * walk.dice().between(-50, 50) + rest);
      String spelled = Spelling.integer(walk.dice(), value);
      return new Doc.Members(List.of(new Doc.Member("\"even\"", Doc.literal(spelled))));
    }

    @Override
    public boolean same(JsonNode given, JsonNode bound) {
      return given.path("even").decimalValue().compareTo(bound.path("even").decimalValue()) == 0;
    }
  }
}
