package dev.adze.tool;

import dev.adze.internal.CallPort;
import org.jspecify.annotations.Nullable;

/** A run's side of a call whose arguments were approved once. */
final class OneApproval implements CallPort {
  private @Nullable String approved;

  OneApproval(String approved) {
    this.approved = approved;
  }

  @Override
  public String runId() {
    return "run-7";
  }

  @Override
  public String callId() {
    return "call_1_1";
  }

  @Override
  public int attempt() {
    return 1;
  }

  @Override
  public Object userContext() {
    return 42;
  }

  @Override
  public void activity(String text) {}

  @Override
  public boolean cancelled() {
    return false;
  }

  @Override
  public void onCancel(Runnable action) {}

  @Override
  public boolean takeApproval(String arguments) {
    boolean granted = arguments.equals(approved);
    if (granted) {
      approved = null;
    }
    return granted;
  }
}
