package dev.adze.approval;

import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/** Reads one line from a terminal so that an interrupt ends the read. */
final class LineReader {
  private static final int POLL_MILLIS = 20;

  private LineReader() {}

  /**
   * Reads through a channel, which sees the end of the input and closes itself when its thread is
   * interrupted.
   */
  static @Nullable String blocking(FileInputStream device, Charset charset, Runnable ready)
      throws IOException, InterruptedException {
    discardTyped(device);
    ready.run();
    // A thread of its own, because the interrupt of a virtual thread does not end a file's read.
    FutureTask<@Nullable String> line = new FutureTask<>(() -> line(device.getChannel(), charset));
    Thread reader = new Thread(line, "adze-console");
    reader.setDaemon(true);
    reader.start();
    try {
      return line.get();
    } catch (ExecutionException e) {
      throw new IOException(String.valueOf(e.getCause()), e);
    } finally {
      reader.interrupt();
      joinUninterrupted(reader);
    }
  }

  /**
   * Reads by looking whether something is there: for systems on which nothing else can be
   * interrupted. The end of the input looks like nothing being there.
   */
  static @Nullable String polling(InputStream in, Charset charset, Runnable ready)
      throws IOException, InterruptedException {
    discardTyped(in);
    ready.run();
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (true) {
      while (in.available() == 0) {
        Thread.sleep(POLL_MILLIS);
      }
      int next = in.read();
      if (next < 0) {
        return null;
      }
      if (next == '\n') {
        return line.toString(charset);
      }
      line.write(next);
    }
  }

  private static void discardTyped(InputStream in) throws IOException {
    for (int typed; (typed = in.available()) > 0; ) {
      if (in.read(new byte[typed]) < 0) {
        return;
      }
    }
  }

  private static @Nullable String line(FileChannel channel, Charset charset) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    ByteBuffer buffer = ByteBuffer.allocate(1);
    while (channel.read(buffer.clear()) > 0) {
      byte next = buffer.get(0);
      if (next == '\n') {
        return line.toString(charset);
      }
      line.write(next);
    }
    return null;
  }

  private static void joinUninterrupted(Thread reader) {
    boolean interrupted = false;
    while (reader.isAlive()) {
      try {
        reader.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
