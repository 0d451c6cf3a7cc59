/** What a person would write by hand for exactly one task: what there is to be measured against. */
@NullMarked
package dev.adze.benchmarks.limit;

import org.jspecify.annotations.NullMarked;
