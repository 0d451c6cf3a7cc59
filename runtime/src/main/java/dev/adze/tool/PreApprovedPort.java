package dev.adze.tool;

import dev.adze.internal.CallPort;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The port behind {@link ToolContext#preApproved}: no run, one approval, whatever the arguments.
 */
final class PreApprovedPort implements CallPort {
  private final AtomicBoolean unused = new AtomicBoolean(true);

  PreApprovedPort(String reason) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException(
          "preApproved needs a reason: who has approved the call. The reason is blank.");
    }
  }

  @Override
  public String runId() {
    return "";
  }

  @Override
  public String callId() {
    return "";
  }

  @Override
  public int attempt() {
    return 1;
  }

  @Override
  public @Nullable Object userContext() {
    return null;
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
    return unused.getAndSet(false);
  }
}
