package dev.adze.soak;

import dev.adze.tool.ApprovalRequiredException;
import dev.adze.tool.FunctionTool;
import dev.adze.tool.ToolContext;
import dev.adze.tool.ToolHandler;
import dev.adze.tool.ToolOutput;
import dev.adze.tool.ToolSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/** The tools of every plan, which note what is asked of them. */
final class PlannedTools {
  private static final String SCHEMA = "{\"type\":\"object\"}";

  private final List<String> invoked = Collections.synchronizedList(new ArrayList<>());
  private final Map<String, String> guarded = new ConcurrentHashMap<>();
  private final AtomicReference<FunctionTool> guardedTool = new AtomicReference<>();

  /** Our ids of the calls that came, each as often as it came. */
  List<String> invoked() {
    return List.copyOf(invoked);
  }

  /** What the tool that needs approval was given, by our id of the call. */
  Map<String, String> guarded() {
    return Map.copyOf(guarded);
  }

  List<FunctionTool> all() {
    FunctionTool asking = tool("guarded", this::pay).requiringApproval("it costs money");
    guardedTool.set(asking);
    return List.of(
        tool("echo", (arguments, context) -> ToolOutput.of(arguments)),
        tool(
            "throwing",
            (arguments, context) -> {
              throw new IllegalStateException("thrown on purpose");
            }),
        asking,
        FunctionTool.of(
            ToolSpec.builder("sequential", SCHEMA).sequential(true).build(),
            noting((arguments, context) -> {
              context.activity("alone");
              return ToolOutput.error("could not");
            })),
        tool("chatty", PlannedTools::report),
        tool("slow", PlannedTools::takeTime));
  }

  private FunctionTool tool(String name, ToolHandler handler) {
    return FunctionTool.of(ToolSpec.builder(name, SCHEMA).build(), noting(handler));
  }

  private ToolHandler noting(ToolHandler handler) {
    return (arguments, context) -> {
      invoked.add(context.callId());
      return handler.call(arguments, context);
    };
  }

  /** Tries to run once more with the approval that it has just used. */
  private ToolOutput pay(String arguments, ToolContext context) throws Exception {
    if (guarded.putIfAbsent(context.callId(), arguments) == null) {
      try {
        guardedTool.get().prepare(arguments).call(context);
      } catch (ApprovalRequiredException refused) {
        return ToolOutput.of("paid");
      }
    }
    return ToolOutput.of("paid twice");
  }

  private static ToolOutput report(String arguments, ToolContext context) {
    for (int i = 0; i < 3; i++) {
      context.activity("turn " + i);
      context.throwIfCancelled();
      Thread.yield();
    }
    return ToolOutput.of("reported");
  }

  private static ToolOutput takeTime(String arguments, ToolContext context) {
    LockSupport.parkNanos(500_000);
    return ToolOutput.of("at last");
  }
}
