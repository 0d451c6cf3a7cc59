package dev.adze.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.adze.approval.Decision;
import dev.adze.event.RunEvent;
import dev.adze.event.RunResult;
import dev.adze.model.scripted.ScriptedModel;
import dev.adze.model.scripted.ScriptedTurn;
import dev.adze.testing.RecordedEvents;
import dev.adze.tool.FunctionTool;
import dev.adze.tool.ToolOutput;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

/** What a thread knows goes along with the run that it starts. */
class ThreadContextTest {
  private final ThreadLocal<String> user = new ThreadLocal<>();
  private final Map<String, String> seen = new ConcurrentHashMap<>();
  private int reported;

  private ToolOutput work(String what) {
    see(what);
    return ToolOutput.of("ok");
  }

  private void see(String what) {
    seen.put(what, String.valueOf(user.get()));
  }

  private Runner runner() {
    FunctionTool pay = Fixtures.guarded("pay", (arguments, context) -> work("tool"));
    ScriptedModel model =
        ScriptedModel.builder()
            .turn(request -> {
              see("model");
              return ScriptedTurn.toolCall("pay", "{}");
            })
            .turn(ScriptedTurn.text("done"))
            .build();
    return Runner.builder(Fixtures.agent(model, pay))
        .approver(request -> {
          see("approver");
          return Decision.approve();
        })
        .threadContext(() -> {
          String name = user.get();
          return task ->
              () -> {
                user.set(name);
                try {
                  task.run();
                } finally {
                  user.remove();
                }
              };
        })
        .build();
  }

  @Test
  void reachesTheModelTheToolsTheApproverAndTheListeners() throws InterruptedException {
    user.set("ada");
    Run run = runner().stream("hello", event -> see("listener"));
    user.set("bob");

    assertThat(Fixtures.finish(run).text()).isEqualTo("done");
    assertThat(seen.keySet()).isEqualTo(Set.of("model", "tool", "approver", "listener"));
    assertThat(seen.values()).containsOnly("ada");
  }

  @Test
  void reachesSubscribersAsItWasWhenTheySubscribed() throws InterruptedException {
    CountDownLatch ended = new CountDownLatch(1);
    user.set("ada");
    runner()
        .publisher("hello")
        .subscribe(
            new Flow.Subscriber<>() {
              @Override
              public void onSubscribe(Flow.Subscription subscription) {
                user.set("bob");
                subscription.request(Long.MAX_VALUE);
              }

              @Override
              public void onNext(RunEvent event) {
                see("subscriber");
              }

              @Override
              public void onError(Throwable thrown) {}

              @Override
              public void onComplete() {
                ended.countDown();
              }
            });
    Fixtures.await(ended);

    assertThat(seen.keySet()).isEqualTo(Set.of("model", "tool", "approver", "subscriber"));
    assertThat(seen.values()).containsOnly("ada");
  }

  @Test
  void thatCannotBeTakenStartsNoRun() {
    Runner runner =
        Runner.builder(Fixtures.agent(ScriptedModel.of()))
            .threadContext(() -> {
              throw new IllegalStateException("no context");
            })
            .build();

    assertThatThrownBy(() -> runner.open("hello")).hasMessage("no context");
  }

  private RunResult runIn(ThreadContext context) throws InterruptedException {
    try (QuietLog quiet = new QuietLog()) {
      Runner runner =
          Runner.builder(Fixtures.agent(Fixtures.calls("echo", "{}"), Fixtures.ECHO))
              .threadContext(context)
              .build();
      RunResult result = Fixtures.finish(runner.stream("hello", new RecordedEvents()));
      reported = quiet.records().size();
      return result;
    }
  }

  @Test
  void thatFailsWhereItIsPutEndsTheRun() throws InterruptedException {
    RunResult result =
        runIn(() ->
            task ->
                () -> {
                  throw new NullPointerException("no context map");
                });

    assertThat(result.failure().orElseThrow()).hasMessage("no context map");
    assertThat(reported).isPositive();
  }

  @Test
  void thatForgetsItsTaskEndsTheRun() throws InterruptedException {
    RunResult result = runIn(() -> task -> () -> {});

    assertThat(result.failure().orElseThrow()).hasMessageContaining("ThreadContext");
  }

  @Test
  void thatFailsBehindATaskHurtsNothing() throws InterruptedException {
    RunResult result =
        runIn(() ->
            task ->
                () -> {
                  task.run();
                  throw new IllegalStateException("cannot be taken off");
                });

    assertThat(result.text()).isEqualTo("done");
  }
}
