/** Asking a person, or a rule of theirs, before a tool runs. Whatever goes wrong here denies. */
@NullMarked
package dev.adze.approval;

import org.jspecify.annotations.NullMarked;
