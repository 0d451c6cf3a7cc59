/**
 * For tests of agents: records what a run tells, and asserts what it has to look like. Needs no
 * test library.
 */
@NullMarked
package dev.adze.testing;

import org.jspecify.annotations.NullMarked;
