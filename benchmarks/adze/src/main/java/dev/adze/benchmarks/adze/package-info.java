/** Adze in the benchmarks. */
@NullMarked
package dev.adze.benchmarks.adze;

import org.jspecify.annotations.NullMarked;
