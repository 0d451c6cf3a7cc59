/** The root of Adze: the one exception type that all others extend. */
@NullMarked
package dev.adze;

import org.jspecify.annotations.NullMarked;
