/**
 * Values of a run as JSON that is written and read back: in states, sessions and logs, and not
 * loaded before there is one.
 */
@NullMarked
package dev.adze.internal.json;

import org.jspecify.annotations.NullMarked;
