/** Starts contenders, measures them beside each other, and reports what came out. */
@NullMarked
package dev.adze.benchmarks.lab;

import org.jspecify.annotations.NullMarked;
