/** Spring AI's client for OpenAI. */
@NullMarked
package dev.adze.benchmarks.springaiopenai;

import org.jspecify.annotations.NullMarked;
