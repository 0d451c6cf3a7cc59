package hello;

import dev.adze.annotation.Tool;

/** Greets people. */
final class Greeter {
  enum Tone {
    WARM,
    FORMAL
  }

  /**
   * Greets one person.
   *
   * @param name the person's first name
   * @param tone how to greet
   */
  @Tool(readOnly = true)
  String greet(String name, Tone tone) {
    return (tone == Tone.WARM ? "Hi " : "Good day, ") + name + "!";
  }
}
