package dev.adze.benchmarks.adk;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.adk.JsonBaseModel;
import com.google.adk.tools.FunctionTool;
import dev.adze.benchmarks.kit.ShopCalls;
import dev.adze.benchmarks.kit.ToolDispatch;
import java.util.EnumMap;
import java.util.Map;

/**
 * ADK's way to a tool. It takes a map and gives one; what makes the map of the text and the text of
 * the map is ADK's own mapper.
 */
public final class AdkDispatch implements ToolDispatch {
  private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

  private final ObjectMapper mapper = JsonBaseModel.getMapper();
  private final Map<ShopCalls, FunctionTool> tools = new EnumMap<>(ShopCalls.class);

  /** Finds the tools. */
  public AdkDispatch() {
    ShopTools owner = new ShopTools();
    for (ShopCalls call : ShopCalls.values()) {
      tools.put(call, FunctionTool.create(owner, call.tool()));
    }
  }

  @Override
  @SuppressWarnings("NullAway") // The context is for tools that declare one.
  public String call(ShopCalls tool) throws Exception {
    Map<String, Object> arguments = mapper.readValue(tool.arguments(), MAP);
    Map<String, Object> result = tools.get(tool).runAsync(arguments, null).blockingGet();
    return mapper.writeValueAsString(result);
  }
}
