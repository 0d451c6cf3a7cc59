package dev.adze.tool;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a {@link ToolBinder} that the annotation processor has written, for those who read class
 * files: the list of all binders is made from it, and tools that measure coverage pass over it.
 * Nobody writes it by hand.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface GeneratedBinder {}
