/**
 * Values of a run as JSON that is kept and read back: for states and sessions, and not loaded
 * before there is one.
 */
@NullMarked
package dev.adze.internal.json;

import org.jspecify.annotations.NullMarked;
