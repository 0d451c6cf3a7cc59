/** A model that answers by a script: for tests of agents, and for running one without a key. */
@NullMarked
package dev.adze.model.scripted;

import org.jspecify.annotations.NullMarked;
