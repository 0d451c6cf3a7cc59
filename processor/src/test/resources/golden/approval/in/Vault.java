package com.acme;

import dev.adze.annotation.RequiresApproval;
import dev.adze.annotation.Tool;

class Vault {
  /** Opens the vault. */
  @Tool
  @RequiresApproval("opens the vault")
  public void open() {}
}
