package com.acme.money;

import dev.adze.annotation.Name;
import dev.adze.annotation.Param;

/** What can be paid with. */
public sealed interface Money permits Money.Cash, Money.Debt {
  /** Coins. */
  @Name("cash")
  record Cash(@Param("How many cents.") long cents) implements Money {}

  /** What is owed. */
  record Debt(@Param("How much.") Money amount, @Param("Why.") @Nullable String reason)
      implements Money {}
}
