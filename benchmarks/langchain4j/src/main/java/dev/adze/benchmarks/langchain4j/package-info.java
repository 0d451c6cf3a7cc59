/** The tools of the benchmarks with LangChain4j. */
@NullMarked
package dev.adze.benchmarks.langchain4j;

import org.jspecify.annotations.NullMarked;
