package dev.adze.agent;

import static dev.adze.agent.Fixtures.ECHO;
import static dev.adze.agent.Fixtures.agent;
import static dev.adze.agent.Fixtures.calls;
import static dev.adze.agent.Fixtures.finish;
import static dev.adze.agent.Fixtures.runner;
import static dev.adze.agent.Fixtures.tool;
import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.event.ExecutionComplete;
import dev.adze.event.RawResponse;
import dev.adze.event.RunEvent;
import dev.adze.event.RunResult;
import dev.adze.event.StopReason;
import dev.adze.event.ToolCallActivity;
import dev.adze.event.ToolCalled;
import dev.adze.model.ModelCall;
import dev.adze.model.ModelChunk;
import dev.adze.model.ModelResponse;
import dev.adze.model.scripted.ScriptedModel;
import dev.adze.model.scripted.ScriptedTurn;
import dev.adze.testing.RecordedEvents;
import dev.adze.tool.FunctionTool;
import dev.adze.tool.ToolOutput;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What listeners can rely on, and what they cannot break. */
class ListenerTest {
  private final RecordedEvents told = new RecordedEvents();

  @Test
  void consumerLambdaCompiles() throws InterruptedException {
    List<String> names = Collections.synchronizedList(new ArrayList<>());
    Run run =
        runner(ScriptedModel.of(ScriptedTurn.text("hi"))).stream(
            "hello", event -> names.add(event.name()));

    assertThat(finish(run).text()).isEqualTo("hi");
    assertThat(names).startsWith("agent.execution_start").endsWith("agent.execution_complete");
  }

  @Test
  void throwingListenerHurtsNeitherTheRunNorTheNextListener() throws InterruptedException {
    Set<String> typed = ConcurrentHashMap.newKeySet();
    RunListener broken =
        new RunListener() {
          @Override
          public void onStart(Run run) {
            throw new IllegalStateException("thrown on purpose");
          }

          @Override
          public void onEvent(RunEvent event) {
            throw new AssertionError("thrown on purpose");
          }

          @Override
          public void onFinalOutput(dev.adze.event.FinalOutput event) {
            typed.add(event.text());
          }
        };
    Runner runner = Runner.builder(agent(calls("echo", "{}"), ECHO)).listener(broken).build();
    try (QuietLog quiet = new QuietLog()) {
      RunResult result = finish(runner.stream("hello", told));
      assertThat(result.text()).isEqualTo("done");
      assertThat(quiet.records())
          .singleElement()
          .satisfies(record ->
              assertThat(record.getMessage())
                  .contains("failed at the start of run " + result.runId()));
    }

    assertThat(typed).containsExactly("done");
    assertThat(told.outline()).endsWith("execution_complete FINAL_OUTPUT");
  }

  /** As one whose disk is full may be. */
  @Test
  void aSystemsLogThatThrowsHurtsTheRunAsLittle() throws InterruptedException {
    Runner runner =
        Runner.builder(agent(calls("echo", "{}"), ECHO))
            .listener(
                new RunListener() {
                  @Override
                  public void onEvent(RunEvent event) {
                    throw new IllegalStateException("thrown on purpose");
                  }
                })
            .build();
    try (QuietLog quiet = new QuietLog()) {
      quiet.fail();

      assertThat(finish(runner.stream("hello", told)).text()).isEqualTo("done");
    }
    assertThat(told.outline()).endsWith("execution_complete FINAL_OUTPUT");
  }

  @Test
  void runnersListenersHearEachEventBeforeTheRunsOwn() throws InterruptedException {
    List<String> heard = Collections.synchronizedList(new ArrayList<>());
    Runner runner =
        Runner.builder(agent(ScriptedModel.of(ScriptedTurn.text("hi"))))
            .listener(named("first", heard))
            .listener(named("second", heard))
            .build();
    finish(runner.stream("hello", named("own", heard)));

    assertThat(heard).hasSizeGreaterThan(9);
    for (int i = 0; i < heard.size(); i += 3) {
      String event = heard.get(i).split(" ")[1];
      assertThat(heard.subList(i, i + 3))
          .containsExactly("first " + event, "second " + event, "own " + event);
    }
  }

  private static RunListener named(String name, List<String> heard) {
    return new RunListener() {
      @Override
      public void onEvent(RunEvent event) {
        heard.add(name + " " + event.sequence());
      }
    };
  }

  @Test
  void allCallbacksComeFromOneThreadThatIsNeitherAToolsNorTheModels() throws InterruptedException {
    Set<Thread> callbacks = ConcurrentHashMap.newKeySet();
    Set<Thread> workers = ConcurrentHashMap.newKeySet();
    FunctionTool chatty =
        tool(
            "chatty",
            (arguments, context) -> {
              workers.add(Thread.currentThread());
              context.activity("working");
              return ToolOutput.of("ok");
            });
    ScriptedModel model =
        ScriptedModel.builder()
            .turn(request -> {
              workers.add(Thread.currentThread());
              return ScriptedTurn.builder()
                  .toolCall("chatty", "{}")
                  .toolCall("chatty", "{}")
                  .build();
            })
            .turn(ScriptedTurn.text("done"))
            .build();
    AtomicBoolean inCallback = new AtomicBoolean();
    AtomicInteger overlaps = new AtomicInteger();
    RunListener listener =
        new RunListener() {
          @Override
          public void onStart(Run run) {
            callbacks.add(Thread.currentThread());
          }

          @Override
          public void onEvent(RunEvent event) {
            if (inCallback.getAndSet(true)) {
              overlaps.incrementAndGet();
            }
            callbacks.add(Thread.currentThread());
            inCallback.set(false);
          }
        };
    finish(runner(model, chatty).stream("hello", listener));

    assertThat(callbacks).hasSize(1);
    assertThat(workers).hasSize(3).doesNotContainAnyElementsOf(callbacks);
    assertThat(overlaps).hasValue(0);
  }

  @Test
  void waitingForTheRunInItsCallbackThrowsInsteadOfHanging() throws InterruptedException {
    List<Throwable> thrown = Collections.synchronizedList(new ArrayList<>());
    RunListener listener =
        new RunListener() {
          @Override
          public void onStart(Run run) {
            collect(run::await);
            collect(() -> run.toFuture().join());
            collect(() -> run.toFuture().get());
            collect(() -> run.toFuture().thenApply(result -> 1).join());
          }

          private void collect(java.util.concurrent.Callable<?> wait) {
            try {
              wait.call();
            } catch (Exception caught) {
              thrown.add(caught);
            }
          }
        };
    finish(runner(ScriptedModel.of(ScriptedTurn.text("hi"))).stream("hello", listener));

    assertThat(thrown).hasSize(4).allMatch(IllegalStateException.class::isInstance);
  }

  @Test
  void futuresOfARunDoNotShareTheirFate() throws InterruptedException {
    CountDownLatch release = new CountDownLatch(1);
    FunctionTool slow =
        tool(
            "slow",
            (arguments, context) -> {
              Fixtures.await(release);
              return ToolOutput.of("ok");
            });
    Run run = runner(calls("slow", "{}"), slow).stream("hello", told);
    CompletableFuture<RunResult> mine = run.toFuture();
    mine.completeExceptionally(new IllegalStateException("mine alone"));

    assertThat(run.isDone()).isFalse();
    release.countDown();
    assertThat(finish(run).text()).isEqualTo("done");
    assertThat(run.isDone()).isTrue();
  }

  @Test
  void resultIsThereOnlyAfterTheLastEventWasDelivered() throws InterruptedException {
    AtomicReference<Run> run = new AtomicReference<>();
    AtomicBoolean doneInCallback = new AtomicBoolean(true);
    RunListener listener =
        new RunListener() {
          @Override
          public void onStart(Run started) {
            run.set(started);
          }

          @Override
          public void onExecutionComplete(ExecutionComplete event) {
            doneInCallback.set(run.get().isDone());
          }
        };
    finish(runner(ScriptedModel.of(ScriptedTurn.text("hi"))).stream("hello", listener));

    assertThat(doneInCallback).isFalse();
  }

  @Test
  void slowListenerHoldsTheNextTool() throws InterruptedException {
    AtomicInteger handedOver = new AtomicInteger();
    CountDownLatch modelAndCheckAreDone = new CountDownLatch(2);
    AtomicInteger handedOverMeanwhile = new AtomicInteger();
    RunListener slow =
        new RunListener() {
          @Override
          public void onToolCalled(ToolCalled event) {
            waitFor(modelAndCheckAreDone);
            handedOverMeanwhile.set(handedOver.get());
          }
        };
    Runner runner =
        Runner.builder(agent(calls("echo", "{}"), ECHO))
            .executor(task -> {
              handedOver.incrementAndGet();
              new Thread(
                      () -> {
                        task.run();
                        modelAndCheckAreDone.countDown();
                      })
                  .start();
            })
            .build();

    assertThat(finish(runner.stream("hello", slow)).text()).isEqualTo("done");
    assertThat(handedOverMeanwhile).hasValue(2);
  }

  @Test
  void responseIsReadAheadOfASlowListener() throws InterruptedException {
    CountDownLatch read = new CountDownLatch(1);
    Agent agent = overheard(ScriptedTurn.text("a b c d e f"), chunk -> {}, read::countDown);
    RunListener slow =
        new RunListener() {
          @Override
          public void onRawResponse(RawResponse event) {
            waitFor(read);
          }
        };

    assertThat(finish(Runner.builder(agent).build().stream("hello", slow)).text())
        .isEqualTo("a b c d e f");
  }

  @Test
  void readerWaitsOnlyWhenTheBufferIsFull() throws InterruptedException {
    int words = 3_000;
    AtomicInteger sent = new AtomicInteger();
    CountDownLatch full = new CountDownLatch(1_024);
    List<Integer> sentAhead = Collections.synchronizedList(new ArrayList<>());
    Agent agent =
        overheard(
            ScriptedTurn.text("x ".repeat(words)),
            chunk -> {
              sent.incrementAndGet();
              full.countDown();
            },
            () -> {});
    RunListener listener =
        new RunListener() {
          @Override
          public void onRawResponse(RawResponse event) {
            told.onEvent(event);
            waitFor(full);
            sentAhead.add(sent.get() - event.ordinal());
          }
        };
    finish(Runner.builder(agent).build().stream("hello", listener));

    assertThat(told.events()).hasSize(words + 1);
    // What is in the buffer, what the reader holds, and what it has counted and not yet told.
    assertThat(sentAhead).allMatch(ahead -> ahead <= 1_026);
  }

  @Test
  void cancelFreesAReaderThatWaitsForRoom() throws InterruptedException {
    CountDownLatch full = new CountDownLatch(1_024);
    CountDownLatch ended = new CountDownLatch(1);
    Agent agent =
        overheard(
            ScriptedTurn.text("x ".repeat(3_000)), chunk -> full.countDown(), ended::countDown);
    RunListener stuck =
        new RunListener() {
          @Override
          public void onRawResponse(RawResponse event) {
            waitFor(ended);
            told.onEvent(event);
          }
        };
    Run run = Runner.builder(agent).build().stream("hello", stuck);
    Fixtures.await(full);
    run.cancel();
    Fixtures.await(ended);

    assertThat(finish(run).stopReason()).isEqualTo(StopReason.CANCELLED);
    assertThat(told.events().size()).isBetween(1_023, 1_030);
  }

  /** An agent that gives one turn, and whose model call is listened to on its own thread. */
  private static Agent overheard(
      ScriptedTurn turn, Consumer<ModelChunk> before, Runnable afterTheEnd) {
    ScriptedModel script = ScriptedModel.of(turn);
    return Agent.builder()
        .model(
            request -> {
              ModelCall call = script.newCall(request);
              return new ModelCall() {
                @Override
                public ModelResponse execute(Consumer<? super ModelChunk> chunks) {
                  try {
                    return call.execute(chunk -> {
                      before.accept(chunk);
                      chunks.accept(chunk);
                    });
                  } finally {
                    afterTheEnd.run();
                  }
                }

                @Override
                public void cancel() {
                  call.cancel();
                }
              };
            },
            "scripted")
        .build();
  }

  @Test
  void activityOfAToolWaitsForRoomAndNoneIsLost() throws InterruptedException {
    int reports = 5_000;
    FunctionTool chatty =
        tool(
            "chatty",
            (arguments, context) -> {
              for (int i = 0; i < reports; i++) {
                context.activity("report " + i);
              }
              return ToolOutput.of("ok");
            });
    RunResult result = finish(runner(calls("chatty", "{}"), chatty).stream("hello", told));

    assertThat(result.stopReason()).isEqualTo(StopReason.FINAL_OUTPUT);
    List<ToolCallActivity> heard = told.only(ToolCallActivity.class);
    assertThat(heard).hasSize(reports);
    assertThat(heard.get(reports - 1).ordinal()).isEqualTo(reports);
  }

  @Test
  void executorThatUsesTheCallersThreadFailsTheRunInsteadOfHangingIt() throws InterruptedException {
    Runner runner =
        Runner.builder(agent(ScriptedModel.of(ScriptedTurn.text("hi"))))
            .executor(Runnable::run)
            .build();
    RunResult result = finish(runner.stream("hello", told));

    assertThat(result.failure().orElseThrow())
        .hasMessageStartingWith("The executor of a Runner must not run a task on the thread");
  }

  @Test
  void executorThatRefusesFailsTheRun() throws InterruptedException {
    Runner runner =
        Runner.builder(agent(ScriptedModel.of(ScriptedTurn.text("hi"))))
            .executor(task -> {
              throw new java.util.concurrent.RejectedExecutionException("full");
            })
            .build();

    assertThat(finish(runner.stream("hello", told)).failure().orElseThrow()).hasMessage("full");
  }

  @Test
  void callersObjectReachesTheTools() throws InterruptedException {
    FunctionTool who =
        tool(
            "who",
            (arguments, context) -> ToolOutput.of(context.caller(String.class).orElse("nobody")));
    finish(
        runner(calls("who", "{}"), who).stream(
            RunRequest.builder("hello").context("alice").build(), told));

    assertThat(Fixtures.observation(told)).isEqualTo("alice");
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      Fixtures.await(latch);
    } catch (InterruptedException unexpected) {
      throw new AssertionError(unexpected);
    }
  }
}
