/**
 * Talking to a language model in terms that no provider owns: the conversation, the request, the
 * deltas of a response, and the response. Each provider's client is in a package of its own below.
 */
@NullMarked
package dev.adze.model;

import org.jspecify.annotations.NullMarked;
