/**
 * Replays recorded conversations of a real model provider through the real client and the real
 * runner, and compares what is sent and what is told with the recording. Runs in the Maven profile
 * {@code recordings} alone, because the recordings are no part of the project.
 */
@NullMarked
package dev.adze.recordings;

import org.jspecify.annotations.NullMarked;
