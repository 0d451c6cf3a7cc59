package acme;

import dev.adze.annotation.Name;
import dev.adze.annotation.Param;
import dev.adze.annotation.StructuredOutput;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Types of answers, nested in another. */
public final class Travel {
  private Travel() {}

  /**
   * A day trip.
   *
   * @param city where to
   * @param day when
   * @param stops in order
   * @param guide who leads, if anyone does
   */
  @StructuredOutput
  public record Trip(
      @Size(min = 1) String city, LocalDate day, List<Stop> stops, Optional<String> guide) {}

  /**
   * A place to see.
   *
   * @param name what it is called
   * @param minutes how long it takes
   * @param near stops that are close
   */
  public record Stop(
      String name, @Param(defaultValue = "30") int minutes, List<Stop> near) {}

  /** What came of a search. */
  @StructuredOutput(name = "search_outcome", value = "Exactly one of the outcomes.")
  sealed interface Outcome {
    /** @param trip the best one */
    record Found(Trip trip) implements Outcome {}

    /** @param reason why not, for the person who asked */
    @Name("nothing")
    record NotFound(String reason) implements Outcome {}
  }
}
