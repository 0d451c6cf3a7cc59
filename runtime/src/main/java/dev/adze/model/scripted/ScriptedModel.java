package dev.adze.model.scripted;

import dev.adze.model.ModelCall;
import dev.adze.model.ModelClient;
import dev.adze.model.ModelException;
import dev.adze.model.ModelRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * A model whose responses are written down beforehand, one turn for each request, and which notes
 * the requests that it gets.
 *
 * <pre>{@code
 * ScriptedModel model =
 *     ScriptedModel.of(
 *         ScriptedTurn.toolCall("findTables", "{\"guests\":4}"),
 *         ScriptedTurn.text("There is a table by the window."));
 * }</pre>
 *
 * <p>Safe for use by many threads; requests take the turns in the order in which they are sent.
 */
public final class ScriptedModel implements ModelClient {
  private final List<Function<? super ModelRequest, ScriptedTurn>> turns;
  private final List<ModelRequest> requests = new ArrayList<>();

  private ScriptedModel(Builder builder) {
    this.turns = List.copyOf(builder.turns);
  }

  /**
   * {@return a model that gives these turns}
   *
   * @param turns one for each request, in the order of the requests
   */
  public static ScriptedModel of(ScriptedTurn... turns) {
    Builder builder = builder();
    for (ScriptedTurn turn : turns) {
      builder.turn(turn);
    }
    return builder.build();
  }

  /**
   * Starts a script.
   *
   * @return a builder, to be filled
   */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return the requests that were sent so far, oldest first} */
  public List<ModelRequest> requests() {
    synchronized (requests) {
      return List.copyOf(requests);
    }
  }

  /**
   * Makes a call that takes the next turn when it is executed. When all turns are taken, it fails
   * with a {@link ModelException} of kind {@code INVALID_REQUEST}.
   */
  @Override
  public ModelCall newCall(ModelRequest request) {
    return new ScriptedCall(this, Objects.requireNonNull(request, "request"));
  }

  /** Notes a request; its number, from 1. */
  int note(ModelRequest request) {
    synchronized (requests) {
      requests.add(request);
      return requests.size();
    }
  }

  ScriptedTurn turn(int number, ModelRequest request) {
    if (number > turns.size()) {
      throw ModelException.builder(
              ModelException.Kind.INVALID_REQUEST,
              "A scripted model has one turn for each request, but the script has "
                  + turns.size()
                  + " and this is request "
                  + number
                  + ". Add a turn to the script.")
          .build();
    }
    return turns.get(number - 1).apply(request);
  }

  /** Builds a {@link ScriptedModel}. Not safe for use by several threads. */
  public static final class Builder {
    private final List<Function<? super ModelRequest, ScriptedTurn>> turns = new ArrayList<>();

    private Builder() {}

    /**
     * Adds a turn.
     *
     * @param turn what the model does at its next request
     * @return this builder
     */
    public Builder turn(ScriptedTurn turn) {
      Objects.requireNonNull(turn, "turn");
      turns.add(request -> turn);
      return this;
    }

    /**
     * Adds a turn that depends on the request; what the function throws ends the call.
     *
     * @param turn what the model does at its next request
     * @return this builder
     */
    public Builder turn(Function<? super ModelRequest, ScriptedTurn> turn) {
      turns.add(Objects.requireNonNull(turn, "turn"));
      return this;
    }

    /** {@return the model} */
    public ScriptedModel build() {
      return new ScriptedModel(this);
    }
  }
}
