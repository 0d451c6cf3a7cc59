/** The SDK of OpenAI. */
@NullMarked
package dev.adze.benchmarks.openai;

import org.jspecify.annotations.NullMarked;
