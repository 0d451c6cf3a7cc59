/**
 * Everything that happens in a run, as it is told to listeners and logs, and the result that comes
 * out of it.
 */
@NullMarked
package dev.adze.event;

import org.jspecify.annotations.NullMarked;
