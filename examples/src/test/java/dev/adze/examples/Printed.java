package dev.adze.examples;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What an example has printed, with line feeds alone and without the time that a run took. */
final class Printed {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  PrintStream stream() {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  Screen screen() {
    return new Screen(stream(), false);
  }

  String text() {
    return plain(bytes.toByteArray());
  }

  static String plain(byte[] printed) {
    return new String(printed, StandardCharsets.UTF_8)
        .replace(System.lineSeparator(), "\n")
        .replaceAll(", \\d+\\.\\d s\n", "\n");
  }
}
