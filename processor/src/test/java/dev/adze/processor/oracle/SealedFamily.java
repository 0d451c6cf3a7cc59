package dev.adze.processor.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Sealed interfaces of records, told apart by the property {@code type}. */
final class SealedFamily implements Family {
  private static final String DISCRIMINATOR = "type";

  @Override
  public JavaType draw(TypeDraw draw) {
    String name = draw.typeName("Sealed");
    List<Branch> branches = new ArrayList<>();
    for (int i = draw.dice().between(1, 3); i > 0; i--) {
      String javaName = draw.typeName("Branch");
      String wireName = draw.dice().chance(0.5) ? javaName : "the " + i;
      branches.add(new Branch(javaName, wireName, components(draw)));
    }
    return draw.declared(new Type(name, branches));
  }

  private static Slots components(TypeDraw draw) {
    Slots drawn = Slots.draw(draw, draw.dice().below(4));
    return new Slots(
        drawn.list().stream().filter(slot -> !slot.wireName().equals(DISCRIMINATOR)).toList());
  }

  private record Branch(String javaName, String wireName, Slots components) {
    Doc.Member discriminator(Dice dice) {
      String name = Spelling.string(dice, DISCRIMINATOR);
      return new Doc.Member(name, Doc.literal(Spelling.string(dice, wireName)));
    }

    List<Doc.Member> members(Walk walk) {
      List<Doc.Member> members = new ArrayList<>(components.members(walk));
      int place = walk.dice().chance(0.7) ? 0 : walk.dice().below(members.size() + 1);
      members.add(place, discriminator(walk.dice()));
      return members;
    }
  }

  private record Type(String source, List<Branch> branches) implements JavaType {
    @Override
    public void declare(Set<String> declarations) {
      branches.forEach(branch -> branch.components.declare(declarations));
      declarations.add("public sealed interface " + source + " {}");
      for (Branch branch : branches) {
        String renamed =
            branch.wireName.equals(branch.javaName) ? "" : "@Name(\"" + branch.wireName + "\") ";
        declarations.add(
            renamed
                + "public record "
                + branch.javaName
                + "("
                + branch.components.declaration()
                + ") implements "
                + source
                + " {}");
      }
    }

    @Override
    public Doc document(Walk walk) {
      return new Doc.Members(walk.dice().pick(branches).members(walk));
    }

    @Override
    public Doc fault(Walk walk, boolean nullFits) {
      Dice dice = walk.dice();
      Branch branch = dice.pick(branches);
      return switch (dice.below(4)) {
        case 0 -> walk.fault("no discriminator", branch.components.document(walk));
        case 1 -> {
          List<Doc.Member> members = new ArrayList<>(branch.components.members(walk));
          String other = dice.pick("\"\"", "null", "1", "\"" + branch.wireName + " \"", "[]");
          members.add(new Doc.Member("\"type\"", Doc.literal(other)));
          yield walk.fault("discriminator", new Doc.Members(members));
        }
        case 2 -> {
          List<Doc.Member> members = branch.members(walk);
          members.add(new Doc.Member("\"of no branch\"", Doc.literal("1")));
          yield walk.fault("additionalProperties", new Doc.Members(members));
        }
        default -> Faults.instead(walk, nullFits, Faults.Kind.OBJECT);
      };
    }

    @Override
    public boolean same(JsonNode given, JsonNode bound) {
      String type = given.path(DISCRIMINATOR).asString();
      return type.equals(bound.path(DISCRIMINATOR).asString())
          && branches.stream()
              .filter(branch -> branch.wireName.equals(type))
              .allMatch(branch -> branch.components.same(given, bound));
    }
  }
}
