package dev.adze.examples;

// region restaurant
import dev.adze.annotation.RequiresApproval;
import dev.adze.annotation.Tool;
import java.time.DayOfWeek;
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
  List<Table> findTables(int guests, DayOfWeek day) {
    return List.of(new Table("window-" + day.getValue(), guests));
  }

  /**
   * Books one table.
   *
   * @param tableId as findTables gave it
   * @param day the day of the visit
   */
  @Tool
  @RequiresApproval("spends the guest's deposit")
  String book(String tableId, DayOfWeek day) {
    return "Booked " + tableId + " on " + day + ".";
  }
}
// endregion
