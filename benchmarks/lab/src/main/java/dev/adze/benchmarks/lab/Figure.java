package dev.adze.benchmarks.lab;

/**
 * One number that came out, for machines to read.
 *
 * @param subject what was measured, as in "add"
 * @param contender who
 * @param measure what of it, with its unit, as in "ns/op"
 * @param value the number; the median where there are several
 */
record Figure(String subject, String contender, String measure, double value) {}
