package dev.adze.soak;

import dev.adze.soak.Plan.Change;
import dev.adze.tool.ApprovalRequiredException;
import dev.adze.tool.FunctionTool;
import dev.adze.tool.ToolContext;
import dev.adze.tool.ToolHandler;
import dev.adze.tool.ToolHints;
import dev.adze.tool.ToolOutput;
import dev.adze.tool.ToolSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/** The tools of every plan, which note in the books what is asked of them. */
final class PlannedTools {
  private static final String SCHEMA = "{\"type\":\"object\"}";
  private static final String CHANGED = "{\"type\":\"object\",\"maxProperties\":9}";

  private final String agent;
  private final Ledger ledger;
  private final Soak soak;

  /** The calls that have been paid for, so that a second time does not lead to a third. */
  private final Set<String> paid = ConcurrentHashMap.newKeySet();

  /**
   * @param agent the name of the agent whose tools they are
   */
  PlannedTools(String agent, Ledger ledger, Soak soak) {
    this.agent = agent;
    this.ledger = ledger;
    this.soak = soak;
  }

  /**
   * @param change what is another one than it was before
   */
  List<FunctionTool> all(Change change) {
    List<FunctionTool> tools = new ArrayList<>();
    ToolSpec.Builder echo = spec("echo");
    if (change == Change.STRICTER_TOOL) {
      echo.requiresApproval("it is not what it was");
    }
    tools.add(tool(echo, (arguments, context) -> ToolOutput.of(arguments)));
    tools.add(
        tool(
            spec("throwing"),
            (arguments, context) -> {
              throw new IllegalStateException("thrown on purpose");
            }));
    tools.add(
        tool(
            spec("sequential").sequential(true),
            (arguments, context) -> {
              context.activity("alone");
              return ToolOutput.error("could not");
            }));
    tools.add(tool(spec("chatty"), this::report));
    tools.add(tool(spec("slow"), PlannedTools::takeTime));
    tools.add(
        tool(
            spec("repeatable").hints(new ToolHints(false, false, true, false)),
            PlannedTools::takeTime));
    tools.add(
        tool(
            spec("reader").hints(new ToolHints(true, false, false, false)),
            PlannedTools::takeTime));
    tools.add(guarded(spec("unremembered").approvalRememberable(false)));
    if (change != Change.TOOL_GONE) {
      tools.add(guarded(spec("guarded", change == Change.CONTRACT ? CHANGED : SCHEMA)));
    }
    return tools;
  }

  private static ToolSpec.Builder spec(String name) {
    return spec(name, SCHEMA);
  }

  private static ToolSpec.Builder spec(String name, String schema) {
    return ToolSpec.builder(name, schema);
  }

  private FunctionTool guarded(ToolSpec.Builder spec) {
    AtomicReference<FunctionTool> itself = new AtomicReference<>();
    itself.set(
        tool(
            spec.requiresApproval("it costs money"),
            (arguments, context) -> pay(itself.get(), arguments, context)));
    return itself.get();
  }

  private FunctionTool tool(ToolSpec.Builder builder, ToolHandler handler) {
    ToolSpec spec = builder.build();
    return FunctionTool.of(
        spec,
        (arguments, context) -> {
          ledger.use(agent, spec, arguments, context);
          return handler.call(arguments, context);
        });
  }

  /** Tries to run once more with the approval that it has just used. */
  private ToolOutput pay(FunctionTool itself, String arguments, ToolContext context)
      throws Exception {
    if (!paid.add(context.runId() + "/" + context.callId())) {
      return ToolOutput.of("paid twice");
    }
    try {
      itself.prepare(arguments).call(context);
    } catch (ApprovalRequiredException refused) {
      return ToolOutput.of("paid");
    }
    return ToolOutput.of("paid twice");
  }

  /** Reports from this thread and from another one, which may do so after the end. */
  private ToolOutput report(String arguments, ToolContext context) {
    soak.execute(() -> context.activity("from elsewhere"));
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
