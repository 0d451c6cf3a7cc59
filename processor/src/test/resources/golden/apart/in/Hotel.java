package com.acme.hotel;

import com.acme.people.Guest;
import com.acme.people.Role;
import dev.adze.annotation.Tool;
import java.util.List;
import java.util.Optional;

/** Its types are in other files: what is known of them is what class files keep. */
public final class Hotel {
  /** Called by the tests' users. */
  public Hotel() {}

  /**
   * Books a room.
   *
   * @param guest who comes
   * @param others who else comes
   * @param role as what
   */
  @Tool
  public Guest book(Guest guest, List<Guest> others, Optional<Role> role) {
    return guest;
  }
}
