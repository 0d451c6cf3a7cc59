package dev.adze.contract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where contracts are: in the output of builds, and in the folder where accepted ones are kept. */
final class ContractFiles {
  private static final String FOLDER = "META-INF/adze";
  private static final String SUFFIX = ".json";

  private ContractFiles() {}

  /**
   * The contracts on a class path. Of two with one name the first counts, as for classes.
   *
   * @param places folders of classes, and jars; others, such as native libraries, have none
   */
  static NavigableMap<String, OwnerContract> onClassPath(List<Path> places) throws IOException {
    NavigableMap<String, OwnerContract> found = new TreeMap<>();
    for (Path place : places) {
      if (Files.isDirectory(place)) {
        inFolder(place.resolve(FOLDER)).forEach(found::putIfAbsent);
      } else if (Files.exists(place)) {
        try (FileSystem jar = FileSystems.newFileSystem(place, Map.of())) {
          inFolder(jar.getPath(FOLDER)).forEach(found::putIfAbsent);
        }
      }
    }
    return found;
  }

  /**
   * The contracts in a folder by the names of their owners; none if there is no such folder.
   *
   * @throws IllegalArgumentException if a file is no contract, or two are contracts of one owner
   */
  static NavigableMap<String, OwnerContract> inFolder(Path folder) throws IOException {
    NavigableMap<String, OwnerContract> found = new TreeMap<>();
    Map<String, Path> origins = new HashMap<>();
    if (Files.isDirectory(folder)) {
      for (Path file : files(folder)) {
        OwnerContract contract = read(file);
        found.put(contract.owner(), contract);
        @Nullable Path other = origins.put(contract.owner(), file);
        if (other != null) {
          throw new IllegalArgumentException(
              "A class has one contract, but %s and %s are both that of %s. Take one of them away."
                  .formatted(other, file, contract.owner()));
        }
      }
    }
    return found;
  }

  /** Makes a folder hold these contracts and no others. What is no contract stays as it is. */
  static void keep(Path folder, Collection<OwnerContract> contracts) throws IOException {
    Files.createDirectories(folder);
    for (Path file : files(folder)) {
      if (isContract(file)) {
        Files.delete(file);
      }
    }
    for (OwnerContract contract : contracts) {
      Files.writeString(folder.resolve(contract.owner() + SUFFIX), contract.text());
    }
  }

  private static boolean isContract(Path file) throws IOException {
    try {
      read(file);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static OwnerContract read(Path file) throws IOException {
    // Bytes that are no UTF-8 become signs that no contract has; an exception would not name them.
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    return OwnerContract.parse(file.toString(), text);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
    }
  }
}
