// MANDATORY_WARNING at Visitor visitor,: The Javadoc of component "name" of Visitor is not used: it is in another file than T082, and class files keep none, so the description would come and go. Describe it in @Param. [adze:T082]
// MANDATORY_WARNING at Seat seat): The Javadoc of the constants of Seat is not used: it is in another file than T082, and class files keep none, so the description would come and go. Say what they mean in @Param. [adze:T082]
import dev.adze.annotation.Param;
import dev.adze.annotation.Tool;

class T082 {
  /**
   * Takes strangers.
   *
   * @param visitor who
   * @param seat where
   */
  @Tool
  Visitor take(
      Visitor visitor,
      Seat seat) {
    return visitor;
  }
}
