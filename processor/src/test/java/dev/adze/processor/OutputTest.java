package dev.adze.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.adze.tool.InvalidOutputException;
import dev.adze.tool.OutputType;
import dev.adze.tool.SchemaProfile;
import java.io.IOException;
import java.lang.reflect.Field;
import java.net.URLClassLoader;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a type of answers takes from a model, and which types can be one. */
class OutputTest {
  @TempDir static Path output;

  private static URLClassLoader loader;

  @BeforeAll
  static void compile() {
    Compiled compiled =
        Compiled.compile().sources(Path.of("src/test/resources/golden/outputs/in")).into(output);
    assertThat(compiled.texts()).isEmpty();
    loader = compiled.loader();
  }

  @AfterAll
  static void close() throws IOException {
    loader.close();
  }

  @SuppressWarnings("unchecked") // Whatever is decoded is only encoded again.
  private static OutputType<Object> type(String name) throws ReflectiveOperationException {
    Field type = loader.loadClass("acme." + name).getDeclaredField("TYPE");
    type.setAccessible(true);
    return (OutputType<Object>) type.get(null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Travel_TripOutput|{\"city\":\"Rome\",\"day\":\"2026-05-01\",\"stops\":[]}",
        "Travel_TripOutput|{\"city\":\"0\",\"day\":\"2026-05-01\",\"stops\":[{\"name\":\"\","
            + "\"minutes\":0,\"near\":[]}],\"guide\":\"\"}",
        "VerdictOutput|{\"allowed\":false,\"score\":0}",
        "Travel_OutcomeOutput|{\"answer\":{\"type\":\"nothing\",\"reason\":\"\"}}"
      })
  void readsWhatItWrites(String name, String json) throws ReflectiveOperationException {
    OutputType<Object> type = type(name);

    assertThat(type.encode(type.decode(json))).isEqualTo(json);
  }

  @Test
  void namesEveryFaultForTheModel() throws ReflectiveOperationException {
    OutputType<Object> type = type("Travel_TripOutput");

    assertThatThrownBy(() -> type.decode("{\"city\":\"\",\"Day\":\"2026-05-01\",\"stops\":null}"))
        .isInstanceOf(InvalidOutputException.class)
        .hasMessage(
            """
            4 problems in the answer, which must be JSON of the form "Trip":
            - /city: expected a string of at least 1 character; got ""
            - /Day: unknown field; did you mean "day"?
            - /stops: must not be null; expected an array
            - /day: missing; expected a date such as 2024-12-31
            Give the whole answer again, corrected, as JSON and nothing else.\
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "null|must not be null; expected an object",
        "{}|/answer: missing; expected an object",
        "{\"answer\":{\"type\":\"none\"}}|/answer/type: expected ",
        "{\"answer\":{\"type\":\"nothing\",\"reason\":\"a\"}} x|text follows the value",
        "The answer is 5.|malformed JSON"
      })
  void refusesWhatIsNoneOfTheBranches(String json, String fault)
      throws ReflectiveOperationException {
    OutputType<Object> type = type("Travel_OutcomeOutput");

    assertThatThrownBy(() -> type.decode(json))
        .isInstanceOf(InvalidOutputException.class)
        .hasMessageContaining(fault);
  }

  @Test
  void isToldToProvidersInTheirOwnProfiles() throws ReflectiveOperationException {
    OutputType<Object> verdict = type("VerdictOutput");
    OutputType<Object> trip = type("Travel_TripOutput");

    assertThat(verdict.supports(SchemaProfile.ANTHROPIC_STRICT)).isTrue();
    assertThat(trip.supports(SchemaProfile.ANTHROPIC_STRICT)).as("recursion").isFalse();
    assertThat(trip.schema(SchemaProfile.OPENAI_STRICT))
        .contains("\"required\":[\"city\",\"day\",\"stops\",\"guide\"]");
    assertThatThrownBy(() -> trip.schema(SchemaProfile.ANTHROPIC_STRICT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"Trip\"");
    assertThat(trip.name()).isEqualTo("Trip");
    assertThat(trip.description()).isEqualTo("A day trip.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "enum T { A }|cannot be a structured output",
        "interface T {}|cannot be a structured output",
        "@interface T {}|cannot be a structured output",
        "record T<V>(V value) {}|has type parameters",
        "abstract class T { public int a; }|is abstract and not sealed",
        "class T {}|has no properties that can be set",
        "record T(Runnable task) {}|",
        "class Around { @StructuredOutput private record T(int a) {} }|cannot use",
        "class Around { @StructuredOutput class T { public int a; } }|is an inner class"
      })
  void otherTypesAreErrors(String source, String fault, @TempDir Path into) {
    String annotated = source.contains("@Str") ? source : "@StructuredOutput " + source;
    Compiled compiled =
        Compiled.compile()
            .source("T.java", "import dev.adze.annotation.StructuredOutput;\n" + annotated)
            .into(into);

    assertThat(compiled.success).isFalse();
    assertThat(compiled.texts())
        .singleElement()
        .asString()
        .contains(fault == null ? "T073" : fault);
  }

  @ParameterizedTest
  @ValueSource(strings = {"record T(Missing missing) {}", "sealed interface T permits Missing {}"})
  void waitsForTypesOfOtherProcessorsAndStaysSilentWhereJavacSpeaks(
      String type, @TempDir Path into) {
    Compiled compiled =
        Compiled.compile()
            .source("T.java", "@dev.adze.annotation.StructuredOutput " + type)
            .into(into);

    assertThat(compiled.success).isFalse();
    assertThat(compiled.texts()).singleElement().asString().contains("cannot find symbol");
  }
}
