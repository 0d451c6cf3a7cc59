package dev.adze.agent;

import java.io.IOException;
import java.nio.file.Path;

/** Opens a session, if it is let. */
final class OpeningProgram {
  static final int REFUSED = 3;

  private OpeningProgram() {}

  public static void main(String[] arguments) throws IOException {
    try {
      Session.open(Path.of(arguments[0])).close();
    } catch (IllegalStateException refused) {
      System.exit(REFUSED);
    }
  }
}
