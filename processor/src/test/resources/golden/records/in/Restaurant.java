package com.acme;

import dev.adze.annotation.Name;
import dev.adze.annotation.Param;
import dev.adze.annotation.Tool;
import java.util.List;
import java.util.Optional;

/** Books tables. */
public class Restaurant {
  /** A part of the restaurant. */
  public enum Area {
    /** Under the roof. */
    INDOORS,
    /** On the terrace. */
    @Name("out-of-doors")
    OUTDOORS,
    BAR
  }

  /**
   * Somebody who eats here.
   *
   * @param name the full name
   * @param phone where to call
   */
  public record Guest(
      String name, @Name("phone_number") Optional<String> phone, @Param("Allergies.") List<String> allergies) {}

  /**
   * A visit.
   *
   * @param guest who comes
   * @param area where to sit
   */
  public record Visit(
      Guest guest,
      @Param(defaultValue = "out-of-doors") Area area,
      @Param(defaultValue = "{\"name\": \"nobody\", \"allergies\": []}") Guest other,
      Optional<Area> second,
      Nothing nothing) {}

  /** Holds nothing. */
  public record Nothing() {}

  /** What is only returned. */
  public record Booking(long number, List<Visit> visits, boolean paid) {}

  /**
   * Books a visit.
   *
   * @param visit the visit
   * @param others who else comes
   * @param host who pays
   */
  @Tool
  public Booking book(Visit visit, List<Guest> others, Optional<Guest> host) {
    return new Booking(1, List.of(visit), false);
  }

  /** Says where one sits best. */
  @Tool
  public Area best(@Name("party_size") @Param("How many come.") int guests) {
    return Area.BAR;
  }
}
