package com.acme.money;

import dev.adze.annotation.Param;

/** What has a name. */
public abstract class Named {
  private String name;

  /** Called by subclasses. */
  protected Named() {}

  @Nullable
  @Param("What it is called.")
  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }
}
