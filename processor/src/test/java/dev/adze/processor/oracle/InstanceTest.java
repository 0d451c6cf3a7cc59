package dev.adze.processor.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

/** The generator of texts has to see everything it should, and to be right about what it made. */
@Tag("oracle")
class InstanceTest {
  private static final List<DrawnTool> TOOLS =
      IntStream.range(0, 8)
          .mapToObj(new Oracle(7)::owner)
          .flatMap(o -> o.tools().stream())
          .toList();
  private static final int TEXTS_PER_TOOL = 150;

  @Test
  void drawsTheSameFromTheSameSeed() {
    assertThat(texts(5)).isEqualTo(texts(5)).isNotEqualTo(texts(6));
  }

  private static List<String> texts(long seed) {
    return instances(seed).map(Instance::text).toList();
  }

  private static Stream<Instance> instances(long seed) {
    Dice dice = new Dice(seed);
    return TOOLS.stream()
        .flatMap(tool -> Stream.generate(() -> Instance.draw(tool, dice)).limit(TEXTS_PER_TOOL));
  }

  @Test
  void writesJsonWhereNothingIsWrong() {
    List<Instance> sound = instances(5).filter(each -> each.faults().isEmpty()).toList();
    assertThat(sound).hasSizeBetween(TOOLS.size() * 70, TOOLS.size() * 90);
    assertThat(sound)
        .allSatisfy(each -> {
          assertThat(each.doc().isMarked()).isFalse();
          assertThat(Json.read(each.text())).isEqualTo(Json.read(Json.text(each.doc())));
        });
  }

  @Test
  void marksEveryFaultThatItMakesInATree() {
    assertThat(instances(5))
        .allSatisfy(each -> {
          boolean inTree =
              !each.faults().isEmpty() && each.envelope().equals(Instance.Envelope.NONE);
          assertThat(each.doc().isMarked()).isEqualTo(inTree);
        });
  }

  @Test
  void makesAllSortsOfFaults() {
    Set<String> labels = new TreeSet<>();
    LongStream.range(0, 3)
        .boxed()
        .flatMap(InstanceTest::instances)
        .forEach(each -> labels.addAll(each.faults()));
    assertThat(labels)
        .contains(
            "additionalProperties",
            "an ignored property",
            "base64",
            "constraint",
            "constructor",
            "depth",
            "discriminator",
            "duplicate",
            "enum",
            "form",
            "fraction",
            "length",
            "maximum",
            "minimum",
            "no discriminator",
            "null element",
            "object as string",
            "overflow",
            "propertyNames",
            "required",
            "rounding",
            "scalar for array",
            "size",
            "surrogate",
            "syntax",
            "trailing text",
            "truncated",
            "type ARRAY",
            "type BOOLEAN",
            "type NULL",
            "type NUMBER",
            "type OBJECT",
            "type STRING",
            "uniqueItems");
  }

  @Test
  void breaksTextsAsAWhole() {
    List<Instance> broken =
        instances(5).filter(each -> !each.envelope().equals(Instance.Envelope.NONE)).toList();
    assertThat(broken).hasSizeGreaterThan(TOOLS.size() * 2).noneMatch(each -> isJson(each.text()));
  }

  private static boolean isJson(String text) {
    try {
      Json.read(text);
      return true;
    } catch (JacksonException e) {
      return false;
    }
  }

  @Test
  void spellsValuesInManyWays() {
    Dice dice = new Dice(5);
    Set<String> strings = new TreeSet<>();
    Set<String> integers = new TreeSet<>();
    for (int i = 0; i < 500; i++) {
      String text = Texts.any(dice);
      assertThat(Json.read(Spelling.string(dice, text)).stringValue()).isEqualTo(text);
      strings.add(Spelling.string(dice, "é\n\"/"));
      BigInteger integer = BigInteger.valueOf(dice.between(-3, 3));
      String spelled = Spelling.integer(dice, integer);
      assertThat(new BigDecimal(spelled)).isEqualByComparingTo(new BigDecimal(integer));
      integers.add(spelled);
    }
    assertThat(strings).hasSizeGreaterThan(10);
    assertThat(integers).contains("-0", "0E-3", "1.0", "10E-1").hasSizeGreaterThan(30);
  }
}
