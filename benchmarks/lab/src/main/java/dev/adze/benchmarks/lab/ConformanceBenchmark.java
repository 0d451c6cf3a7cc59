package dev.adze.benchmarks.lab;

final class ConformanceBenchmark implements Benchmark {
  @Override
  public Report run(Project p) {
    throw new UnsupportedOperationException();
  }
}
