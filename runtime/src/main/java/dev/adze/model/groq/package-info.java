/** The way to Groq's models: chat completions as OpenAI writes them, with Groq's differences. */
@NullMarked
package dev.adze.model.groq;

import org.jspecify.annotations.NullMarked;
