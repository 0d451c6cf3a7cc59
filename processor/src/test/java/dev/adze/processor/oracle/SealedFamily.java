package dev.adze.processor.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Sealed interfaces of records, told apart by a property. */
final class SealedFamily implements Family {
  @Override
  public JavaType draw(TypeDraw draw) {
    Dice dice = draw.dice();
    String name = draw.typeName("Sealed");
    boolean jackson = dice.chance(0.4);
    String discriminator = jackson ? dice.pick("kind", "@type", "the \"kind\"", "type") : "type";
    List<Branch> branches = new ArrayList<>();
    for (int i = dice.between(1, 3); i > 0; i--) {
      String javaName = draw.typeName("Branch");
      String wireName = dice.chance(0.5) ? javaName : dice.pick("the ", "\"", "\\", "größe ") + i;
      branches.add(
          new Branch(
              javaName,
              wireName,
              dice.pick(jackson ? Naming.values() : new Naming[] {Naming.OURS, Naming.BY_NAME}),
              components(draw, discriminator)));
    }
    return draw.declared(new Type(name, discriminator, jackson, branches));
  }

  private static Slots components(TypeDraw draw, String discriminator) {
    Slots drawn = Slots.draw(draw, draw.dice().below(4));
    return new Slots(
        drawn.list().stream().filter(slot -> !slot.wireName().equals(discriminator)).toList());
  }

  /** Where the name of a branch stands that is not its Java name. */
  private enum Naming {
    OURS,
    BY_NAME,
    IN_LIST
  }

  private record Branch(String javaName, String wireName, Naming naming, Slots components) {
    String annotation() {
      String name = "(" + Spelling.java(wireName) + ") ";
      return wireName.equals(javaName) || naming == Naming.IN_LIST
          ? ""
          : (naming == Naming.OURS ? "@Name" : "@JsonTypeName") + name;
    }

    String listed() {
      String name = naming == Naming.IN_LIST ? ", name = " + Spelling.java(wireName) : "";
      return "@JsonSubTypes.Type(value = " + javaName + ".class" + name + ")";
    }

    String declaration(String above) {
      return annotation()
          + "public record "
          + javaName
          + "("
          + components.declaration()
          + ") implements "
          + above
          + " {}";
    }

    List<Doc.Member> members(Walk walk, String discriminator) {
      List<Doc.Member> members = new ArrayList<>(components.members(walk));
      int place = walk.dice().chance(0.7) ? 0 : walk.dice().below(members.size() + 1);
      String name = Spelling.string(walk.dice(), wireName);
      members.add(place, named(walk, discriminator, name));
      return members;
    }

    static Doc.Member named(Walk walk, String discriminator, String value) {
      return new Doc.Member(Spelling.string(walk.dice(), discriminator), Doc.literal(value));
    }
  }

  private record Type(String source, String discriminator, boolean jackson, List<Branch> branches)
      implements JavaType {
    @Override
    public void declare(Set<String> declarations) {
      branches.forEach(branch -> branch.components.declare(declarations));
      String info =
          "@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "
              + Spelling.java(discriminator)
              + ")\n@JsonSubTypes({"
              + branches.stream().map(Branch::listed).collect(Collectors.joining(", "))
              + "})\n";
      declarations.add((jackson ? info : "") + "public sealed interface " + source + " {}");
      branches.forEach(branch -> declarations.add(branch.declaration(source)));
    }

    @Override
    public Doc document(Walk walk) {
      return new Doc.Members(walk.dice().pick(branches).members(walk, discriminator));
    }

    @Override
    public Doc fault(Walk walk, boolean nullFits) {
      Dice dice = walk.dice();
      Branch branch = dice.pick(branches);
      return switch (dice.below(4)) {
        case 0 -> walk.fault("no discriminator", branch.components.document(walk));
        case 1 -> {
          List<Doc.Member> members = new ArrayList<>(branch.components.members(walk));
          String near = Spelling.string(dice, branch.wireName + " ");
          String other = dice.pick("\"\"", "null", "1", near, "[]");
          members.add(Branch.named(walk, discriminator, other));
          yield walk.fault("discriminator", new Doc.Members(members));
        }
        case 2 -> {
          List<Doc.Member> members = branch.members(walk, discriminator);
          members.add(new Doc.Member("\"of no branch\"", Doc.literal("1")));
          yield walk.fault("additionalProperties", new Doc.Members(members));
        }
        default -> Faults.instead(walk, nullFits, Faults.Kind.OBJECT);
      };
    }

    @Override
    public boolean same(JsonNode given, JsonNode bound) {
      String type = given.path(discriminator).asString();
      return type.equals(bound.path(discriminator).asString())
          && branches.stream()
              .filter(branch -> branch.wireName.equals(type))
              .allMatch(branch -> branch.components.same(given, bound));
    }
  }
}
