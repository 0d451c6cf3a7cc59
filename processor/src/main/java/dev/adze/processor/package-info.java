/**
 * The annotation processor. It reads the elements of an owner into a model, judges the model,
 * prints what it found and, if that was nothing wrong, writes the owner's adapter.
 */
@NullMarked
package dev.adze.processor;

import org.jspecify.annotations.NullMarked;
