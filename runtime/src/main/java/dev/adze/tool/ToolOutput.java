package dev.adze.tool;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a tool call gives back: the output itself, what the model reads of it, and what the person
 * reads of it. A plain return value of a {@code @Tool} method is wrapped into one.
 */
public final class ToolOutput {
  private final String output;
  private final String observation;
  private final String display;
  private final List<Media> attachments;
  private final Map<String, String> metadata;
  private final ToolStatus status;

  private ToolOutput(String output) {
    this.output = Objects.requireNonNull(output, "output");
    this.observation = output;
    this.display = output;
    this.attachments = List.of();
    this.metadata = Map.of();
    this.status = ToolStatus.SUCCESS;
  }

  private ToolOutput(Builder builder) {
    this.output = builder.output;
    this.observation = builder.observation == null ? builder.output : builder.observation;
    this.display = builder.display == null ? this.observation : builder.display;
    this.attachments = List.copyOf(builder.attachments);
    this.metadata = Collections.unmodifiableMap(new LinkedHashMap<>(builder.metadata));
    this.status = builder.status;
  }

  /**
   * {@return a success that the model and the person read alike}
   *
   * @param output the text of a text result, the JSON of any other
   */
  public static ToolOutput of(String output) {
    // What nearly every call gives: without a builder and its collections.
    return new ToolOutput(output);
  }

  /**
   * {@return a failure that the model and the person read alike}
   *
   * @param message what went wrong and what can be done about it
   */
  public static ToolOutput error(String message) {
    return builder(message).status(ToolStatus.ERROR).build();
  }

  /**
   * Starts from the output; observation and display default to it.
   *
   * @param output the text of a text result, the JSON of any other
   * @return a builder, to be filled
   */
  public static Builder builder(String output) {
    return new Builder(output);
  }

  /** {@return the result itself: the text of a text result, the JSON of any other} */
  public String output() {
    return output;
  }

  /** {@return what the model reads} */
  public String observation() {
    return observation;
  }

  /** {@return what a person reads} */
  public String display() {
    return display;
  }

  /**
   * {@return images and files that the model is given with the observation, in the order of adding}
   */
  public List<Media> attachments() {
    return attachments;
  }

  /**
   * {@return what the tool noted for the program around it, in the order it was added;
   * unmodifiable}
   */
  public Map<String, String> metadata() {
    return metadata;
  }

  /** {@return how the tool says that it ended} */
  public ToolStatus status() {
    return status;
  }

  /**
   * A builder that starts with everything this output has.
   *
   * @return this builder
   */
  public Builder toBuilder() {
    Builder builder = new Builder(output).observation(observation).display(display).status(status);
    builder.attachments.addAll(attachments);
    builder.metadata.putAll(metadata);
    return builder;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ToolOutput that
        && output.equals(that.output)
        && observation.equals(that.observation)
        && display.equals(that.display)
        && attachments.equals(that.attachments)
        && metadata.equals(that.metadata)
        && status == that.status;
  }

  @Override
  public int hashCode() {
    return Objects.hash(output, observation, display, attachments, metadata, status);
  }

  @Override
  public String toString() {
    return status + ": " + display;
  }

  /** Builds a {@link ToolOutput}. Not safe for use by several threads. */
  public static final class Builder {
    private final String output;
    private final List<Media> attachments = new ArrayList<>();
    private final Map<String, String> metadata = new LinkedHashMap<>();
    private @Nullable String observation;
    private @Nullable String display;
    private ToolStatus status = ToolStatus.SUCCESS;

    private Builder(String output) {
      this.output = Objects.requireNonNull(output, "output");
    }

    /**
     * Sets what the model reads; the output if never set.
     *
     * @param text what the model reads
     * @return this builder
     */
    public Builder observation(String text) {
      this.observation = Objects.requireNonNull(text, "text");
      return this;
    }

    /**
     * Sets what a person reads; the observation if never set.
     *
     * @param text what a person reads
     * @return this builder
     */
    public Builder display(String text) {
      this.display = Objects.requireNonNull(text, "text");
      return this;
    }

    /**
     * Gives the model an image or a file with the observation.
     *
     * @param media the image or file, which follows those added before
     * @return this builder
     */
    public Builder attachment(Media media) {
      attachments.add(Objects.requireNonNull(media, "media"));
      return this;
    }

    /**
     * Notes something for the program around the tool.
     *
     * @param name what it is noted under; a name that is noted again has the later value
     * @param value what is noted
     * @return this builder
     */
    public Builder metadata(String name, String value) {
      metadata.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
      return this;
    }

    /**
     * Sets how the tool ended; {@link ToolStatus#SUCCESS} if never set.
     *
     * @param value how the tool ended
     * @return this builder
     */
    public Builder status(ToolStatus value) {
      this.status = Objects.requireNonNull(value, "value");
      return this;
    }

    /** {@return the output} */
    public ToolOutput build() {
      return new ToolOutput(this);
    }
  }
}
