/** Turns annotated methods into adapters that a model can call, while the user's code compiles. */
@NullMarked
package dev.adze.processor;

import org.jspecify.annotations.NullMarked;
