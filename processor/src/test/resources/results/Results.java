package results;

import dev.adze.annotation.Param;
import dev.adze.annotation.Tool;
import dev.adze.tool.ToolContext;
import dev.adze.tool.ToolOutput;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Tools that give back everything that a tool may. */
public class Results {
  public enum Area {
    INDOORS
  }

  public record Guest(String name) {}

  /** Marks of declarations, as libraries before JSpecify have them. */
  public static final class Marks {
    /** That a method may return null. */
    public @interface Nullable {}

    private Marks() {}
  }

  /** What an endless tool waits for. */
  public final CompletableFuture<String> promise = new CompletableFuture<>();

  @Tool("Promises an area.")
  public CompletionStage<Area> promised(ToolContext context) {
    // A stage that is no future.
    return CompletableFuture.supplyAsync(() -> Area.INDOORS).minimalCompletionStage();
  }

  @Tool("Promises what may be absent.")
  public CompletableFuture<? extends Optional<Guest>> perhaps(@Param("Whether.") boolean there) {
    return CompletableFuture.completedFuture(
        there ? Optional.of(new Guest("Ada")) : Optional.empty());
  }

  @Tool("Promises nothing.")
  public CompletableFuture<Void> promisedNothing() {
    return CompletableFuture.completedFuture(null);
  }

  @Tool("Breaks its promise.")
  public CompletionStage<String> broken() {
    return CompletableFuture.<String>failedFuture(new IOException("on purpose, later"))
        .thenApply(text -> text);
  }

  @Tool("Breaks its promise for good.")
  public CompletionStage<String> brokenForGood() {
    return CompletableFuture.failedFuture(new StackOverflowError("on purpose"));
  }

  @Tool("Promises null.")
  public CompletionStage<Integer> promisedNull() {
    return CompletableFuture.completedFuture(null);
  }

  @Tool("Does not even promise.")
  public CompletionStage<Integer> none() {
    return null;
  }

  @Tool("Promises an output.")
  public CompletionStage<ToolOutput> promisedOutput() {
    return CompletableFuture.completedFuture(ToolOutput.error("not this time"));
  }

  @Tool("Never ends.")
  public CompletableFuture<String> endless(ToolContext context) {
    context.activity("waiting");
    return promise;
  }

  @Tool("Says something or nothing.")
  public Optional<String> words(@Param("Whether.") boolean any) {
    return any ? Optional.of("words") : Optional.empty();
  }

  @Tool("Gives a guest or null.")
  public @Nullable Guest guestOrNull(@Param("Whether.") boolean there) {
    return there ? new Guest("Ada") : null;
  }

  @Tool("Gives a number or null.")
  @Marks.Nullable
  public Integer numberOrNull(@Param("Whether.") boolean there) {
    return there ? 7 : null;
  }

  @Tool("Gives words or null.")
  public @Nullable String wordsOrNull(@Param("Whether.") boolean there) {
    return there ? "words" : null;
  }

  @Tool("Gives an output or null.")
  public @Nullable ToolOutput outputOrNull(@Param("Whether.") boolean there) {
    return there ? ToolOutput.of("out") : null;
  }

  @Tool("Promises a number or null.")
  public CompletionStage<@Nullable Integer> promisedOrNull(@Param("Whether.") boolean there) {
    return CompletableFuture.completedFuture(there ? 7 : null);
  }

  @Tool("Gives an int or none.")
  public OptionalInt optionalInt(@Param("Whether.") boolean there) {
    return there ? OptionalInt.of(7) : OptionalInt.empty();
  }

  @Tool("Promises a long or none.")
  public CompletionStage<OptionalLong> optionalLong(@Param("Whether.") boolean there) {
    return CompletableFuture.completedFuture(
        there ? OptionalLong.of(7_000_000_000L) : OptionalLong.empty());
  }

  @Tool("Gives a double or none.")
  public OptionalDouble optionalDouble(@Param("Whether.") boolean there) {
    return there ? OptionalDouble.of(0.5) : OptionalDouble.empty();
  }

  @Tool("Is not a number.")
  public double nan() {
    return Double.NaN;
  }

  @Tool("Is infinite, deep inside.")
  public List<List<Float>> infinite() {
    return List.of(List.of(1f, Float.NEGATIVE_INFINITY));
  }

  @Tool("Forgets a name.")
  public Guest nameless() {
    return new Guest(null);
  }
}
