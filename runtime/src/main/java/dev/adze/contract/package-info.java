/**
 * Holds the contracts of tools, which the processor writes beside their adapters, against those
 * that were accepted before, so that a change is seen in review and a break fails the build.
 */
@NullMarked
package dev.adze.contract;

import org.jspecify.annotations.NullMarked;
