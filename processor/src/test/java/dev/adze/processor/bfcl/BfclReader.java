package dev.adze.processor.bfcl;

import dev.adze.processor.bfcl.BfclDefinition.InvalidCall;
import dev.adze.processor.bfcl.BfclDefinition.ValidCall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads definitions: below {@code java}, a class and a JSON file of the same name for each. */
final class BfclReader {
  private static final String SOURCE = ".java";
  private static final String FACTS = ".json";
  private static final Pattern PLACEHOLDER = Pattern.compile("(?m)^import PKG\\.");

  /** The definitions call the description so; here it is what is given without a name. */
  private static final Pattern DESCRIPTION =
      Pattern.compile(
          "(@Tool\\s*\\((?:\\s*name\\s*=\\s*\"(?:[^\"\\\\]|\\\\.)*\"\\s*,)?\\s*)"
              + "description(\\s*=)");

  /** Numbers stay as they are written, so that the calls do, too. */
  private final JsonMapper json =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private final Path folder;

  private BfclReader(Path folder) {
    this.folder = folder;
  }

  /**
   * Opens the definitions.
   *
   * @param from what a relative path is relative to
   * @param folder where they are; absolute or relative
   * @throws IllegalStateException if there is no such folder
   */
  static BfclReader open(String from, String folder) {
    Path path = Path.of(from).resolve(folder).toAbsolutePath().normalize();
    if (folder.isBlank() || !Files.isDirectory(path.resolve("java"))) {
      throw new IllegalStateException(
          (folder.isBlank()
                  ? "The folder of the definitions is not given."
                  : "There is no folder of definitions with a folder \"java\" in it: " + path + ".")
              + " Say where it is, as seen from where you type: "
              + "./mvnw -q -Pbfcl verify -Dbfcl=<folder>");
    }
    return new BfclReader(path.resolve("java"));
  }

  /** Every definition, sorted by path. */
  List<BfclDefinition> definitions() {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths
          .map(Path::toString)
          .filter(path -> path.endsWith(SOURCE) || path.endsWith(FACTS))
          .map(path -> path.substring(0, path.lastIndexOf('.')))
          .distinct()
          .sorted()
          .map(this::definition)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list the definitions in " + folder, e);
    }
  }

  private BfclDefinition definition(String path) {
    JsonNode facts = json.readTree(Path.of(path + FACTS));
    return new BfclDefinition(
        Path.of(path).getFileName().toString(),
        adapted(read(Path.of(path + SOURCE))),
        facts.required("tool_name").asString(),
        facts.required("description").asString(),
        facts.required("expected_schema"),
        facts.required("valid_calls").valueStream().map(BfclReader::validCall).toList(),
        facts.required("invalid_calls").valueStream().map(BfclReader::invalidCall).toList());
  }

  private static ValidCall validCall(JsonNode call) {
    return new ValidCall(
        call.required("args").toString(), call.required("expected_echo").asString());
  }

  private static InvalidCall invalidCall(JsonNode call) {
    return new InvalidCall(
        call.required("args").toString(),
        call.required("mutation").asString(),
        call.required("policy").asString());
  }

  /** The source with the annotations of this project. */
  private static String adapted(String source) {
    String imported = PLACEHOLDER.matcher(source).replaceAll("import dev.adze.annotation.");
    return DESCRIPTION.matcher(imported).replaceAll("$1value$2");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }
}
