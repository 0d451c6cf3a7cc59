/** The tools of the benchmarks with Google's ADK. */
@NullMarked
package dev.adze.benchmarks.adk;

import org.jspecify.annotations.NullMarked;
