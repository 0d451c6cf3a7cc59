/** LangChain4j's client for Anthropic. */
@NullMarked
package dev.adze.benchmarks.langchain4janthropic;

import org.jspecify.annotations.NullMarked;
