package dev.adze.agent;

import dev.adze.model.ToolCall;
import dev.adze.tool.FunctionTool;
import dev.adze.tool.PreparedCall;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The tools of one run by name, and the checked calls that wait to run. */
final class Toolbox {
  private final Map<String, FunctionTool> byName = new LinkedHashMap<>();
  private final Map<String, PreparedCall> kept = new ConcurrentHashMap<>();

  Toolbox(List<FunctionTool> tools) {
    tools.forEach(tool -> byName.put(tool.spec().name(), tool));
  }

  Optional<FunctionTool> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  List<String> names() {
    return List.copyOf(byName.keySet());
  }

  void keep(ToolCall call, PreparedCall prepared) {
    kept.put(call.id(), prepared);
  }

  /**
   * A checked call that has not been used: the one that was kept, or else a new one.
   *
   * @param given its arguments before they were checked
   */
  PreparedCall take(ToolCall call, String given) {
    PreparedCall prepared = kept.remove(call.id());
    if (prepared != null) {
      return prepared;
    }
    FunctionTool tool =
        find(call.name())
            .orElseThrow(() -> new IllegalStateException("There is no tool " + call.name() + "."));
    return tool.prepare(given);
  }
}
