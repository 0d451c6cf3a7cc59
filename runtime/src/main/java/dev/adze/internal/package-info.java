/**
 * What the packages of this library share and nobody else may use; the module exports none of it.
 */
@NullMarked
package dev.adze.internal;

import org.jspecify.annotations.NullMarked;
