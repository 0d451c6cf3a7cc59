// Long because each setting has a field, a reader and a builder's method that says what it means.
package dev.adze.tool;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a tool without running it: its name, what the model is told of it, the schema of
 * its arguments, and how a run treats its calls. Immutable.
 */
public final class ToolSpec {
  private final String name;
  private final String title;
  private final String description;
  private final String inputSchema;
  private final @Nullable String outputSchema;
  private final ToolHints hints;
  private final boolean sequential;
  private final @Nullable Duration timeout;
  private final boolean requiresApproval;
  private final String approvalReason;
  private final boolean approvalRememberable;
  private final List<SchemaProfile> strictProfiles;

  /** Rendered when they are first asked for: most programs talk to one provider. */
  private final Map<SchemaProfile, String> renderings = new ConcurrentHashMap<>();

  /** Found when it is first asked for; twice by two threads at once, which does no harm. */
  private @Nullable String contractHash;

  private ToolSpec(Builder builder) {
    this.name = builder.name;
    this.title = builder.title;
    this.description = builder.description;
    this.inputSchema = builder.inputSchema;
    this.outputSchema = builder.outputSchema;
    this.hints = builder.hints;
    this.sequential = builder.sequential;
    this.timeout = builder.timeout;
    this.requiresApproval = builder.requiresApproval;
    this.approvalReason = builder.approvalReason;
    this.approvalRememberable = builder.approvalRememberable;
    this.strictProfiles = builder.strictProfiles;
  }

  /**
   * Starts a description.
   *
   * @param name what the model calls the tool by; not blank
   * @param inputSchema the JSON Schema of the arguments, whose root is an object; sent as it stands
   * @return a builder, to be filled
   */
  public static Builder builder(String name, String inputSchema) {
    return new Builder(name, inputSchema);
  }

  /** {@return what the model calls the tool by} */
  public String name() {
    return name;
  }

  /** {@return the name that a person is shown; the name if none was given} */
  public String title() {
    return title.isEmpty() ? name : title;
  }

  /** {@return what the model is told of the tool; may be empty} */
  public String description() {
    return description;
  }

  /** {@return the JSON Schema of the arguments} */
  public String inputSchema() {
    return inputSchema;
  }

  /**
   * {@return whether the schema of the arguments can be rendered for a profile} {@link
   * SchemaProfile#MCP} always can.
   *
   * @param profile how a provider wants schemas to be
   */
  public boolean supports(SchemaProfile profile) {
    return profile == SchemaProfile.MCP || strictProfiles.contains(profile);
  }

  /**
   * {@return the JSON Schema of the arguments in a profile; the same text each time}
   *
   * @param profile how a provider wants schemas to be
   * @throws IllegalArgumentException if the profile is not supported, or a schema written by hand
   *     does not keep to it although it was said to
   */
  public String inputSchema(SchemaProfile profile) {
    if (!supports(profile)) {
      throw new IllegalArgumentException(
          "The schema of tool \""
              + name
              + "\" cannot be rendered for "
              + profile
              + ". Ask supports(profile) first, and send the schema without strict mode.");
    }
    return renderings.computeIfAbsent(profile, asked -> SchemaRendering.render(inputSchema, asked));
  }

  /** {@return the JSON Schema of the output, if the tool has one} */
  public Optional<String> outputSchema() {
    return Optional.ofNullable(outputSchema);
  }

  /** {@return what the tool says of its effects} */
  public ToolHints hints() {
    return hints;
  }

  /** {@return whether a call waits for the calls before it and holds the calls after it} */
  public boolean sequential() {
    return sequential;
  }

  /** {@return how long a call may take; empty for as long as the run allows} */
  public Optional<Duration> timeout() {
    return Optional.ofNullable(timeout);
  }

  /** {@return whether no call runs without an approval} */
  public boolean requiresApproval() {
    return requiresApproval;
  }

  /** {@return why the tool needs approval, for the person who is asked; may be empty} */
  public String approvalReason() {
    return approvalReason;
  }

  /** {@return whether the person may be offered to approve all calls like this one from now on} */
  public boolean approvalRememberable() {
    return approvalRememberable;
  }

  /**
   * {@return the SHA-256 of the tool's contract in 64 hexadecimal digits, by which what was granted
   * or begun for a tool can tell that it has changed since} The contract is all that the model and
   * a person who approves rely on: everything here but the strict profiles, and of schemas not the
   * spacing and the order of members. The same in every process.
   */
  public String contractHash() {
    @Nullable String hash = contractHash;
    if (hash == null) {
      hash = ToolContract.hash(this);
      contractHash = hash;
    }
    return hash;
  }

  /**
   * A builder that starts with everything this description has.
   *
   * @return this builder
   */
  public Builder toBuilder() {
    Builder builder = new Builder(name, inputSchema).title(title).description(description);
    builder.outputSchema = outputSchema;
    builder.hints = hints;
    builder.sequential = sequential;
    builder.timeout = timeout;
    builder.requiresApproval = requiresApproval;
    builder.approvalReason = approvalReason;
    builder.approvalRememberable = approvalRememberable;
    builder.strictProfiles = strictProfiles;
    return builder;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ToolSpec that
        && name.equals(that.name)
        && title().equals(that.title())
        && description.equals(that.description)
        && inputSchema.equals(that.inputSchema)
        && Objects.equals(outputSchema, that.outputSchema)
        && hints.equals(that.hints)
        && sequential == that.sequential
        && Objects.equals(timeout, that.timeout)
        && requiresApproval == that.requiresApproval
        && approvalReason.equals(that.approvalReason)
        && approvalRememberable == that.approvalRememberable
        && strictProfiles.equals(that.strictProfiles);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, inputSchema);
  }

  @Override
  public String toString() {
    return "ToolSpec[" + name + "]";
  }

  /** Builds a {@link ToolSpec}. Not safe for use by several threads. */
  public static final class Builder {
    private final String name;
    private final String inputSchema;
    private String title = "";
    private String description = "";
    private @Nullable String outputSchema;
    private ToolHints hints = ToolHints.DEFAULTS;
    private boolean sequential;
    private @Nullable Duration timeout;
    private boolean requiresApproval;
    private String approvalReason = "";
    private boolean approvalRememberable = true;
    private List<SchemaProfile> strictProfiles = List.of();

    private Builder(String name, String inputSchema) {
      this.name = requireText(name, "name");
      this.inputSchema = requireText(inputSchema, "inputSchema");
    }

    /**
     * Sets the name that a person is shown; the name if never set or empty.
     *
     * @param text the name that a person is shown
     * @return this builder
     */
    public Builder title(String text) {
      this.title = Objects.requireNonNull(text, "text");
      return this;
    }

    /**
     * Sets what the model is told of the tool; empty if never set.
     *
     * @param text what the model is told of the tool
     * @return this builder
     */
    public Builder description(String text) {
      this.description = Objects.requireNonNull(text, "text");
      return this;
    }

    /**
     * Sets the JSON Schema of the output; none if never set.
     *
     * @param json the JSON Schema of the output
     * @return this builder
     */
    public Builder outputSchema(String json) {
      this.outputSchema = requireText(json, "outputSchema");
      return this;
    }

    /**
     * Sets what the tool says of its effects; {@link ToolHints#DEFAULTS} if never set.
     *
     * @param value what the tool says of its effects
     * @return this builder
     */
    public Builder hints(ToolHints value) {
      this.hints = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Makes calls wait for the calls before them and hold the calls after them.
     *
     * @param value whether a call runs alone among those of its response
     * @return this builder
     */
    public Builder sequential(boolean value) {
      this.sequential = value;
      return this;
    }

    /**
     * Sets how long a call may take; positive.
     *
     * @param value how long a call may take; positive
     * @return this builder
     */
    public Builder timeout(Duration value) {
      if (value.isNegative() || value.isZero()) {
        throw new IllegalArgumentException("A tool's timeout must be positive, but is " + value);
      }
      this.timeout = value;
      return this;
    }

    /**
     * Makes every call need an approval.
     *
     * @param reason why, for the person who is asked; may be empty
     * @return this builder
     */
    public Builder requiresApproval(String reason) {
      this.requiresApproval = true;
      this.approvalReason = Objects.requireNonNull(reason, "reason");
      return this;
    }

    /**
     * Sets whether "always" may be offered to that person; true if never set.
     *
     * @param value whether "always" may be offered to that person
     * @return this builder
     */
    public Builder approvalRememberable(boolean value) {
      this.approvalRememberable = value;
      return this;
    }

    /**
     * Sets the strict profiles that the schema of the arguments can be rendered for; none if never
     * set.
     *
     * @param profiles the strict profiles that the schema of the arguments can be rendered for
     * @return this builder
     */
    public Builder strictProfiles(SchemaProfile... profiles) {
      List<SchemaProfile> given = List.of(profiles);
      // No EnumSet, which asks for the values by reflection: that shows when a program starts.
      List<SchemaProfile> once = new ArrayList<>();
      for (SchemaProfile profile : SchemaProfile.values()) {
        if (given.contains(profile)) {
          once.add(profile);
        }
      }
      this.strictProfiles = List.copyOf(once);
      return this;
    }

    /** {@return the description} */
    public ToolSpec build() {
      return new ToolSpec(this);
    }

    private static String requireText(String text, String what) {
      if (text.isBlank()) {
        throw new IllegalArgumentException("A tool's " + what + " must not be blank.");
      }
      return text;
    }
  }
}
