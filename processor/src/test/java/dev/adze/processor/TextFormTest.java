package dev.adze.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.json.JsonReader;
import dev.adze.json.TextFormat;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The processor and the runtime have each form twice: both must say the same. */
class TextFormTest {
  private static final List<String> TEXTS =
      List.of(
          "2024-02-29",
          "2023-02-29",
          "23:59:00",
          "24:00:00",
          "2024-01-01T00:00:00",
          "2024-01-01t00:00:00.5z",
          "2024-02-30T00:00:00Z",
          "0000-01-01T00:00:00+01:00",
          "9999-12-31T23:59:59-01:00",
          "10:00:00+18:00",
          "PT1.5S",
          "P1DT-2H",
          "P1Y",
          "P2W",
          "P99999999999D",
          "P9999999999Y",
          "-P-1M",
          "2024-12",
          "--02-29",
          "--02-30",
          "Europe/Paris",
          "Mars/Olympus",
          "+01:00",
          "UTC+1",
          "a",
          "123E4567-e89b-12d3-a456-426614174000",
          "https://example.com/a",
          "a:b",
          "http:// ",
          "http://[",
          "EUR",
          "XXY",
          "pt-BR",
          "en-x",
          "abcdefghi",
          "i-klingon",
          "");

  @ParameterizedTest
  @EnumSource
  void saysWhatTheRuntimeSays(TextForm form) throws ReflectiveOperationException {
    TextFormat<?> format = (TextFormat<?>) TextFormat.class.getField(form.name()).get(null);

    assertThat(form.pattern()).isEqualTo(format.pattern());
    assertThat(form.format()).isEqualTo(format.format());
    assertThat(form.expected()).isEqualTo(format.expected());
  }

  @Test
  void everyFormOfTheRuntimeHasOne() {
    List<String> formats =
        Arrays.stream(TextFormat.class.getFields())
            .filter(field -> Modifier.isStatic(field.getModifiers()))
            .map(java.lang.reflect.Field::getName)
            .toList();

    assertThat(Arrays.stream(TextForm.values()).map(Enum::name))
        .containsExactlyInAnyOrderElementsOf(formats);
  }

  @ParameterizedTest
  @EnumSource
  void allowsTheDefaultsThatTheRuntimeReads(TextForm form) throws ReflectiveOperationException {
    TextFormat<?> format = (TextFormat<?>) TextFormat.class.getField(form.name()).get(null);
    for (String text : TEXTS) {
      JsonReader in = JsonReader.of('"' + text + '"');
      in.readText(format);

      assertThat(form.allows(text)).as(text).isEqualTo(in.end());
    }
  }
}
