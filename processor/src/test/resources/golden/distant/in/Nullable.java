package com.acme.money;

/** Says of a declaration that it may be null. */
public @interface Nullable {}
