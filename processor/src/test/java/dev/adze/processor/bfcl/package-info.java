/**
 * Compiles real function definitions of the Berkeley Function Calling Leaderboard (BFCL), and holds
 * the schemas and the calls against what the definitions say. Runs in the Maven profile {@code
 * bfcl} alone, because the definitions are no part of the project.
 */
@NullMarked
package dev.adze.processor.bfcl;

import org.jspecify.annotations.NullMarked;
