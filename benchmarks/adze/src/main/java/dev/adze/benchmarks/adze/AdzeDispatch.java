package dev.adze.benchmarks.adze;

import dev.adze.benchmarks.kit.ShopCalls;
import dev.adze.benchmarks.kit.ToolDispatch;
import dev.adze.tool.FunctionTool;
import dev.adze.tool.ToolContext;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The generated way to a tool: prepare, then call. */
public final class AdzeDispatch implements ToolDispatch {
  private final ToolContext context = ToolContext.preApproved("a benchmark");
  private final Map<ShopCalls, FunctionTool> tools = new EnumMap<>(ShopCalls.class);

  /** Finds the tools. */
  public AdzeDispatch() {
    for (FunctionTool tool : ShopToolsFunctionTools.of(new ShopTools())) {
      for (ShopCalls call : ShopCalls.values()) {
        if (call.tool().equals(tool.spec().name())) {
          tools.put(call, tool);
        }
      }
    }
  }

  @Override
  public String call(ShopCalls tool) throws Exception {
    FunctionTool called = Objects.requireNonNull(tools.get(tool));
    return called.prepare(tool.arguments()).call(context).output();
  }
}
