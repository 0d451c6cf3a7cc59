/** The tools of the benchmarks with Spring AI. */
@NullMarked
package dev.adze.benchmarks.springai;

import org.jspecify.annotations.NullMarked;
