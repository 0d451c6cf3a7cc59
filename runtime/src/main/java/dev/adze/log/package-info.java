/** Keeps what runs tell in files that people and programs can read. */
@NullMarked
package dev.adze.log;

import org.jspecify.annotations.NullMarked;
