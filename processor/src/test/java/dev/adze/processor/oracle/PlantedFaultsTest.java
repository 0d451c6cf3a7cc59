package dev.adze.processor.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.processor.ToolProcessor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Breaks generated code in one place, and expects the oracle to notice. */
@Tag("oracle")
class PlantedFaultsTest {
  private static final Oracle ORACLE = new Oracle(42);
  private static final long INSTANCES_AT_A_TIME = 2_000;
  private static final int MAX_TIMES = 50;

  private static final Map<DrawnOwner, String> ADAPTERS = new LinkedHashMap<>();

  /** A fault: a pattern, found at least once in generated code, and what replaces it. */
  enum Fault {
    A_BYTE_IS_READ_AS_ANY_INT(
        "in\\.readInt\\(Byte\\.MIN_VALUE, Byte\\.MAX_VALUE\\)",
        "in.readInt(Integer.MIN_VALUE, Integer.MAX_VALUE)"),
    A_LONG_IS_READ_AS_A_DOUBLE(
        "in\\.readLong\\(Long\\.MIN_VALUE, Long\\.MAX_VALUE\\)", "(long) in.readDouble()"),
    A_DOUBLE_IS_READ_AS_A_FLOAT("in\\.readDouble\\(\\)", "(double) in.readFloat()"),
    A_BOUND_IS_ONE_OFF("in\\.readInt\\((-?\\d+), (-?\\d+)\\)", "in.readInt($1, $2 + 1)"),
    NULL_IS_0(
        "case (\\d+) -> (\\w+) = (in\\.readInt\\(Integer[^;]*);",
        "case $1 -> { if (!in.tryNull()) { $2 = $3; } }"),
    NULL_IS_NO_STRING(
        "case (\\d+) -> (\\w+) = (in\\.readString\\(\\));",
        "case $1 -> { if (!in.tryNull()) { $2 = $3; } }"),
    A_REQUIRED_FIELD_MAY_BE_MISSING(
        "\\.required\\((\"[^\"]*\"), \"(?:a string|an integer[^\"]*)\"\\)", ".optional($1)"),
    A_FIELD_IS_SUPERFLUOUS(
        "(\\.(?:required|optional)\\([^\n]*\\))\n\\s+\\.build\\(\\)",
        "$1.optional(\"unknown\").build()"),
    AN_ENUM_IS_TRIMMED_AND_UNCHECKED(
        "in\\.readEnum\\(NAMES\\)",
        "java.util.Arrays.asList(NAMES).indexOf(in.readString().strip())"),
    A_STRING_IS_TRIMMED("in\\.readString\\(\\)", "in.readString().strip()"),
    A_PRESENT_OPTIONAL_IS_NOT_WRITTEN(
        "if \\(value\\.(\\w+)\\(\\)\\.isPresent\\(\\)\\)",
        "if (value.$1().isPresent() && value.$1().isEmpty())"),
    A_CONSTRUCTOR_THAT_THROWS_IS_IGNORED(
        "(\\.Checked\\d+\\([^;]*;\\s+\\} catch \\([\\w| ]+ e\\) \\{\\s+)in\\.reject\\(e\\);", "$1"),
    A_LIST_KEEPS_ONE_ELEMENT(
        "(list\\.add\\([^;]*\\);)", "if (list.isEmpty()) { $1 } else in.skip();"),
    A_LIST_IS_REVERSED("list\\.add\\(", "list.add(0, "),
    A_SET_COMPARES_AS_JAVA_DOES("in\\.repeats\\(written\\) \\|\\| ", ""),
    A_SIZE_IS_NOT_CHECKED("in\\.checkSize\\([^;]*;", ""),
    A_BOUND_IS_A_VALUE_ITSELF("\\.exclusiveMinimum\\(", ".minimum("),
    A_NUMBER_MAY_HAVE_ANY_DIGITS("\\.multipleOf\\([^\n]*", ""),
    A_NAME_OF_A_MAP_IS_NOT_CHECKED("in\\.nextKey\\(Rules[^)]*\\)", "in.nextKey()"),
    AN_EMPTY_OPTIONAL_IS_0("OptionalInt\\.empty\\(\\)", "OptionalInt.of(0)"),
    THE_SCHEMA_FORGETS_A_SIZE("\"maxItems\":\\d", "\"title\":\"\""),
    A_SET_TAKES_DUPLICATES("in\\.rejectDuplicate\\(\\);", ""),
    TEXT_MAY_FOLLOW("if \\(!in\\.end\\(\\)\\)", "if (in.faultCount() > 0)"),
    A_PATTERN_IS_NOT_CHECKED("\\.pattern\\(\"[^\n]*", ""),
    A_BLANK_STRING_FITS("\\.notBlank\\(\\)", ""),
    A_BRANCH_IS_ANOTHER(
        "(in\\.readBranch\\(\"type\", NAMES\\)\\) \\{\\s+case) 0 (-> [^;]*;\\s+case) 1 ",
        "$1 1 $2 0 "),
    THE_SCHEMA_FORGETS_A_MINIMUM("\"minimum\":-128,", ""),
    THE_SCHEMA_REQUIRES_LESS("\"required\":\\[\"[^\"]*\",", "\"required\":["),
    THE_SCHEMA_ALLOWS_MORE_FIELDS(
        "\"additionalProperties\":false", "\"additionalProperties\":true");

    private final Pattern pattern;
    private final String replacement;

    Fault(String pattern, String replacement) {
      this.pattern = Pattern.compile(pattern);
      this.replacement = replacement;
    }
  }

  @BeforeAll
  static void generate() {
    List<DrawnOwner> owners = IntStream.range(0, 4).mapToObj(ORACLE::owner).toList();
    Map<String, String> sources = new TreeMap<>();
    owners.forEach(owner -> sources.put(owner.className(), owner.source()));
    Map<String, String> generated =
        MemoryCompiler.compile(sources, new ToolProcessor()).generated();
    owners.forEach(owner -> ADAPTERS.put(owner, generated.get(adapter(owner))));
  }

  @Test
  void withoutOneThereIsNothingToNotice() {
    ADAPTERS.forEach((owner, adapter) -> assertThat(unlisted(owner, adapter, 1)).isZero());
  }

  @ParameterizedTest
  @EnumSource
  void isNoticed(Fault fault) {
    DrawnOwner owner =
        ADAPTERS.keySet().stream()
            .filter(each -> fault.pattern.matcher(ADAPTERS.get(each)).find())
            .findFirst()
            .orElseThrow(() -> new AssertionError("Nothing generated has " + fault.pattern));

    String broken = fault.pattern.matcher(ADAPTERS.get(owner)).replaceFirst(fault.replacement);
    assertThat(unlisted(owner, broken, MAX_TIMES)).isPositive();
  }

  /** How many unlisted mismatches there are when some are found, or at last. */
  private static long unlisted(DrawnOwner owner, String adapter, int times) {
    ClassLoader loader =
        MemoryCompiler.compile(Map.of(owner.className(), owner.source(), adapter(owner), adapter))
            .loader();
    long found = 0;
    try {
      List<Subject> subjects = Oracle.subjects(owner, loader);
      for (int i = 0; found == 0 && i < times; i++) {
        found = new Oracle(i).run(subjects, INSTANCES_AT_A_TIME).unlisted();
      }
    } catch (IllegalArgumentException unrenderable) {
      // A schema that none of its profiles can render is noticed before there is an instance.
      return 1;
    }
    return found;
  }

  private static String adapter(DrawnOwner owner) {
    return owner.className() + "FunctionTools";
  }
}
