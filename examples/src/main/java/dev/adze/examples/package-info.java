/** Small programs that show one thing each. */
@NullMarked
package dev.adze.examples;

import org.jspecify.annotations.NullMarked;
