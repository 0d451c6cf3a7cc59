package dev.adze.soak;

import dev.adze.agent.RunListener;
import dev.adze.event.ExecutionComplete;
import dev.adze.event.ExecutionStart;
import dev.adze.event.FinalOutput;
import dev.adze.event.HandoffOccurred;
import dev.adze.event.HandoffRequested;
import dev.adze.event.McpApprovalRequested;
import dev.adze.event.McpListTools;
import dev.adze.event.MessageOutputCreated;
import dev.adze.event.RawResponse;
import dev.adze.event.ReasoningItemCreated;
import dev.adze.event.ResponseDiscarded;
import dev.adze.event.StepComplete;
import dev.adze.event.StepStart;
import dev.adze.event.ToolCallActivity;
import dev.adze.event.ToolCallComplete;
import dev.adze.event.ToolCallStart;
import dev.adze.event.ToolCalled;
import dev.adze.event.ToolOutputAdded;
import dev.adze.event.ToolPermissionDecision;
import dev.adze.event.ToolPermissionRequest;
import dev.adze.testing.RecordedEvents;
import java.util.concurrent.CountDownLatch;

/** Hears every kind of event by its own callback. */
final class TypedListener implements RunListener {
  private final RecordedEvents heard;
  private final CountDownLatch end;

  TypedListener(RecordedEvents heard, CountDownLatch end) {
    this.heard = heard;
    this.end = end;
  }

  @Override
  public void onExecutionComplete(ExecutionComplete event) {
    heard.onEvent(event);
    end.countDown();
  }

  @Override
  public void onExecutionStart(ExecutionStart event) {
    heard.onEvent(event);
  }

  @Override
  public void onFinalOutput(FinalOutput event) {
    heard.onEvent(event);
  }

  @Override
  public void onHandoffOccurred(HandoffOccurred event) {
    heard.onEvent(event);
  }

  @Override
  public void onHandoffRequested(HandoffRequested event) {
    heard.onEvent(event);
  }

  @Override
  public void onMcpApprovalRequested(McpApprovalRequested event) {
    heard.onEvent(event);
  }

  @Override
  public void onMcpListTools(McpListTools event) {
    heard.onEvent(event);
  }

  @Override
  public void onMessageOutputCreated(MessageOutputCreated event) {
    heard.onEvent(event);
  }

  @Override
  public void onRawResponse(RawResponse event) {
    heard.onEvent(event);
  }

  @Override
  public void onReasoningItemCreated(ReasoningItemCreated event) {
    heard.onEvent(event);
  }

  @Override
  public void onResponseDiscarded(ResponseDiscarded event) {
    heard.onEvent(event);
  }

  @Override
  public void onStepComplete(StepComplete event) {
    heard.onEvent(event);
  }

  @Override
  public void onStepStart(StepStart event) {
    heard.onEvent(event);
  }

  @Override
  public void onToolCallActivity(ToolCallActivity event) {
    heard.onEvent(event);
  }

  @Override
  public void onToolCallComplete(ToolCallComplete event) {
    heard.onEvent(event);
  }

  @Override
  public void onToolCallStart(ToolCallStart event) {
    heard.onEvent(event);
  }

  @Override
  public void onToolCalled(ToolCalled event) {
    heard.onEvent(event);
  }

  @Override
  public void onToolOutputAdded(ToolOutputAdded event) {
    heard.onEvent(event);
  }

  @Override
  public void onToolPermissionDecision(ToolPermissionDecision event) {
    heard.onEvent(event);
  }

  @Override
  public void onToolPermissionRequest(ToolPermissionRequest event) {
    heard.onEvent(event);
  }
}
