package dev.adze.benchmarks.langchain4j;

import dev.adze.benchmarks.kit.ShopCalls;
import dev.adze.benchmarks.kit.ToolDispatch;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.service.tool.DefaultToolExecutor;
import java.lang.reflect.Method;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** LangChain4j's way to a tool. */
public final class LangChain4jDispatch implements ToolDispatch {
  private record Prepared(DefaultToolExecutor executor, ToolExecutionRequest request) {}

  private final Map<ShopCalls, Prepared> calls = new EnumMap<>(ShopCalls.class);

  /** Finds the tools. */
  public LangChain4jDispatch() {
    ShopTools tools = new ShopTools();
    for (Method method : ShopTools.class.getDeclaredMethods()) {
      for (ShopCalls call : ShopCalls.values()) {
        if (call.tool().equals(method.getName())) {
          calls.put(call, new Prepared(new DefaultToolExecutor(tools, method), request(call)));
        }
      }
    }
  }

  private static ToolExecutionRequest request(ShopCalls call) {
    return ToolExecutionRequest.builder()
        .id("call_1")
        .name(call.tool())
        .arguments(call.arguments())
        .build();
  }

  @Override
  public String call(ShopCalls tool) {
    Prepared prepared = Objects.requireNonNull(calls.get(tool));
    return prepared.executor().execute(prepared.request(), "memory");
  }
}
