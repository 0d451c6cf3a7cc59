package dev.adze.benchmarks.lab;

/** Something that can be measured. */
interface Benchmark {
  /** Measures it; takes minutes. */
  Report run(Project project) throws Exception;
}
