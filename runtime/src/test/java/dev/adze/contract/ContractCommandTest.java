package dev.adze.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command over real folders and jars, and the one-line test over a real class. */
class ContractCommandTest {
  private static final String CONTRACT =
      """
      {
        "format": 1,
        "owner": "%s",
        "tools": [
          {
            "name": "pay",
            "inputSchema": {
              "type": "object",
              "properties": {
                "cents": {
                  "type": "integer",
                  "maximum": %d
                }
              },
              "required": [
                "cents"
              ]
            }
          }
        ]
      }
      """;

  @TempDir Path folder;
  private Path kept;
  private Path classes;

  @BeforeEach
  void folders() throws IOException {
    kept = folder.resolve("kept");
    classes = Files.createDirectories(folder.resolve("classes"));
    write(classes, "com.acme.Bank", 100);
  }

  private static void write(Path root, String owner, int maximum) throws IOException {
    Path contracts = Files.createDirectories(root.resolve("META-INF/adze"));
    Files.writeString(contracts.resolve(owner + ".json"), CONTRACT.formatted(owner, maximum));
  }

  private record Ended(int code, String out, String err) {}

  private static Ended run(Object... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    String[] words = List.of(arguments).stream().map(Object::toString).toArray(String[]::new);
    int code = ContractCommand.run(new PrintStream(out), new PrintStream(err), words);
    return new Ended(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void whatIsAcceptedIsKept() throws IOException {
    assertThat(run("accept", kept, classes))
        .isEqualTo(new Ended(0, "1 contracts with 1 tools: accepted into " + kept + ".\n", ""));
    assertThat(kept.resolve("com.acme.Bank.json"))
        .hasSameTextualContentAs(classes.resolve("META-INF/adze/com.acme.Bank.json"));

    assertThat(run("check", kept, classes))
        .isEqualTo(new Ended(0, "1 contracts with 1 tools: kept.\n", ""));
  }

  @Test
  void aBreakFailsAndIsNamed() throws IOException {
    run("accept", kept, classes);
    write(classes, "com.acme.Bank", 50);

    assertThat(run("check", kept, classes))
        .isEqualTo(
            new Ended(
                1,
                "breaking: com.acme.Bank \"pay\" /inputSchema/properties/cents/maximum: was 100,"
                    + " is 50\n1 contracts with 1 tools: not all kept.\n",
                ""));
  }

  @Test
  void aCompatibleChangeIsNamedAndPasses() throws IOException {
    run("accept", kept, classes);
    write(classes, "com.acme.Bank", 200);

    Ended ended = run("check", kept, classes);

    assertThat(ended.code()).isZero();
    assertThat(ended.out())
        .startsWith("compatible: com.acme.Bank \"pay\" /inputSchema/properties/cents/maximum: ");
  }

  @Test
  void aMissingFileFails() throws IOException {
    run("accept", kept, classes);
    write(classes, "com.acme.Shop", 1);

    assertThat(run("check", kept, classes))
        .isEqualTo(
            new Ended(
                1,
                "missing: no contract of com.acme.Shop is kept\n"
                    + "2 contracts with 2 tools: not all kept.\n",
                ""));
    assertThat(run("check", folder.resolve("nowhere"), classes).code()).isEqualTo(1);
  }

  @Test
  void anOwnerThatIsGoneFailsUntilThatIsAccepted() throws IOException {
    write(classes, "com.acme.Shop", 1);
    run("accept", kept, classes);
    Files.writeString(kept.resolve("other.json"), "[]x");
    Files.delete(classes.resolve("META-INF/adze/com.acme.Shop.json"));
    Files.delete(kept.resolve("other.json"));

    assertThat(run("check", kept, classes).out())
        .startsWith("breaking: com.acme.Shop: removed, and with it \"pay\".\n");

    run("accept", kept, classes);
    assertThat(run("check", kept, classes).code()).isZero();
    assertThat(kept.resolve("com.acme.Shop.json")).doesNotExist();
  }

  @Test
  void acceptLeavesAloneWhatIsNoContract() throws IOException {
    Files.createDirectories(kept);
    Files.writeString(kept.resolve("package.json"), "{\"name\":\"x\"}");

    run("accept", kept, classes);

    assertThat(kept.resolve("package.json")).hasContent("{\"name\":\"x\"}");
    assertThat(run("check", kept, classes).err())
        .contains("package.json is not: its format is absent")
        .contains("take the file away");
  }

  @Test
  void acceptLosesNoContractToAFileThatIsNoText() throws IOException {
    run("accept", kept, classes);
    byte[] noText = {(byte) 0xff, (byte) 0xfe, '{'};
    Files.write(kept.resolve("zebra.json"), noText);

    assertThat(run("accept", kept, classes).code()).isZero();

    assertThat(kept.resolve("com.acme.Bank.json")).exists();
    assertThat(kept.resolve("zebra.json")).hasBinaryContent(noText);
    assertThat(run("check", kept, classes).err()).contains("zebra.json is not: ");
  }

  @Test
  void twoContractsOfOneClassAreBothNamed() throws IOException {
    run("accept", kept, classes);
    Path copy = kept.resolve("com.acme.Bank (1).json");
    Files.copy(kept.resolve("com.acme.Bank.json"), copy);

    assertThat(run("check", kept, classes).err())
        .contains(copy + " and " + kept.resolve("com.acme.Bank.json"))
        .contains("are both that of com.acme.Bank. Take one of them away.");
    assertThat(run("accept", kept, classes).code()).isZero();
    assertThat(run("check", kept, classes).code()).isZero();
  }

  @Test
  void acceptWritesNowhereElse() throws IOException {
    Path contracts = classes.resolve("META-INF/adze");
    Files.writeString(contracts.resolve("x.json"), CONTRACT.formatted("../outside", 1));

    assertThat(run("accept", kept, classes).err()).contains("its owner is no class: ../outside");
    assertThat(folder.resolve("outside.json")).doesNotExist();
  }

  @Test
  void comparesTwoJars() throws IOException {
    Path older = jar("older.jar", 100);
    Path newer = jar("newer.jar", 50);

    assertThat(run("diff", older, newer))
        .isEqualTo(
            new Ended(
                1,
                "breaking: com.acme.Bank \"pay\" /inputSchema/properties/cents/maximum: was 100,"
                    + " is 50\n1 changes, 1 breaking.\n",
                ""));
    assertThat(run("diff", newer, older).code()).isZero();
    assertThat(run("diff", older, older).out()).isEqualTo("0 changes, 0 breaking.\n");
  }

  private Path jar(String name, int maximum) throws IOException {
    Path jar = folder.resolve(name);
    try (FileSystem files = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
      write(files.getPath("/"), "com.acme.Bank", maximum);
    }
    return jar;
  }

  @Test
  void printsTheContractsOfAWholeClassPath() throws IOException {
    Path jar = jar("library.jar", 7);

    Ended ended = run("print", classes + File.pathSeparator + jar);

    assertThat(ended)
        .as("The first of two with one name counts, as for classes")
        .isEqualTo(new Ended(0, CONTRACT.formatted("com.acme.Bank", 100), ""));
  }

  @Test
  void saysHowItIsUsedAndWhatIsNotThere() {
    assertThat(run()).extracting(Ended::code).isEqualTo(2);
    assertThat(run("chek", kept, classes).err()).startsWith("Usage:");
    assertThat(run("print", folder.resolve("none.jar")))
        .isEqualTo(
            new Ended(
                2,
                "",
                "A class path must name folders of classes and jars, but there is no "
                    + folder.resolve("none.jar")
                    + ".\n"));
  }

  @Test
  void aContractOfALaterFormatIsRefused() throws IOException {
    Path file = classes.resolve("META-INF/adze/com.acme.Bank.json");
    Files.writeString(file, Files.readString(file).replace("\"format\": 1", "\"format\": 2"));

    assertThat(run("print", classes).err())
        .contains("com.acme.Bank.json is not: its format is 2")
        .contains("reads format 1");
  }

  @Test
  void theTestNamesEveryBreakAndACommandThatAcceptsIt() throws Exception {
    Path own =
        Path.of(
            ContractCommandTest.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path stray = own.resolve("META-INF/adze/com.acme.Bank.json");
    write(own, "com.acme.Bank", 50);
    try {
      Contracts contracts = Contracts.of(ContractCommandTest.class);
      run("accept", kept, classes);

      assertThatThrownBy(() -> contracts.assertKept(kept))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("cents/maximum: was 100, is 50\n");
      assertThatThrownBy(() -> contracts.assertKept(folder.resolve("none")))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("missing: no contract of com.acme.Bank is kept\n")
          .satisfies(error -> runInAShell(error.getMessage()));
      contracts.assertKept(folder.resolve("none"));
    } finally {
      Files.delete(stray);
    }
  }

  /** The last line of a message, in a JVM of its own. */
  private void runInAShell(String message) throws Exception {
    String command = message.substring(message.lastIndexOf("\njava ") + 6);
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder("sh", "-c", java + " " + command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("printed.txt").toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(Files.readString(folder.resolve("printed.txt"))).contains(" accepted into ");
  }

  @Test
  void aClassOfTheJdkHasNoContracts() {
    assertThatThrownBy(() -> Contracts.of(String.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Contracts are read from a folder of classes or a jar, but java.lang.String comes from"
                + " neither. Name a class of your own build.");
  }
}
