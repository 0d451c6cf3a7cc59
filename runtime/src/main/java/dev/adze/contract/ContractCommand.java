package dev.adze.contract;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;

/**
 * Checks, accepts, prints and compares contracts at a command line. It needs {@code adze-runtime}
 * and {@code jackson-core} on its class path, and loads no class of the tools.
 *
 * <pre>{@code
 * java -cp ... dev.adze.contract.ContractCommand check src/test/contracts target/classes
 * }</pre>
 */
public final class ContractCommand {
  private static final int KEPT = 0;
  private static final int BROKEN = 1;
  private static final int MISUSED = 2;
  private static final String USAGE =
      """
      Usage:
        check <folder> <class path>    holds the contracts on a class path against kept ones
        accept <folder> <class path>   keeps the contracts on a class path
        print <class path>             prints them
        diff <older> <newer>           compares those of two jars or folders of classes
      The exit code is 0, or 1 if a contract is broken or missing, or 2 if nothing could be done.
      """;

  private final PrintStream out;

  private ContractCommand(PrintStream out) {
    this.out = out;
  }

  /**
   * Runs a command and ends the JVM with its exit code.
   *
   * @param arguments {@code check}, {@code accept}, {@code print} or {@code diff}, and what it is
   *     to read
   */
  public static void main(String[] arguments) {
    int code = run(System.out, System.err, arguments);
    System.out.flush();
    System.exit(code);
  }

  /** Runs a command and answers its exit code. */
  static int run(PrintStream out, PrintStream err, String... arguments) {
    try {
      return new ContractCommand(out).run(List.of(arguments));
    } catch (IOException | IllegalArgumentException e) {
      err.println(e instanceof IOException ? "Cannot be read or written: " + e : e.getMessage());
      return MISUSED;
    }
  }

  private int run(List<String> arguments) throws IOException {
    String command = arguments.isEmpty() ? "" : arguments.get(0);
    List<String> rest = arguments.isEmpty() ? List.of() : arguments.subList(1, arguments.size());
    if (command.equals("print") && rest.size() == 1) {
      contracts(rest.get(0)).values().forEach(contract -> out.print(contract.text()));
      return KEPT;
    }
    if (command.equals("check") && rest.size() == 2) {
      return check(Path.of(rest.get(0)), contracts(rest.get(1)));
    }
    if (command.equals("accept") && rest.size() == 2) {
      return accept(Path.of(rest.get(0)), contracts(rest.get(1)).values());
    }
    if (command.equals("diff") && rest.size() == 2) {
      return diff(contracts(rest.get(0)), contracts(rest.get(1)));
    }
    throw new IllegalArgumentException(USAGE.stripTrailing());
  }

  private int check(Path folder, NavigableMap<String, OwnerContract> found) throws IOException {
    Verdict verdict = Verdict.of(ContractFiles.inFolder(folder), found);
    out.print(verdict.text());
    out.println(counted(found.values()) + (verdict.isKept() ? " kept." : " not all kept."));
    return verdict.isKept() ? KEPT : BROKEN;
  }

  private int accept(Path folder, Collection<OwnerContract> found) throws IOException {
    ContractFiles.keep(folder, found);
    out.println(counted(found) + " accepted into " + folder + ".");
    return KEPT;
  }

  private int diff(
      NavigableMap<String, OwnerContract> old, NavigableMap<String, OwnerContract> found) {
    List<Change> changes = ContractDiff.changes(old, found);
    changes.forEach(out::println);
    long breaking = changes.stream().filter(Change::breaking).count();
    out.println(changes.size() + " changes, " + breaking + " breaking.");
    return breaking == 0 ? KEPT : BROKEN;
  }

  private static String counted(Collection<OwnerContract> contracts) {
    int tools = contracts.stream().mapToInt(contract -> contract.tools().size()).sum();
    return contracts.size() + " contracts with " + tools + " tools:";
  }

  /** A class path that names nothing is a mistake in the command, not one without contracts. */
  private static NavigableMap<String, OwnerContract> contracts(String classPath)
      throws IOException {
    List<Path> places = new ArrayList<>();
    for (String place : classPath.split(File.pathSeparator, -1)) {
      if (!Files.exists(Path.of(place))) {
        throw new IllegalArgumentException(
            "A class path must name folders of classes and jars, but there is no " + place + ".");
      }
      places.add(Path.of(place));
    }
    return ContractFiles.onClassPath(places);
  }
}
