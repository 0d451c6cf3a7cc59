package dev.adze.benchmarks.lab;

final class Gates {
  Gates(Project p) {}

  boolean check() {
    return true;
  }
}
