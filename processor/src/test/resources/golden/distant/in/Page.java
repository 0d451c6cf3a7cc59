package com.acme.money;

import dev.adze.annotation.Param;
import java.util.List;

/** A part of many. */
public record Page<T>(
    @Param("What is on it.") List<T> items, @Param("What follows.") @Nullable Page<T> next) {}
