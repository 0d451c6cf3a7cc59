// Long because each setting has a field, a reader and a builder's method that says what it means.
package dev.adze.agent;

import dev.adze.loop.RetryPolicy;
import dev.adze.loop.RunLimits;
import dev.adze.loop.RunTimeouts;
import dev.adze.model.Message;
import dev.adze.model.ModelClient;
import dev.adze.model.ModelOptions;
import dev.adze.tool.FunctionTool;
import dev.adze.tool.OutputType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The setup of an agent: the model it asks, what it tells the model, and the tools it offers. It
 * holds no state of a run and may serve any number of them at once. Immutable.
 */
public final class Agent {
  private final String name;
  private final String description;
  private final List<Supplier<Agent>> handoffs;
  private final ModelClient modelClient;
  private final String modelName;
  private final String instructions;
  private final @Nullable Instructions<?> instructionsOf;
  private final List<Message> examples;
  private final List<FunctionTool> tools;
  private final RunLimits limits;
  private final RunTimeouts timeouts;
  private final RetryPolicy retries;
  private final ModelOptions options;
  private final @Nullable OutputType<?> output;

  private Agent(Builder builder, ModelClient modelClient, String modelName) {
    this.name = builder.name;
    this.description = builder.description;
    this.handoffs = List.copyOf(builder.handoffs);
    this.modelClient = modelClient;
    this.modelName = modelName;
    this.instructions = builder.instructions;
    this.instructionsOf = builder.instructionsOf;
    this.examples = builder.examples;
    this.tools = List.copyOf(builder.tools);
    this.limits = builder.limits;
    this.timeouts = builder.timeouts;
    this.retries = builder.retries;
    this.options = builder.options;
    this.output = builder.output;
  }

  /**
   * Starts an agent. It needs a model; everything else has a default.
   *
   * @return a builder, to be filled
   */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return what the agent is called in events} */
  public String name() {
    return name;
  }

  /** {@return what the agent is for, for the models of other agents; may be empty} */
  public String description() {
    return description;
  }

  /** {@return the agents that this one can hand the conversation over to} */
  public List<Agent> handoffs() {
    return handoffs.stream().map(Supplier::get).toList();
  }

  /**
   * {@return this agent as a tool of another one} A call is a run of this agent within the other's:
   * it begins with the text that the other agent's model writes, which is all that it knows of
   * their conversation, and its answer is the result. Any other end of it is an error that the
   * model reads.
   *
   * <ul>
   *   <li>Its events are told in the outer run's stream, one deeper and with the call's id, but for
   *       the start, the answer and the end, which the call's own events stand for.
   *   <li>It has steps and limits of its own. What it uses counts for the outer run too, before
   *       anything comes of it: when the outer run's limits are reached, nothing begins in either.
   *   <li>The outer run's approver decides its calls, and reads this agent's name. What is granted
   *       goes by that name, so each agent of a run needs one of its own, which is checked when a
   *       runner is built. Where the approver puts a decision off, the outer run stops with it, and
   *       goes on with what is decided of either's calls. While it decides, no time of the call and
   *       of the outer run goes by.
   *   <li>A tool of your own may call it, once in each of its own calls. If this agent comes to
   *       wait for a decision, an exception ends the tool's call, and the tool is called again when
   *       the run goes on.
   *   <li>It is cancelled with the outer run, and when the call is.
   *   <li>It takes a thread of the runner's executor as long as it goes on.
   * </ul>
   *
   * @param tool the name by which the other agent's model calls it
   * @param about what it can be asked to do, for that model
   */
  public FunctionTool asTool(String tool, String about) {
    return new AgentTool(this, tool, about);
  }

  /** {@return the way to the model} */
  public ModelClient modelClient() {
    return modelClient;
  }

  /** {@return the model, as the provider names it} */
  public String modelName() {
    return modelName;
  }

  /**
   * {@return what the model is told before every conversation; empty for nothing, or a function}
   */
  public String instructions() {
    return instructions;
  }

  /**
   * {@return the conversation that shows the model how to answer, before every other; may be empty}
   */
  public List<Message> examples() {
    return examples;
  }

  /** All that the model is told before a conversation. */
  List<Message> preamble(@Nullable Object context) {
    return Preamble.of(
        instructionsOf == null ? instructions : instructionsOf.forContext(context), examples);
  }

  /** {@return the tools that the model may call, in the order in which they were added} */
  public List<FunctionTool> tools() {
    return tools;
  }

  /** {@return how much a run may use, unless its request says otherwise} */
  public RunLimits limits() {
    return limits;
  }

  /** {@return how long each thing in a run may take} */
  public RunTimeouts timeouts() {
    return timeouts;
  }

  /** {@return how the model is asked again when it could not answer} */
  public RetryPolicy retries() {
    return retries;
  }

  /** {@return how the model is to answer, unless a run's request says otherwise} */
  public ModelOptions options() {
    return options;
  }

  /** {@return the type of the final answer; empty for plain text} */
  public Optional<OutputType<?>> output() {
    return Optional.ofNullable(output);
  }

  @Override
  public String toString() {
    return "Agent[" + name + ", " + modelName + ", " + tools.size() + " tools]";
  }

  /** Builds an {@link Agent}. Not safe for use by several threads. */
  public static final class Builder {
    private final List<FunctionTool> tools = new ArrayList<>();
    private final List<Supplier<Agent>> handoffs = new ArrayList<>();
    private String name = "agent";
    private String description = "";
    private @Nullable ModelClient modelClient;
    private @Nullable String modelName;
    private String instructions = "";
    private @Nullable Instructions<?> instructionsOf;
    private List<Message> examples = List.of();
    private RunLimits limits = RunLimits.DEFAULTS;
    private RunTimeouts timeouts = RunTimeouts.DEFAULTS;
    private RetryPolicy retries = RetryPolicy.DEFAULTS;
    private ModelOptions options = ModelOptions.NONE;
    private @Nullable OutputType<?> output;

    private Builder() {}

    /**
     * Sets what the agent is called in events, for approvers and in grants, not blank; "agent" if
     * never set.
     *
     * @param value what the agent is called in events, not blank
     * @return this builder
     */
    public Builder name(String value) {
      this.name = requireText(value, "name");
      return this;
    }

    /**
     * Sets what the agent is for, for the models of other agents; empty if never set.
     *
     * @param text what the agent is for, for the models of other agents
     * @return this builder
     */
    public Builder description(String text) {
      this.description = Objects.requireNonNull(text, "text");
      return this;
    }

    /**
     * Adds agents that the model can hand the conversation over to. It sees each as a tool without
     * arguments, called {@code transfer_to_} and the agent's name. From the next step on the other
     * agent's model, instructions, examples, tools, options and type of output are used, on the
     * same conversation; limits, time-outs and retries stay those of the agent that the run began
     * with. Of several handoffs in one response the first counts.
     *
     * @param values the other agents, each with a name of its own
     * @return this builder
     */
    public Builder handoffs(Agent... values) {
      for (Agent value : List.of(values)) {
        handoffs.add(() -> value);
      }
      return this;
    }

    /**
     * Adds an agent that does not exist yet, so that two can hand over to each other. How often
     * they do is bounded by the steps that the run may take.
     *
     * @param value gives the agent, the same one each time; first called when a runner is built
     * @return this builder
     */
    public Builder handoff(Supplier<Agent> value) {
      handoffs.add(Objects.requireNonNull(value, "value"));
      return this;
    }

    /**
     * Sets the model.
     *
     * @param client the way to it
     * @param model its name, as the provider writes it; not blank
     * @return this builder
     */
    public Builder model(ModelClient client, String model) {
      this.modelClient = Objects.requireNonNull(client, "client");
      this.modelName = requireText(model, "model name");
      return this;
    }

    /**
     * Sets what the model is told before every conversation; nothing if never set.
     *
     * @param text what the model is told before every conversation
     * @return this builder
     */
    public Builder instructions(String text) {
      this.instructions = Objects.requireNonNull(text, "text");
      this.instructionsOf = null;
      return this;
    }

    /**
     * Sets what the model is told before every conversation as a function of the object that the
     * caller gives to the run. It is called once in each run, on a thread of the run; what it
     * throws, or a run without such an object, fails the run.
     *
     * @param <C> the type of the caller's object
     * @param type what the object has to be
     * @param text makes the text of it; blank for nothing
     * @return this builder
     */
    public <C> Builder instructions(Class<C> type, Function<? super C, String> text) {
      this.instructions = "";
      this.instructionsOf =
          new Instructions<>(
              Objects.requireNonNull(type, "type"), Objects.requireNonNull(text, "text"));
      return this;
    }

    /**
     * Sets a conversation that shows the model how to answer. It stands behind the instructions and
     * before every run's own messages; none if never set.
     *
     * @param messages the conversation, oldest first; no call without its result
     * @return this builder
     * @throws IllegalArgumentException if it has a call without a result, or a result without one
     */
    public Builder examples(List<Message> messages) {
      this.examples = Conversation.checked(messages);
      return this;
    }

    /**
     * Adds the tools of objects whose classes have {@code @Tool} methods, in the order of their
     * sources. A generated adapter is found by its name beside its owner, or by {@code
     * ServiceLoader}, to which a named module has to provide it; proxies and subclasses are served
     * by the adapter of the nearest class above them.
     *
     * @param owners the objects whose methods run; a {@link Class} stands for one whose tools are
     *     all static
     * @return this builder
     * @throws IllegalArgumentException if there is no adapter for one of them, or no single one
     */
    public Builder toolsOf(Object... owners) {
      tools.addAll(ToolBinders.bind(owners));
      return this;
    }

    /**
     * Adds tools.
     *
     * @param values what the model may call besides, each with a name of its own
     * @return this builder
     */
    public Builder tools(FunctionTool... values) {
      return tools(List.of(values));
    }

    /**
     * Adds tools.
     *
     * @param values what the model may call besides, each with a name of its own
     * @return this builder
     */
    public Builder tools(Collection<? extends FunctionTool> values) {
      tools.addAll(List.copyOf(values));
      return this;
    }

    /**
     * Sets how many steps a run may take, positive; 10 if never set. One of the limits.
     *
     * @param value how many steps a run may take, positive
     * @return this builder
     */
    public Builder maxSteps(int value) {
      return limits(limits.toBuilder().maxSteps(value).build());
    }

    /**
     * Sets how much a run may use; {@link RunLimits#DEFAULTS} if never set.
     *
     * @param value how much a run may use
     * @return this builder
     */
    public Builder limits(RunLimits value) {
      this.limits = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Sets how long each thing in a run may take; {@link RunTimeouts#DEFAULTS} if never set.
     *
     * @param value how long each thing in a run may take
     * @return this builder
     */
    public Builder timeouts(RunTimeouts value) {
      this.timeouts = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Sets how the model is asked again; {@link RetryPolicy#DEFAULTS} if never set.
     *
     * @param value how the model is asked again
     * @return this builder
     */
    public Builder retries(RetryPolicy value) {
      this.retries = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Sets how the model is to answer; the provider's defaults if never set.
     *
     * @param value how the model is to answer
     * @return this builder
     */
    public Builder options(ModelOptions value) {
      this.options = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Sets the type of the final answer; plain text if never set. The model may call tools before
     * it answers. An answer that is not of the type goes back to it with all that is wrong, as
     * often as {@link RunLimits#maxCorrections} allows. A Markdown code fence around the whole
     * answer is no fault, for some models cannot be kept from writing one; any other text beside
     * the JSON is.
     *
     * @param type such as {@code TripOutput.TYPE} of a {@code @StructuredOutput} type {@code Trip}
     * @return this builder
     */
    public Builder output(OutputType<?> type) {
      this.output = Objects.requireNonNull(type, "type");
      return this;
    }

    /**
     * {@return the agent}
     *
     * @throws IllegalStateException if it has no model, two tools of one name, or more tools and
     *     handoffs than {@link ModelClient#maxTools} allows
     */
    public Agent build() {
      if (modelClient == null || modelName == null) {
        throw new IllegalStateException(
            "An agent needs a model, but \"" + name + "\" has none. Call model(client, name).");
      }
      checkToolNames();
      checkToolCount(modelClient.maxTools());
      return new Agent(this, modelClient, modelName);
    }

    private void checkToolNames() {
      Set<String> names = new LinkedHashSet<>();
      for (FunctionTool tool : tools) {
        String tried = tool.spec().name();
        if (!names.add(tried)) {
          throw new IllegalStateException(
              "The tools of an agent need names of their own, but two of \""
                  + name
                  + "\" are called \""
                  + tried
                  + "\". Give one another name, or add it once.");
        }
      }
    }

    /** The model sees a handoff as a tool too. */
    private void checkToolCount(int most) {
      int offered = tools.size() + handoffs.size();
      if (offered > most) {
        throw new IllegalStateException(
            "A request to the model of \"%s\" may offer up to %d tools, but the agent has %d. Give it"
                    .formatted(name, most, offered)
                + " those that it needs, and hand over to other agents for the rest.");
      }
    }

    private static String requireText(String text, String what) {
      if (text.isBlank()) {
        throw new IllegalArgumentException("An agent's " + what + " must not be blank.");
      }
      return text;
    }
  }
}
