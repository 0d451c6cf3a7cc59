package com.acme;

import dev.adze.annotation.Name;
import dev.adze.annotation.Param;
import dev.adze.annotation.RequiresApproval;
import dev.adze.annotation.Tool;

/** Has no adapter: only what binds its parameter can have one. */
abstract class Repo<T> {
  @Tool("Saves an item.")
  @RequiresApproval("writes to the store")
  abstract T save(@Name("item") @Param("What to save.") T item);

  @Tool("Counts the items.")
  static int count() {
    return 0;
  }
}
