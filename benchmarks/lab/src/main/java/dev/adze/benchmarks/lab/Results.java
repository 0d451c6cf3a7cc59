package dev.adze.benchmarks.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was measured up to a day: one file, in which each benchmark on each JDK puts its own part in
 * place of its older one. A new day's file begins with all that was measured before.
 *
 * @param date the last day
 * @param entries what was measured
 */
record Results(String date, List<Entry> entries) {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /**
   * One benchmark on one JDK.
   *
   * @param benchmark its name
   * @param date the day on which it ran
   * @param jdk what it ran on
   * @param cpu where
   * @param versions of the libraries
   * @param tables for people
   * @param figures for machines
   */
  record Entry(
      String benchmark,
      String date,
      String jdk,
      String cpu,
      Map<String, String> versions,
      List<Table> tables,
      List<Figure> figures) {
    /** The feature version of the JDK. */
    int feature() {
      String version = jdk.substring(jdk.lastIndexOf(' ') + 1);
      return Runtime.Version.parse(version).feature();
    }
  }

  /** The newest file of a folder, which is made if it is not there. */
  static Optional<Results> newest(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> files = Files.list(folder)) {
      Optional<Path> newest =
          files.filter(file -> file.toString().endsWith(".json")).max(Path::compareTo);
      return newest.isEmpty()
          ? Optional.empty()
          : Optional.of(JSON.readValue(Files.readString(newest.get()), Results.class));
    }
  }

  Results with(Entry added) {
    Map<String, Entry> all = new TreeMap<>();
    for (Entry entry : entries) {
      all.put(entry.benchmark() + entry.feature(), entry);
    }
    all.put(added.benchmark() + added.feature(), added);
    return new Results(added.date(), new ArrayList<>(all.values()));
  }

  void write(Path folder) throws IOException {
    Files.writeString(folder.resolve(date + ".json"), JSON.writeValueAsString(this) + "\n");
  }
}
