package dev.adze.contract;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/**
 * The contracts of the tools in one folder of classes or one jar: what the processor wrote to
 * {@code META-INF/adze}, read without loading the tools. One line makes a test of it that fails
 * when a change of a tool would let down those who rely on it:
 *
 * <pre>{@code
 * @Test
 * void toolsKeepTheirContracts() {
 *   Contracts.of(Restaurant.class).assertKept(Path.of("src/test/contracts"));
 * }
 * }</pre>
 *
 * <p>Immutable.
 */
public final class Contracts {
  private final Path place;
  private final NavigableMap<String, OwnerContract> owners;

  private Contracts(Path place, NavigableMap<String, OwnerContract> owners) {
    this.place = place;
    this.owners = owners;
  }

  /**
   * {@return the contracts of all tools that were built together with a class}
   *
   * @param member any class of the build, an owner of tools or not
   * @throws IllegalArgumentException if it does not come from a folder or a jar, or what is there
   *     is no contract
   * @throws UncheckedIOException if what is there cannot be read
   */
  public static Contracts of(Class<?> member) {
    Path place = place(member);
    try {
      return new Contracts(place, ContractFiles.onClassPath(List.of(place)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path place(Class<?> member) {
    @Nullable CodeSource source = member.getProtectionDomain().getCodeSource();
    try {
      if (source != null && source.getLocation() != null) {
        return Path.of(source.getLocation().toURI());
      }
    } catch (URISyntaxException | IllegalArgumentException e) {
      throw new IllegalArgumentException(nowhere(member), e);
    }
    throw new IllegalArgumentException(nowhere(member));
  }

  private static String nowhere(Class<?> member) {
    return "Contracts are read from a folder of classes or a jar, but "
        + member.getName()
        + " comes from neither. Name a class of your own build.";
  }

  /**
   * Holds these contracts against those that were accepted. What changed without breaking anything
   * is logged, at level INFO.
   *
   * @param folder where accepted contracts are kept, such as {@code src/test/contracts}, which is
   *     under version control
   * @throws AssertionError if a change breaks a contract, or a class with tools has none there; it
   *     names each difference with a JSON Pointer, and the command that accepts them
   * @throws IllegalArgumentException if a file there is no contract
   * @throws UncheckedIOException if the folder cannot be read
   */
  public void assertKept(Path folder) {
    Verdict verdict;
    try {
      verdict = Verdict.of(ContractFiles.inFolder(folder), owners);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!verdict.isKept()) {
      throw new AssertionError(
          "Tools must keep the contracts in "
              + folder
              + ", but not all do:\n"
              + verdict.text()
              + "If that is meant, accept the new contracts and commit them:\n"
              + acceptCommand(folder));
    }
    if (!verdict.text().isEmpty()) {
      System.getLogger(Contracts.class.getName())
          .log(System.Logger.Level.INFO, () -> "Contracts in " + folder + ":\n" + verdict.text());
    }
  }

  /** A command that a person can paste into a shell, whatever the build tool. */
  private String acceptCommand(Path folder) {
    String classPath =
        Stream.of(Contracts.class, JsonParser.class)
            .map(type -> place(type).toString())
            .collect(Collectors.joining(File.pathSeparator));
    List<String> words =
        new ArrayList<>(List.of("java", "-cp", classPath, ContractCommand.class.getName()));
    words.addAll(List.of("accept", folder.toAbsolutePath().toString(), place.toString()));
    return words.stream()
        .map(word -> word.contains(" ") ? "\"" + word + "\"" : word)
        .collect(Collectors.joining(" "));
  }
}
