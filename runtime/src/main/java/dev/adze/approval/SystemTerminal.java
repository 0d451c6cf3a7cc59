package dev.adze.approval;

import java.io.Console;
import java.io.FileInputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The terminal of this process. */
final class SystemTerminal implements Terminal {
  private static final Path DEVICE = Path.of("/dev/tty");

  @Override
  public boolean interactive() {
    return console() != null;
  }

  @Override
  public void print(String text) {
    System.out.print(text);
    System.out.flush();
  }

  @Override
  public @Nullable String readLine(Runnable ready) throws IOException, InterruptedException {
    Console console = console();
    Charset charset = console == null ? Charset.defaultCharset() : console.charset();
    if (!Files.isReadable(DEVICE)) {
      return LineReader.polling(System.in, charset, ready);
    }
    // Not System.in: a read from it cannot be ended, and would eat the line after the question.
    try (FileInputStream device = new FileInputStream(DEVICE.toFile())) {
      return LineReader.blocking(device, charset, ready);
    }
  }

  /** The console, if it is a terminal. */
  @SuppressWarnings("SystemConsoleNull") // Only from JDK 22 on is there always a console.
  private static @Nullable Console console() {
    Console console = System.console();
    return console != null && isTerminal(console) ? console : null;
  }

  /**
   * Up to JDK 21 there is a console only where there is a terminal. From JDK 22 on there may be one
   * without, and {@code Console.isTerminal}, which the class files of JDK 17 do not have, tells.
   */
  private static boolean isTerminal(Console console) {
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (IllegalAccessException | InvocationTargetException e) {
      return false;
    }
  }
}
