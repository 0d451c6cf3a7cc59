package dev.adze.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The reader for systems without a terminal device; {@link SystemTerminalTest} has the other. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LineReaderTest {
  private final PipedOutputStream keys = new PipedOutputStream();

  @Test
  void pollingTakesTheLineThatCameAfterTheQuestion() throws Exception {
    PipedInputStream in = new PipedInputStream(keys);
    type("typed before\n");
    assertThat(
            LineReader.polling(
                in, StandardCharsets.UTF_8, () -> type("caf\u00e9 first\nthe rest\n")))
        .isEqualTo("caf\u00e9 first");
    assertThat(in.readNBytes(8)).asString(StandardCharsets.UTF_8).isEqualTo("the rest");
  }

  @Test
  void anInterruptEndsPollingAndNothingIsRead() throws Exception {
    PipedInputStream in = new PipedInputStream(keys);
    assertThatThrownBy(() ->
            LineReader.polling(
                in, StandardCharsets.UTF_8, () -> Thread.currentThread().interrupt()))
        .isInstanceOf(InterruptedException.class);
    type("next");
    assertThat(in.readNBytes(4)).asString(StandardCharsets.UTF_8).isEqualTo("next");
  }

  private void type(String text) {
    try {
      keys.write(text.getBytes(StandardCharsets.UTF_8));
      keys.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
