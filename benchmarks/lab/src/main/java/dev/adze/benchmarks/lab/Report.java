package dev.adze.benchmarks.lab;

import java.util.List;

/**
 * What one benchmark came to.
 *
 * @param tables for people
 * @param figures for machines
 */
record Report(List<Table> tables, List<Figure> figures) {}
