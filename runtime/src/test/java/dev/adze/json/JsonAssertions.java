package dev.adze.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;

import dev.adze.json.JsonFault.Kind;
import java.util.function.Consumer;
import java.util.function.Function;
import org.assertj.core.api.ObjectAssert;

/** Reads whole texts with one read. */
final class JsonAssertions {
  private JsonAssertions() {}

  /** Looks at what a read answers of a text in which it finds no fault. */
  static <T> ObjectAssert<T> assertRead(String json, Function<JsonReader, T> read) {
    return assertThatObject(sound(json, read)).as(json);
  }

  /** What a read answers of a text in which it finds no fault. */
  static <T> T sound(String json, Function<JsonReader, T> read) {
    JsonReader in = JsonReader.of(json);
    T value = read.apply(in);
    assertThat(in.end()).as("%s: %s", json, in.faults()).isTrue();
    return value;
  }

  /** Reads a text in which exactly one fault is to be found, and answers it. */
  static JsonFault assertFault(String json, Kind kind, Consumer<JsonReader> read) {
    JsonReader in = JsonReader.of(json);
    read.accept(in);
    assertThat(in.end()).isFalse();
    assertThat(in.faults()).as(json).extracting(JsonFault::kind).containsExactly(kind);
    assertThat(in.faultCount()).isEqualTo(1);
    return in.faults().get(0);
  }
}
