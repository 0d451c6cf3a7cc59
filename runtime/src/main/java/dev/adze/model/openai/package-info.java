/** The way to OpenAI's models, and to every server that speaks the chat-completions protocol. */
@NullMarked
package dev.adze.model.openai;

import org.jspecify.annotations.NullMarked;
