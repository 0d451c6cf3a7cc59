package dev.adze.benchmarks.springai;

import dev.adze.benchmarks.kit.ShopCalls;
import dev.adze.benchmarks.kit.ToolDispatch;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.ai.support.ToolCallbacks;
import org.springframework.ai.tool.ToolCallback;

/** Spring AI's way to a tool. */
public final class SpringAiDispatch implements ToolDispatch {
  private final Map<ShopCalls, ToolCallback> callbacks = new EnumMap<>(ShopCalls.class);

  /** Finds the tools. */
  public SpringAiDispatch() {
    for (ToolCallback callback : ToolCallbacks.from(new ShopTools())) {
      for (ShopCalls call : ShopCalls.values()) {
        if (call.tool().equals(callback.getToolDefinition().name())) {
          callbacks.put(call, callback);
        }
      }
    }
  }

  @Override
  public String call(ShopCalls tool) {
    return Objects.requireNonNull(callbacks.get(tool)).call(tool.arguments());
  }
}
