package dev.adze.agent;

import dev.adze.approval.ApprovalRequest;
import dev.adze.approval.ApprovalRules;
import dev.adze.approval.Ruling;
import dev.adze.internal.JsonTree;
import dev.adze.loop.Effect;
import dev.adze.loop.LoopInput;
import dev.adze.loop.LoopInput.Failure;
import dev.adze.loop.LoopInput.Preparation;
import dev.adze.loop.LoopInput.Prepared;
import dev.adze.model.ToolCall;
import dev.adze.tool.FunctionTool;
import dev.adze.tool.InvalidArgumentsException;
import dev.adze.tool.PreparedCall;
import dev.adze.tool.ToolContext;
import dev.adze.tool.ToolSpec;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The check of a call's arguments and by the rules, and the preview if somebody has to be asked.
 */
final class PrepareTask extends Task {
  private static final Preparation OVER_TIME =
      new Preparation.Broken(
          new Failure(
              "TimeoutException",
              "Checking the arguments took too long. The call has not run.",
              null));

  private final Effect.Prepare effect;
  private final ToolCall call;
  private final String runId;
  private final Toolbox tools;
  private final ApprovalRules rules;
  private final ToolContext previewContext;
  private volatile Preparation soFar = OVER_TIME;

  /**
   * @param previewContext a context that holds no approval
   */
  PrepareTask(
      Consumer<LoopInput> inbox,
      Effect.Prepare effect,
      String runId,
      Toolbox tools,
      ApprovalRules rules,
      ToolContext previewContext) {
    super(inbox);
    this.effect = effect;
    this.call = effect.call();
    this.runId = runId;
    this.tools = tools;
    this.rules = rules;
    this.previewContext = previewContext;
  }

  @Override
  LoopInput perform() {
    if (effect.server().isPresent()) {
      return prepared(hosted(effect.server().get()));
    }
    Optional<FunctionTool> tool = tools.find(call.name());
    return tool.isEmpty()
        ? prepared(new Preparation.UnknownTool(tools.names()))
        : prepared(prepare(tool.get()));
  }

  private Preparation prepare(FunctionTool tool) {
    try {
      PreparedCall prepared = tool.prepare(effect.given());
      ToolSpec spec = tool.spec();
      Ruling ruling =
          rules.judge(request(spec, prepared.arguments()), effect.grants(), Instant.now());
      Preparation.Ready ready =
          new Preparation.Ready(prepared.arguments(), spec, ruling, Optional.empty());
      if (effect.preview() && ruling instanceof Ruling.Ask) {
        return withPreview(prepared, ready);
      }
      // A preview uses its call up; without one, what was checked can run as it is.
      tools.keep(call, prepared);
      return ready;
    } catch (InvalidArgumentsException invalid) {
      return new Preparation.Faulty(String.valueOf(invalid.getMessage()));
    }
  }

  /** Of a tool that the provider calls, nothing is known but what it asks with. */
  private Preparation hosted(String server) {
    String arguments = effect.given();
    try {
      if (!(JsonTree.parse(arguments) instanceof JsonTree.Members)) {
        return new Preparation.Faulty("The arguments must be a JSON object.");
      }
    } catch (IllegalArgumentException broken) {
      return new Preparation.Faulty("The arguments are no JSON: " + broken.getMessage() + ".");
    }
    // Nobody here would notice if the server changed the tool, so that no approval is remembered.
    ToolSpec spec =
        ToolSpec.builder(call.name(), "{\"type\":\"object\"}")
            .requiresApproval("The provider calls it, at the MCP server \"" + server + "\".")
            .approvalRememberable(false)
            .build();
    Ruling ruling = rules.judge(request(spec, arguments), effect.grants(), Instant.now());
    return new Preparation.Ready(arguments, spec, ruling, Optional.empty());
  }

  private ApprovalRequest request(ToolSpec spec, String arguments) {
    return new ApprovalRequest(
        runId, effect.agent(), call.id(), spec, arguments, Optional.empty(), spec.approvalReason());
  }

  /** A preview that fails is no reason not to ask; the person is told that there is none. */
  private Preparation withPreview(PreparedCall prepared, Preparation.Ready ready) {
    soFar = with(ready, Optional.of("(The preview took too long.)"));
    try {
      return with(ready, prepared.preview(previewContext));
    } catch (Exception failed) {
      Reports.failure("The preview of tool \"" + call.name() + "\" failed", failed);
      return with(ready, Optional.of("(The preview failed: " + Failures.text(failed) + ")"));
    }
  }

  private static Preparation.Ready with(Preparation.Ready ready, Optional<String> preview) {
    return new Preparation.Ready(ready.arguments(), ready.tool(), ready.ruling(), preview);
  }

  /** Comes back with what there is: user code that is being run may not stop. */
  @Override
  void stop() {
    comeBack(prepared(soFar));
  }

  @Override
  LoopInput failed(Throwable thrown) {
    return prepared(new Preparation.Broken(Failures.of(thrown)));
  }

  @Override
  LoopInput notRun() {
    return failed(new InterruptedException("The run was cancelled."));
  }

  private Prepared prepared(Preparation preparation) {
    return new Prepared(call.id(), preparation);
  }
}
