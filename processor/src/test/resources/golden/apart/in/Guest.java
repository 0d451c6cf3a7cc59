package com.acme.people;

import dev.adze.annotation.Name;
import dev.adze.annotation.Param;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;

/** A guest: not a description, because class files do not keep it. */
public record Guest(
    @Param("The full name.") @NotBlank @Size(max = 80) String name,
    @Name("phone_number") @Param("Where to call.") Optional<String> phone,
    @Param(value = "What they are.", defaultValue = "[\"sleeper\"]") List<Role> roles,
    @Param(value = "Luggage.", defaultValue = "{\"pieces\": 1}") Luggage luggage) {
  /** What they carry. */
  public record Luggage(@Param("How many pieces.") @Max(5) @PositiveOrZero byte pieces) {}
}
