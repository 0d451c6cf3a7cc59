package dev.adze.recordings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads recordings: one JSON file for each exchange, in a folder named for its provider. */
final class RecordedReader {
  private final JsonMapper json = JsonMapper.shared();
  private final Path folder;

  private RecordedReader(Path folder) {
    this.folder = folder;
  }

  /**
   * Opens the recordings.
   *
   * @param from what a relative path is relative to
   * @param folder where they are; absolute or relative
   * @throws IllegalStateException if there is no such folder
   */
  static RecordedReader open(String from, String folder) {
    Path path = Path.of(from).resolve(folder).toAbsolutePath().normalize();
    if (folder.isBlank() || !Files.isDirectory(path)) {
      throw new IllegalStateException(
          (folder.isBlank()
                  ? "The folder of the recordings is not given."
                  : "The folder of the recordings does not exist: " + path + ".")
              + " Say where it is, as seen from where you type: "
              + "./mvnw -q -Precordings verify -Drecordings=<folder>");
    }
    return new RecordedReader(path);
  }

  /** Every exchange, sorted by its file's name. */
  List<RecordedExchange> exchanges() {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths
          .filter(path -> path.getFileName().toString().endsWith(".json"))
          .sorted()
          .flatMap(path -> exchange(path).stream())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list the recordings in " + folder, e);
    }
  }

  /** The exchange in a file; empty for JSON that is none. */
  private Optional<RecordedExchange> exchange(Path file) {
    JsonNode exchange = json.readTree(file);
    if (!exchange.path("id").isString() || !exchange.path("response").has("status")) {
      return Optional.empty();
    }
    JsonNode request = exchange.path("request");
    JsonNode response = exchange.path("response");
    Set<String> tags =
        exchange.path("tags").valueStream().map(JsonNode::asString).collect(Collectors.toSet());
    return Optional.of(
        new RecordedExchange(
            exchange.path("id").asString(),
            exchange.path("conversation").asString(""),
            exchange.path("index").asInt(0),
            tags,
            exchange.path("provider").asString(file.getParent().getFileName().toString()),
            exchange.path("upstream").asString(""),
            request.path("method").asString(""),
            request.path("path").asString(""),
            request.path("body"),
            response.path("status").asInt(),
            response.path("content_type").asString(""),
            response.path("body").asString("")));
  }
}
