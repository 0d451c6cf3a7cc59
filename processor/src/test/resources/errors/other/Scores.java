package other;

import jakarta.validation.constraints.Min;
import java.util.List;

/** Scores. */
public record Scores(List<@Min(0) Integer> values) {}
