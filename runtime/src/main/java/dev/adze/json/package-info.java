/** Reads and writes JSON for generated code, over the JDK alone. */
@NullMarked
package dev.adze.json;

import org.jspecify.annotations.NullMarked;
