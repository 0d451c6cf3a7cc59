/**
 * Agents and what runs them: the setup of an agent, the runner that performs what the run's loop
 * asks for, and the ways to start a run and to listen to it.
 */
@NullMarked
package dev.adze.agent;

import org.jspecify.annotations.NullMarked;
