/**
 * What a tool is at run time: its description, its checked call, and what the call is given and
 * gives back. Generated adapters are written against this package and {@code dev.adze.json} alone.
 */
@NullMarked
package dev.adze.tool;

import org.jspecify.annotations.NullMarked;
