package acme;

import dev.adze.annotation.Tool;
import java.time.LocalDate;
import lombok.Data;
import lombok.Value;

/** Books rooms. */
public class Hotel {
  /** Who comes. */
  @Value
  public static class Guest {
    /** How to call them. */
    String name;

    Integer age;
  }

  /** Where they sleep. */
  @Data
  public static class Room {
    private String id;
    private int beds;
  }

  /**
   * When they come.
   *
   * @param first the first night
   */
  public record Stay(LocalDate first, int nights) {}

  /**
   * Books a room.
   *
   * @param guest who comes
   * @param room where
   * @param stay when
   */
  @Tool
  public Room book(Guest guest, Room room, Stay stay) {
    return room;
  }
}
