/**
 * What generated code reads and writes JSON with: a strict reader that collects every fault of a
 * text with its place, and a writer of compact, stable text. Both need nothing beyond the JDK.
 */
@NullMarked
package dev.adze.json;

import org.jspecify.annotations.NullMarked;
