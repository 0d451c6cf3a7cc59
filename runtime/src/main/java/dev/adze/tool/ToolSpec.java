package dev.adze.tool;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
   */
  public static Builder builder(String name, String inputSchema) {
    return new Builder(name, inputSchema);
  }

  /** What the model calls the tool by. */
  public String name() {
    return name;
  }

  /** The name that a person is shown; the name if none was given. */
  public String title() {
    return title.isEmpty() ? name : title;
  }

  /** What the model is told of the tool; may be empty. */
  public String description() {
    return description;
  }

  /** The JSON Schema of the arguments. */
  public String inputSchema() {
    return inputSchema;
  }

  /**
   * Whether the schema of the arguments can be rendered for a profile. {@link SchemaProfile#MCP}
   * always can.
   */
  public boolean supports(SchemaProfile profile) {
    return profile == SchemaProfile.MCP || strictProfiles.contains(profile);
  }

  /**
   * The JSON Schema of the arguments in a profile; the same text each time.
   *
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

  /** The JSON Schema of the output, if the tool has one. */
  public Optional<String> outputSchema() {
    return Optional.ofNullable(outputSchema);
  }

  /** What the tool says of its effects. */
  public ToolHints hints() {
    return hints;
  }

  /** Whether a call waits for the calls before it and holds the calls after it. */
  public boolean sequential() {
    return sequential;
  }

  /** How long a call may take; empty for as long as the run allows. */
  public Optional<Duration> timeout() {
    return Optional.ofNullable(timeout);
  }

  /** Whether no call runs without an approval. */
  public boolean requiresApproval() {
    return requiresApproval;
  }

  /** Why the tool needs approval, for the person who is asked; may be empty. */
  public String approvalReason() {
    return approvalReason;
  }

  /** Whether the person may be offered to approve all calls like this one from now on. */
  public boolean approvalRememberable() {
    return approvalRememberable;
  }

  /**
   * The SHA-256 of the tool's contract in 64 hexadecimal digits, by which what was granted or begun
   * for a tool can tell that it has changed since. The contract is all that the model and a person
   * who approves rely on: everything here but the strict profiles, and of schemas not the spacing
   * and the order of members. The same in every process.
   */
  public String contractHash() {
    @Nullable String hash = contractHash;
    if (hash == null) {
      hash = ToolContract.hash(this);
      contractHash = hash;
    }
    return hash;
  }

  /** A builder that starts with everything this description has. */
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

    /** Sets the name that a person is shown; the name if never set or empty. */
    public Builder title(String text) {
      this.title = Objects.requireNonNull(text, "text");
      return this;
    }

    /** Sets what the model is told of the tool; empty if never set. */
    public Builder description(String text) {
      this.description = Objects.requireNonNull(text, "text");
      return this;
    }

    /** Sets the JSON Schema of the output; none if never set. */
    public Builder outputSchema(String json) {
      this.outputSchema = requireText(json, "outputSchema");
      return this;
    }

    /** Sets what the tool says of its effects; {@link ToolHints#DEFAULTS} if never set. */
    public Builder hints(ToolHints value) {
      this.hints = Objects.requireNonNull(value, "value");
      return this;
    }

    /** Makes calls wait for the calls before them and hold the calls after them. */
    public Builder sequential(boolean value) {
      this.sequential = value;
      return this;
    }

    /** Sets how long a call may take; positive. */
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
     */
    public Builder requiresApproval(String reason) {
      this.requiresApproval = true;
      this.approvalReason = Objects.requireNonNull(reason, "reason");
      return this;
    }

    /** Sets whether "always" may be offered to that person; true if never set. */
    public Builder approvalRememberable(boolean value) {
      this.approvalRememberable = value;
      return this;
    }

    /**
     * Sets the strict profiles that the schema of the arguments can be rendered for; none if never
     * set.
     */
    public Builder strictProfiles(SchemaProfile... profiles) {
      Set<SchemaProfile> set = EnumSet.noneOf(SchemaProfile.class);
      Collections.addAll(set, profiles);
      this.strictProfiles = List.copyOf(set);
      return this;
    }

    /** The description. */
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
