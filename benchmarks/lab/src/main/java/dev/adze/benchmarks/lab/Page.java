package dev.adze.benchmarks.lab;

final class Page {
  private Page() {}

  static void write(Project p) {
    throw new UnsupportedOperationException();
  }
}
