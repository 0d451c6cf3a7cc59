/** Checks against real providers, which need a key and run only when they are asked for. */
@NullMarked
package dev.adze.live;

import org.jspecify.annotations.NullMarked;
