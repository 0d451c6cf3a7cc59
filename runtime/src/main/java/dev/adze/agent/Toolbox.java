package dev.adze.agent;

import dev.adze.model.ToolCall;
import dev.adze.tool.FunctionTool;
import dev.adze.tool.PreparedCall;
import dev.adze.tool.ToolSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The tools of one run by name, and the checked calls that wait to run. */
final class Toolbox {
  private final Map<String, FunctionTool> byName = new HashMap<>();
  private final Map<String, PreparedCall> kept = new ConcurrentHashMap<>();

  private final List<String> names;

  /**
   * @param offered all that the model may call, handoffs too
   */
  Toolbox(List<FunctionTool> tools, List<ToolSpec> offered) {
    this.names = offered.stream().map(ToolSpec::name).toList();
    tools.forEach(tool -> byName.put(tool.spec().name(), tool));
  }

  Optional<FunctionTool> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The names of all that the model may call. */
  List<String> names() {
    return names;
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
