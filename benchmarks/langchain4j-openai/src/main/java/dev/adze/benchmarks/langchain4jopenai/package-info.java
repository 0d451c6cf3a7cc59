/** LangChain4j's client for OpenAI. */
@NullMarked
package dev.adze.benchmarks.langchain4jopenai;

import org.jspecify.annotations.NullMarked;
