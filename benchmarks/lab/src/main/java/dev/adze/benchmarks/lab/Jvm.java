package dev.adze.benchmarks.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another JVM of the same JDK, which ends when it is closed. */
final class Jvm implements AutoCloseable {
  private final Process process;
  private final BufferedReader out;
  private final Writer in;

  private Jvm(Process process) {
    this.process = process;
    this.out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    this.in = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
  }

  /** What starts a JVM. */
  static List<String> command(List<Path> classPath, List<String> options, String... program) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("-cp");
    command.add(Project.joined(classPath));
    command.addAll(List.of(program));
    return command;
  }

  static Jvm start(List<String> command) throws IOException {
    return new Jvm(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start());
  }

  /** Starts one that says on this process's error stream what is wrong with it. */
  static Jvm startLoud(List<String> command) throws IOException {
    return new Jvm(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /** Runs a program to its end and gives what it printed, errors included. */
  static String run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("A program must succeed. " + command + " printed:\n" + printed);
    }
    return printed;
  }

  /** Runs a program to its end and gives what it printed, errors not included. */
  static String printed(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("A program must succeed. " + command.get(command.size() - 2));
    }
    return printed;
  }

  /** Waits for the next line. */
  String line() throws IOException {
    String line = out.readLine();
    if (line == null) {
      throw new IOException("A contender must answer. " + process.info() + " has ended.");
    }
    return line;
  }

  void send(String line) throws IOException {
    in.write(line + "\n");
    in.flush();
  }

  int waitFor() throws InterruptedException {
    return process.waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor();
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
