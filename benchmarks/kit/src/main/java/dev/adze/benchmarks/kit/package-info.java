/** What contenders share: the work that each of them does, and the process that it is done in. */
@NullMarked
package dev.adze.benchmarks.kit;

import org.jspecify.annotations.NullMarked;
