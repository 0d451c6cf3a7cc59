// OPTION -Aadze.providers=gemini
// ERROR at name = "2nd": Tool name "2nd" must begin with a letter or _ for Gemini, go on with letters, digits and _, and have at most 64 characters. Name it so. [adze:T004]
// MANDATORY_WARNING at "noooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooo": Tool name "noooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooo" must begin with a letter or _ for Gemini, go on with letters, digits and _, and have at most 64 characters. Name it so. [adze:T004]
// MANDATORY_WARNING at @Name("party-size"): Parameter name "party-size" must begin with a letter or _ for Gemini, go on with letters, digits and _, and have at most 64 characters. Name it so. [adze:T004]
import dev.adze.annotation.Name;
import dev.adze.annotation.Tool;

class T004 {
  /** Fine. */
  @Tool(
      name = "2nd")
  void second() {}

  /** Fine. */
  @Tool(
      name =
          "noooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooo")
  void lengthy() {}

  /**
   * Fine.
   *
   * @param guests how many
   * @param rest how many more
   */
  @Tool(name = "a.b:c")
  void name(
      @Name("party-size") int guests,
      @SuppressWarnings("adze:T004") @Name("2") int rest) {}
}
