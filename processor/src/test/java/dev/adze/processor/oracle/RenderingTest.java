package dev.adze.processor.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.processor.ToolProcessor;
import dev.adze.tool.InvalidArgumentsException;
import dev.adze.tool.PreparedCall;
import dev.adze.tool.SchemaProfile;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.core.JacksonException;

/** Spoils a strict rendering in one place, and expects the oracle to notice. */
@Tag("oracle")
class RenderingTest {
  private static final int FEW_INSTANCES = 300;
  private static final int MAX_INSTANCES = 10_000;
  private static List<Subject> subjects = List.of();

  /** What is done to a rendering. */
  enum Fault {
    WHAT_IS_OPTIONAL_MUST_NOT_BE_NULL("\\[(\"\\w+\"),\"null\"\\]", "$1"),
    A_FIELD_IS_NOT_REQUIRED("\"required\":\\[\"[^\"]*\",", "\"required\":["),
    A_FIELD_MAY_BE_UNKNOWN("\"additionalProperties\":false", "\"additionalProperties\":true"),
    AN_INTEGER_MAY_HAVE_A_FRACTION("\"type\":\"integer\"", "\"type\":\"number\""),
    A_CONSTANT_IS_LOST("\"enum\":\\[\"[^\"]*\",", "\"enum\":["),
    A_MINIMUM_IS_LOST("\"minimum\":-?\\d+,?", "\"title\":\"\","),
    A_PATTERN_IS_LOST("\"pattern\":", "\"title\":"),
    A_STRING_IS_A_NUMBER("\"type\":\"string\"", "\"type\":\"number\"");

    private final Pattern pattern;
    private final String replacement;

    Fault(String pattern, String replacement) {
      this.pattern = Pattern.compile(pattern);
      this.replacement = replacement;
    }
  }

  @BeforeAll
  static void compile() {
    DrawnOwner owner = new Oracle(42).owner(0);
    ClassLoader loader =
        MemoryCompiler.compile(Map.of(owner.className(), owner.source()), new ToolProcessor())
            .loader();
    subjects =
        Oracle.subjects(owner, loader).stream()
            .filter(subject -> subject.profiles().contains(SchemaProfile.OPENAI_STRICT))
            .toList();
  }

  @ParameterizedTest
  @EnumSource
  void isNoticed(Fault fault) {
    Subject subject =
        subjects.stream()
            .filter(each -> fault.pattern.matcher(rendering(each)).find())
            .findFirst()
            .orElseThrow(() -> new AssertionError("No rendering has " + fault.pattern));
    String spoilt = fault.pattern.matcher(rendering(subject)).replaceFirst(fault.replacement);

    assertThat(isNoticed(subject, rendering(subject), FEW_INSTANCES)).isFalse();
    assertThat(isNoticed(subject, spoilt, MAX_INSTANCES)).isTrue();
  }

  private static String rendering(Subject subject) {
    return subject.tool().spec().inputSchema(SchemaProfile.OPENAI_STRICT);
  }

  private static boolean isNoticed(Subject subject, String rendering, int instances) {
    Rendering judged =
        new Rendering(subject.drawn(), subject.tool(), SchemaProfile.OPENAI_STRICT, rendering);
    Dice dice = new Dice(7);
    for (int i = 0; i < instances; i++) {
      if (isNoticed(subject, judged, Instance.draw(subject.drawn(), dice).text())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNoticed(Subject subject, Rendering rendering, String text) {
    try {
      return rendering.check(Json.read(text), call(subject, text), Finding.REFUSED).unlisted()
          != null;
    } catch (JacksonException e) {
      return false;
    }
  }

  private static @Nullable PreparedCall call(Subject subject, String text) {
    try {
      return subject.tool().prepare(text);
    } catch (InvalidArgumentsException e) {
      return null;
    }
  }
}
