package dev.adze.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A file that one holder at a time has open, among all threads of all processes that ask for it in
 * this way. The system lets go of it when the process ends, however it ends.
 */
public final class HeldFile implements AutoCloseable {
  // Locks of files are the process's: one thread does not lock out another with them, and closing
  // any channel of a file lets go of all locks on it. So what the process holds is noted here, and
  // a file that it holds is not opened again.
  private static final ReentrantLock LOCK = new ReentrantLock();
  private static final Condition LET_GO = LOCK.newCondition();
  private static final Set<Path> HELD = new HashSet<>();

  private final Path path;
  private final FileChannel channel;

  private HeldFile(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /** Opens a file as soon as nobody else holds it; makes an empty one if there is none. */
  public static HeldFile await(Path file) throws IOException {
    Path real = Objects.requireNonNull(reserve(file, true), "waited for");
    return Objects.requireNonNull(open(real, true), "waited for");
  }

  /** Opens a file, unless somebody else holds it; makes an empty one if there is none. */
  public static @Nullable HeldFile tryOpen(Path file) throws IOException {
    Path real = reserve(file, false);
    return real == null ? null : open(real, false);
  }

  private static @Nullable Path reserve(Path file, boolean waiting) throws IOException {
    LOCK.lock();
    try {
      if (Files.notExists(file)) {
        createUnlessThere(file);
      }
      Path real = file.toRealPath();
      while (HELD.contains(real)) {
        if (!waiting) {
          return null;
        }
        LET_GO.awaitUninterruptibly();
      }
      HELD.add(real);
      return real;
    } finally {
      LOCK.unlock();
    }
  }

  private static void createUnlessThere(Path file) throws IOException {
    try {
      Files.createFile(file);
    } catch (FileAlreadyExistsException byAnotherProcess) {
      // Then it is there.
    }
  }

  private static @Nullable HeldFile open(Path real, boolean waiting) throws IOException {
    FileChannel channel = null;
    try {
      channel = FileChannel.open(real, StandardOpenOption.READ, StandardOpenOption.WRITE);
      FileLock lock = waiting ? channel.lock() : channel.tryLock();
      if (lock != null) {
        return new HeldFile(real, channel);
      }
    } catch (IOException | RuntimeException failed) {
      letGo(real, channel);
      throw failed;
    }
    letGo(real, channel);
    return null;
  }

  /** The open file. */
  public FileChannel channel() {
    return channel;
  }

  /** Closes the file and lets others have it; without effect when it is closed. */
  @Override
  public void close() throws IOException {
    if (channel.isOpen()) {
      letGo(path, channel);
    }
  }

  private static void letGo(Path real, @Nullable FileChannel channel) throws IOException {
    try {
      if (channel != null) {
        channel.close();
      }
    } finally {
      LOCK.lock();
      try {
        HELD.remove(real);
        LET_GO.signalAll();
      } finally {
        LOCK.unlock();
      }
    }
  }
}
