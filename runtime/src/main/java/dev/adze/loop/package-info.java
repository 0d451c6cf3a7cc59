/**
 * A run as a pure function: a state and an input give the next state, the events to be told and the
 * effects to be performed. It starts no thread, reads no clock and calls nothing of the user's, so
 * that whoever performs the effects may do so with threads, or as a durable engine's activities.
 */
@NullMarked
package dev.adze.loop;

import org.jspecify.annotations.NullMarked;
