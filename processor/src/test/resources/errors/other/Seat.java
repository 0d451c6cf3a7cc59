/** An enum in another file than its owner. */
enum Seat {
  /** By the window. */
  WINDOW
}
