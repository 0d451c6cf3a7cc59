package dev.adze.tool;

import dev.adze.json.JsonFault;
import dev.adze.json.JsonReader;
import dev.adze.json.JsonWriter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A type in which a model can give its final answer: what the provider is told of it, and the
 * decoder that holds the model to it. {@code TripOutput.TYPE} of a {@code @StructuredOutput} type
 * {@code Trip} is one. Immutable; safe for use by many threads.
 *
 * @param <T> the type of the answer
 */
public final class OutputType<T> {
  private final String name;
  private final String description;
  private final String schema;
  private final List<SchemaProfile> strictProfiles;
  private final Function<JsonReader, @Nullable T> decoder;
  private final BiConsumer<JsonWriter, T> encoder;

  /** Rendered when they are first asked for: most programs talk to one provider. */
  private final Map<SchemaProfile, String> renderings = new ConcurrentHashMap<>();

  private OutputType(
      String name,
      String description,
      String schema,
      List<SchemaProfile> strictProfiles,
      Function<JsonReader, @Nullable T> decoder,
      BiConsumer<JsonWriter, T> encoder) {
    this.name = Objects.requireNonNull(name, "name");
    this.description = Objects.requireNonNull(description, "description");
    this.schema = Objects.requireNonNull(schema, "schema");
    this.strictProfiles = strictProfiles;
    this.decoder = Objects.requireNonNull(decoder, "decoder");
    this.encoder = Objects.requireNonNull(encoder, "encoder");
  }

  /**
   * {@return a type that generated code describes}
   *
   * @param <T> the type of the answer
   * @param name letters, digits, {@code _} and {@code -}, at most 64 of them
   * @param description what the answer is, for the model; may be empty
   * @param schema the canonical JSON Schema
   * @param decoder reads one value, noting each fault in the reader; what it gives back after a
   *     fault is not used
   * @param encoder writes one value
   * @param strictProfiles the strict profiles that the schema can be rendered for
   */
  public static <T> OutputType<T> of(
      String name,
      String description,
      String schema,
      Function<JsonReader, @Nullable T> decoder,
      BiConsumer<JsonWriter, T> encoder,
      SchemaProfile... strictProfiles) {
    return new OutputType<>(name, description, schema, List.of(strictProfiles), decoder, encoder);
  }

  /** {@return the name under which the provider is given the schema} */
  public String name() {
    return name;
  }

  /** {@return what the answer is, for the model; may be empty} */
  public String description() {
    return description;
  }

  /** {@return the canonical JSON Schema of the answer} */
  public String schema() {
    return schema;
  }

  /**
   * {@return whether the schema can be rendered for a profile} {@link SchemaProfile#MCP} always
   * can.
   *
   * @param profile how a provider wants schemas to be
   */
  public boolean supports(SchemaProfile profile) {
    return profile == SchemaProfile.MCP || strictProfiles.contains(profile);
  }

  /**
   * {@return the JSON Schema of the answer in a profile; the same text each time}
   *
   * @param profile how a provider wants schemas to be
   * @throws IllegalArgumentException if the profile is not supported
   */
  public String schema(SchemaProfile profile) {
    if (!supports(profile)) {
      throw new IllegalArgumentException(
          "The schema of output \""
              + name
              + "\" cannot be rendered for "
              + profile
              + ". Ask supports(profile) first, and send the schema without strict mode.");
    }
    return renderings.computeIfAbsent(profile, asked -> SchemaRendering.render(schema, asked));
  }

  /**
   * Reads an answer.
   *
   * @param json the whole answer
   * @return the value, with every constraint of its type checked
   * @throws InvalidOutputException if it does not fit the schema; it names every fault
   */
  public T decode(String json) {
    JsonReader in = JsonReader.of(json);
    T value = decoder.apply(in);
    if (!in.end() || value == null) {
      List<JsonFault> faults = in.faults();
      throw new InvalidOutputException(name, faults);
    }
    return value;
  }

  /**
   * Writes an answer as the model would: what {@link #decode} reads as an equal value.
   *
   * @param value a value of the type
   * @return the answer as compact JSON
   * @throws RuntimeException what its own methods throw, or because something in it is null,
   *     infinite or nested too deeply
   */
  public String encode(T value) {
    JsonWriter out = new JsonWriter();
    encoder.accept(out, value);
    return out.toString();
  }

  @Override
  public String toString() {
    return "OutputType[" + name + "]";
  }
}
