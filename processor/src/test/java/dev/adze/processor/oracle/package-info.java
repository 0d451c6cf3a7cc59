/**
 * Holds the generated decoders and schemas of random types against independent validators: an
 * instance that fits a schema must be bound, and one that does not must be refused.
 */
@NullMarked
package dev.adze.processor.oracle;

import org.jspecify.annotations.NullMarked;
