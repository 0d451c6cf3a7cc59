package dev.adze.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a tool written by hand keeps to, with and without an approval. */
final class FunctionToolTest {
  private static final String SCHEMA = "{\"type\":\"object\"}";

  private final List<String> ran = new ArrayList<>();
  private final FunctionTool echo = tool(ToolSpec.builder("echo", SCHEMA).build());
  private final FunctionTool guarded =
      tool(ToolSpec.builder("wipe", SCHEMA).requiresApproval("deletes files").build());

  private FunctionTool tool(ToolSpec spec) {
    return FunctionTool.of(
        spec,
        (arguments, context) -> {
          ran.add(arguments);
          return ToolOutput.of(arguments);
        });
  }

  @Test
  void theHandlerIsGivenTheArgumentsAsCompactJson() throws Exception {
    PreparedCall call = echo.prepare(" { \"a\" : [ 1 , 2.50 ] } ");

    assertThat(ran).isEmpty();
    assertThat(call.arguments()).isEqualTo("{\"a\":[1,2.50]}");
    assertThat(call.call(ToolContext.preApproved("test")).output()).isEqualTo("{\"a\":[1,2.50]}");
    assertThat(call.preview(ToolContext.preApproved("test"))).isEmpty();
  }

  @Test
  void argumentsThatAreNoWellFormedObjectAreRefusedInWordsForAModel() {
    for (String text :
        List.of("[1]", "7", "null", "\"{}\"", "{", "{\"a\":1,\"a\":2}", "{} x", "")) {
      assertThatThrownBy(() -> echo.prepare(text))
          .as(text)
          .isInstanceOf(InvalidArgumentsException.class)
          .hasMessageStartingWith("1 problem in the arguments of \"echo\":\n- ")
          .hasMessageEndingWith("\nCall the tool again with all arguments corrected.");
    }
    assertThat(ran).isEmpty();
  }

  @Test
  void anApprovalServesOnce() throws Exception {
    PreparedCall call = guarded.prepare("{}");
    ToolContext context = ToolContext.preApproved("test");

    assertThat(call.call(context).status()).isEqualTo(ToolStatus.SUCCESS);
    assertThatThrownBy(() -> call.call(context)).isInstanceOf(ApprovalRequiredException.class);
    assertThat(ran).hasSize(1);
  }

  @Test
  void anIssuedContextRunsOnlyTheArgumentsThatWereApproved() throws Exception {
    OneApproval port = new OneApproval("{\"path\":\"a\"}");
    ToolContext context = ToolContext.issuedBy(port);

    assertThatThrownBy(() -> guarded.prepare("{\"path\":\"b\"}").call(context))
        .isInstanceOf(ApprovalRequiredException.class)
        .hasMessageContaining("ToolContext.preApproved(reason)");
    assertThat(ran).isEmpty();

    guarded.prepare("{\"path\":\"a\"}").call(context);
    assertThat(ran).containsExactly("{\"path\":\"a\"}");
  }

  @Test
  void anApprovalCanBePutBeforeAToolThatHadNone() throws Exception {
    FunctionTool wrapped = echo.requiringApproval("costs money");

    assertThat(wrapped.spec().requiresApproval()).isTrue();
    assertThat(wrapped.spec().approvalReason()).isEqualTo("costs money");
    PreparedCall call = wrapped.prepare("{\"a\":1}");
    assertThat(call.arguments()).isEqualTo("{\"a\":1}");
    assertThatThrownBy(() -> call.call(ToolContext.issuedBy(new OneApproval("{}"))))
        .isInstanceOf(ApprovalRequiredException.class);
    assertThat(ran).isEmpty();
    call.call(ToolContext.issuedBy(new OneApproval("{\"a\":1}")));
    assertThat(ran).containsExactly("{\"a\":1}");
  }

  @Test
  void aToolThatAsksAlreadyIsAskedForOnce() throws Exception {
    FunctionTool twice = guarded.requiringApproval("also costs money");

    assertThat(twice.spec().approvalReason()).isEqualTo("also costs money");
    twice.prepare("{}").call(ToolContext.issuedBy(new OneApproval("{}")));
    assertThat(ran).hasSize(1);
  }

  @Test
  void aContextOutsideARunSaysSo() {
    ToolContext context = ToolContext.preApproved("test");

    assertThat(context.runId()).isEmpty();
    assertThat(context.idempotencyKey()).isEmpty();
    assertThat(context.caller(String.class)).isEmpty();
    assertThat(context.isCancelled()).isFalse();
    assertThatThrownBy(() -> ToolContext.preApproved(" "))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aContextOfARunHandsOnWhatTheRunOffers() {
    ToolContext context = ToolContext.issuedBy(new OneApproval("{}"));

    assertThat(context.idempotencyKey()).isEqualTo("run-7/call_1_1");
    assertThat(context.caller(Integer.class)).contains(42);
    assertThatThrownBy(() -> context.caller(String.class)).isInstanceOf(ClassCastException.class);
  }
}
