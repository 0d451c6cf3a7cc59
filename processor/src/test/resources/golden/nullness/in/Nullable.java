package com.acme;

/** One of the many. */
public @interface Nullable {}
