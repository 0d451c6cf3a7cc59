package com.acme;

import dev.adze.annotation.RequiresApproval;
import dev.adze.annotation.Tool;
import dev.adze.tool.ToolContext;
import dev.adze.tool.ToolOutput;

@RequiresApproval
class Bank extends Vault {
  /**
   * Sends money.
   *
   * @param account to whom
   * @param cents how much
   */
  @Tool(sequential = true, timeout = "PT1M0.5S")
  @RequiresApproval(value = "spends money", preview = "describe", always = false)
  ToolOutput send(ToolContext context, String account, long cents) throws java.io.IOException {
    return ToolOutput.of(context.callId());
  }

  static String describe(ToolContext context, String account, long cents) {
    return cents + " to " + account;
  }

  /** Opens the vault. */
  @Tool
  @Override
  public void open() {}

  /** Says how much there is. */
  @Tool(readOnly = true, openWorld = false)
  static int balance(ToolContext context) {
    return 1;
  }
}
