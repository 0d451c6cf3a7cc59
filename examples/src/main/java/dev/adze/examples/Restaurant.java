package dev.adze.examples;

import dev.adze.annotation.RequiresApproval;
import dev.adze.annotation.Tool;
import java.time.LocalDate;
import java.util.List;

/** Books tables. */
final class Restaurant {
  record Table(String id, int seats) {}

  /**
   * Finds free tables.
   *
   * @param guests how many people will come
   * @param day the day of the visit
   */
  @Tool(readOnly = true)
  List<Table> findTables(int guests, LocalDate day) {
    return List.of(new Table("window-" + day.getDayOfMonth(), guests));
  }

  /** Books one table. */
  @Tool
  @RequiresApproval("spends the guest's deposit")
  String book(String tableId, LocalDate day) {
    return "Booked " + tableId + " for " + day + ".";
  }
}
