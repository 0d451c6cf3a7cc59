package dev.adze.agent;

import dev.adze.internal.HeldFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;

/**
 * States in a folder of files: a line with the revision, and the text to the letter.
 *
 * <p>Files are replaced whole, so reading needs no lock. Whoever changes the state of a run holds
 * one of a few files that nobody ever deletes, chosen by the run's id: a file for each run could
 * not be deleted while others wait for it.
 */
final class FolderStateStore implements StateStore {
  private static final int LOCKS = 64;
  private static final int MAX_NAME = 200;

  private final Path folder;

  FolderStateStore(Path folder) {
    this.folder = Objects.requireNonNull(folder, "folder");
  }

  @Override
  public Optional<Entry> load(String runId) throws IOException {
    Path file = file(runId, "json");
    String content;
    try {
      content = Files.readString(file);
    } catch (NoSuchFileException none) {
      return Optional.empty();
    }
    int end = content.indexOf('\n');
    try {
      return Optional.of(
          new Entry(
              Long.parseLong(content.substring(0, Math.max(0, end))), content.substring(end + 1)));
    } catch (IllegalArgumentException unreadable) {
      throw new IOException(
          "A file of a state store begins with the state's revision, but "
              + file
              + " does not. Restore or remove it.",
          unreadable);
    }
  }

  @Override
  public boolean replace(String runId, long expected, Entry next) throws IOException {
    Objects.requireNonNull(next, "next");
    Files.createDirectories(folder);
    HeldFile lock = lock(runId);
    try {
      boolean same = revision(runId) == expected;
      if (same) {
        write(runId, next);
      }
      return same;
    } finally {
      lock.close();
    }
  }

  @Override
  public boolean remove(String runId, long expected) throws IOException {
    Files.createDirectories(folder);
    HeldFile lock = lock(runId);
    try {
      boolean same = revision(runId) == expected;
      if (same && Files.deleteIfExists(file(runId, "json"))) {
        forceFolder();
      }
      return same;
    } finally {
      lock.close();
    }
  }

  private long revision(String runId) throws IOException {
    return load(runId).map(Entry::revision).orElse(0L);
  }

  private void write(String runId, Entry entry) throws IOException {
    Path next = file(runId, "next");
    ByteBuffer bytes =
        ByteBuffer.wrap((entry.revision() + "\n" + entry.text()).getBytes(StandardCharsets.UTF_8));
    try (FileChannel out =
        FileChannel.open(
            next,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
    Files.move(next, file(runId, "json"), StandardCopyOption.ATOMIC_MOVE);
    forceFolder();
  }

  /** Has the disk know of a file's new name, where the system lets a folder be opened for that. */
  private void forceFolder() throws IOException {
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel opened = FileChannel.open(folder, StandardOpenOption.READ)) {
        opened.force(true);
      }
    }
  }

  private HeldFile lock(String runId) throws IOException {
    return HeldFile.await(folder.resolve("lock-" + Math.floorMod(runId.hashCode(), LOCKS)));
  }

  private Path file(String runId, String kind) {
    String name = "state-" + safe(runId) + "." + kind;
    if (runId.isEmpty() || name.length() > MAX_NAME) {
      throw new IllegalArgumentException(
          "The id of a run has to fit into a file name. This one is empty or too long: \""
              + runId
              + "\".");
    }
    return folder.resolve(name);
  }

  /** Whatever a file system could take for something else, or for the same, is spelled out. */
  private static String safe(String runId) {
    StringBuilder safe = new StringBuilder(runId.length());
    for (byte octet : runId.getBytes(StandardCharsets.UTF_8)) {
      boolean plain =
          (octet >= 'a' && octet <= 'z')
              || (octet >= '0' && octet <= '9')
              || octet == '_'
              || octet == '-';
      if (plain) {
        safe.append((char) octet);
      } else {
        safe.append(String.format("%%%02x", octet));
      }
    }
    return safe.toString();
  }
}
