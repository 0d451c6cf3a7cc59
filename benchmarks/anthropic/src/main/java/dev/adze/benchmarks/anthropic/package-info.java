/** The SDK of Anthropic. */
@NullMarked
package dev.adze.benchmarks.anthropic;

import org.jspecify.annotations.NullMarked;
