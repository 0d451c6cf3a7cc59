package com.acme.money;

import dev.adze.annotation.Name;
import dev.adze.annotation.Param;

/** A bean that knows a number by itself. */
public class Account extends Named {
  @Param("What is in it.")
  private Money balance;

  @Name("account_owner")
  @Param("Whose it is.")
  public String owner;

  @Param(value = "Which kind it is.", defaultValue = "current")
  private String kind;

  /** Empty at first. */
  public Account() {}

  @Param("Its number.")
  public int getNumber() {
    return owner.length();
  }

  public String getKind() {
    return kind;
  }

  public void setKind(String kind) {
    this.kind = kind;
  }

  public Money getBalance() {
    return balance;
  }

  public void setBalance(Money balance) {
    this.balance = balance;
  }
}
