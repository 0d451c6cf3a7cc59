package dev.adze.recordings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads recordings: one JSON file for each exchange, in a folder named for its provider. */
final class RecordedReader {
  private final JsonMapper json = JsonMapper.shared();
  private final Path folder;

  /**
   * Opens the recordings.
   *
   * @param folder where they are, absolute
   * @throws IllegalStateException if there is no such folder
   */
  RecordedReader(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new IllegalStateException(
          "There are no recordings at "
              + folder
              + ". Say where they are, as seen from the folder you type in: "
              + "./mvnw -Precordings verify -Drecordings=<folder>");
    }
    this.folder = folder;
  }

  /** Every conversation with a provider, sorted by name. */
  List<RecordedConversation> conversations(String provider) {
    Map<String, List<RecordedExchange>> byName =
        files(provider).stream()
            .map(this::exchange)
            .sorted(Comparator.comparingInt(RecordedExchange::index))
            .collect(
                Collectors.groupingBy(
                    RecordedExchange::conversation, TreeMap::new, Collectors.toList()));
    return byName.entrySet().stream()
        .map(entry -> new RecordedConversation(entry.getKey(), entry.getValue()))
        .toList();
  }

  private List<Path> files(String provider) {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths
          .filter(path -> path.getFileName().toString().endsWith(".json"))
          .filter(path -> path.getParent().getFileName().toString().equals(provider))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list the recordings in " + folder, e);
    }
  }

  private RecordedExchange exchange(Path file) {
    JsonNode exchange = json.readTree(file);
    JsonNode request = exchange.path("request");
    JsonNode response = exchange.path("response");
    Set<String> tags =
        exchange.path("tags").valueStream().map(JsonNode::asString).collect(Collectors.toSet());
    return new RecordedExchange(
        exchange.path("id").asString(),
        exchange.path("conversation").asString(),
        exchange.path("index").asInt(),
        tags,
        request.path("path").asString(),
        request.path("body"),
        response.path("status").asInt(),
        response.path("content_type").asString(""),
        response.path("body").asString());
  }
}
