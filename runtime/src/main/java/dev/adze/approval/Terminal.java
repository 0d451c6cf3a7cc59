package dev.adze.approval;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The way to a person at a terminal. */
interface Terminal {
  /** Whether a person can both read what is printed and answer it. */
  boolean interactive();

  /** Shows text as it stands, at once. */
  void print(String text);

  /**
   * Throws away the lines that were typed up to now and then reads one.
   *
   * @param ready runs once the old lines are gone: whatever is typed after it is an answer
   * @return the line without its end, or null if the input ended before the line did
   * @throws InterruptedException if this thread is interrupted; nothing reads from the terminal
   *     then
   */
  @Nullable String readLine(Runnable ready) throws IOException, InterruptedException;
}
