package com.acme;

import dev.adze.annotation.RequiresApproval;
import dev.adze.annotation.Tool;

interface Shop {
  /** Opens the shop. */
  @Tool
  void open();

  /** Closes the shop. */
  @Tool
  void close();

  interface Guarded {
    /** Opens what is guarded. */
    @Tool
    @RequiresApproval("opens what is guarded")
    void open();
  }

  /** Joins the tools of both: none of the two adapters could serve it. */
  abstract class Jeweller implements Shop, Guarded {}

  /** Tightens all that it inherits, changes one and adds another. */
  @RequiresApproval(value = "a drill", always = false)
  abstract class Drill extends Jeweller {
    /** Closes the shop, for once. */
    @Tool(name = "close_now")
    @Override
    public void close() {}

    /** Reports. */
    @Tool
    String report() {
      return "done";
    }
  }
}
