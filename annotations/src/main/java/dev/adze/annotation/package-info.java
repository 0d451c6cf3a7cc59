/**
 * The five annotations of Adze: {@link dev.adze.annotation.Tool} and {@link
 * dev.adze.annotation.RequiresApproval} for methods, {@link dev.adze.annotation.Param} and {@link
 * dev.adze.annotation.Name} for what goes in and out of them, {@link
 * dev.adze.annotation.StructuredOutput} for the final answer of a run.
 *
 * <p>All of them are kept in class files, so that tools may come from a library, and none at run
 * time. What an annotation says wins over Javadoc and over the annotations of Jackson and Jakarta
 * Validation. The rule numbers ({@code T052}) are those in the compiler's messages; a warning is
 * silenced by {@code @SuppressWarnings("adze:T052")}, an error never.
 */
@NullMarked
package dev.adze.annotation;

import org.jspecify.annotations.NullMarked;
