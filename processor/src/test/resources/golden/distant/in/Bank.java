package com.acme.bank;

import com.acme.money.Account;
import com.acme.money.Money;
import com.acme.money.Note;
import com.acme.money.Page;
import dev.adze.annotation.Tool;
import java.util.List;

/** Its types are objects of every kind, in other files. */
public final class Bank {
  /** Called by the tests' users. */
  public Bank() {}

  /**
   * Opens an account.
   *
   * @param account what to open
   * @param first what to put in
   * @param notes what to remember
   */
  @Tool
  public Page<Account> open(Account account, Money first, Page<? extends Note> notes) {
    return new Page<>(List.of(account), null);
  }
}
