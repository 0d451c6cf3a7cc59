/** The client for Anthropic's models, and for servers that speak the Messages API. */
@NullMarked
package dev.adze.model.anthropic;

import org.jspecify.annotations.NullMarked;
