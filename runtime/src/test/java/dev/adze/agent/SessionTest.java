package dev.adze.agent;

import static dev.adze.agent.Fixtures.agent;
import static dev.adze.agent.Fixtures.calls;
import static dev.adze.agent.Fixtures.finish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.adze.approval.Decision;
import dev.adze.event.RunEvent;
import dev.adze.event.RunResult;
import dev.adze.event.StopReason;
import dev.adze.loop.RunState;
import dev.adze.loop.StateSeal;
import dev.adze.model.Message;
import dev.adze.model.scripted.ScriptedModel;
import dev.adze.model.scripted.ScriptedTurn;
import dev.adze.testing.RecordedEvents;
import dev.adze.tool.FunctionTool;
import dev.adze.tool.ToolOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Conversations that go on from run to run. */
class SessionTest {
  private static final StateSeal SEAL = StateSeal.of(new byte[32]);

  @TempDir private Path folder;
  private Path file;

  private final RecordedEvents told = new RecordedEvents();
  private final List<String> ran = Collections.synchronizedList(new ArrayList<>());
  private final FunctionTool pay =
      Fixtures.guarded(
          "pay",
          (arguments, context) -> {
            ran.add(context.callId());
            return ToolOutput.of("paid");
          });

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("a").resolve("session.jsonl");
  }

  private Session session(String kind) throws IOException {
    return kind.equals("memory") ? Session.inMemory() : Session.open(file);
  }

  private static RunRequest in(Session session, String prompt) {
    return RunRequest.builder(prompt).session(session).build();
  }

  private RunState deferred(Session session) throws InterruptedException {
    Runner runner =
        Runner.builder(agent(calls("pay", "{}"), pay))
            .approver(request -> Decision.defer())
            .build();
    Run run = runner.stream(in(session, "pay"), told);
    assertThat(finish(run).stopReason()).isEqualTo(StopReason.AWAITING_APPROVAL);
    return RunState.fromJson(run.state().toJson(SEAL), SEAL);
  }

  private RunResult resume(RunState state, Session session) throws InterruptedException {
    Runner runner = Fixtures.runner(ScriptedModel.of(ScriptedTurn.text("done")), pay);
    return finish(
        runner.stream(
            RunRequest.resume(state)
                .session(session)
                .decide("call_1_1", Decision.approve())
                .build(),
            told));
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory", "file"})
  void aRunGoesOnWhereTheLastOneEnded(String kind) throws Exception {
    ScriptedModel model =
        ScriptedModel.of(
            ScriptedTurn.toolCall("echo", "{}"),
            ScriptedTurn.text("one"),
            ScriptedTurn.text("two"));
    Runner runner = Fixtures.runner(model, Fixtures.ECHO);
    try (Session session = session(kind)) {
      finish(runner.stream(in(session, "first"), told));
      assertThat(session.messages()).hasSize(4);
      RunResult second = finish(runner.stream(in(session, "second"), told));

      assertThat(second.text()).isEqualTo("two");
      assertThat(model.requests().get(2).messages()).hasSize(5);
      assertThat(session.messages()).isEqualTo(second.messages()).hasSize(6);
      assertThat(Conversation.checked(session.messages())).isNotEmpty();
    }
  }

  @Test
  void theFileHasALineForTheTurnAndOneForEachStep() throws Exception {
    List<Integer> lines = Collections.synchronizedList(new ArrayList<>());
    FunctionTool look =
        Fixtures.tool(
            "look",
            (arguments, context) -> {
              lines.add(Files.readAllLines(file).size());
              Thread.currentThread().interrupt();
              return ToolOutput.of("ok");
            });
    List<Message> messages;
    String id;
    try (Session session = Session.open(file)) {
      messages =
          finish(Fixtures.runner(calls("look", "{}"), look).stream(in(session, "hello"), told))
              .messages();
      id = session.id();
    }

    assertThat(lines).containsExactly(2);
    assertThat(Files.readAllLines(file)).hasSize(4);
    assertThat(Files.readString(file)).endsWith("\n");
    try (Session again = Session.open(file)) {
      assertThat(again.messages()).isEqualTo(messages).hasSize(4);
      assertThat(again.id()).isEqualTo(id);
    }
  }

  @Test
  void ofAFileThatEndsAnywhereTheWholeRecordsAreThere() throws Exception {
    List<Message> messages;
    try (Session session = Session.open(file)) {
      finish(
          Fixtures.runner(calls("echo", "{}"), Fixtures.ECHO).stream(
              in(session, "h\u00e9 \ud83d\ude00"), told));
      messages = session.messages();
    }
    byte[] whole = Files.readAllBytes(file);
    int[] ends = {1, 3, 4};
    for (int length = 0; length <= whole.length; length++) {
      byte[] torn = Arrays.copyOf(whole, length);
      Files.write(file, torn);
      int lines =
          (int) new String(torn, StandardCharsets.UTF_8).chars().filter(c -> c == '\n').count();
      int expected = lines < 2 ? 0 : ends[lines - 2];
      try (Session session = Session.open(file)) {
        assertThat(session.messages())
            .as("%d bytes", length)
            .isEqualTo(messages.subList(0, expected));
        finish(
            Fixtures.runner(ScriptedModel.of(ScriptedTurn.text("on"))).stream(
                in(session, "and"), new RecordedEvents()));
      }
      try (Session session = Session.open(file)) {
        assertThat(session.messages()).hasSize(expected + 2);
      }
    }
  }

  /** After a power failure, a line may have its place on the disk, and not what was in it. */
  @Test
  void aLastLineThatDidNotReachTheDiskIsPassedOver() throws Exception {
    Runner runner =
        Fixtures.runner(ScriptedModel.of(ScriptedTurn.text("hi"), ScriptedTurn.text("hi")));
    try (Session session = Session.open(file)) {
      finish(runner.stream(in(session, "hello"), told));
    }
    Files.writeString(file, "\0".repeat(5_000) + "\n", StandardOpenOption.APPEND);
    try (Session session = Session.open(file)) {
      assertThat(session.messages()).hasSize(2);
      finish(runner.stream(in(session, "and"), new RecordedEvents()));
    }
    assertThat(Files.readString(file)).doesNotContain("\0");
    try (Session session = Session.open(file)) {
      assertThat(session.messages()).hasSize(4);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "notes\n",
        "notes",
        "{}\n",
        "{\"format\":2,\"session\":\"s\"}\n",
        "{\"format\":1,\"session\":\"s\"}\n{\"run\":\n{\"run\":\"r\",\"messages\":[]}\n",
        "{\"format\":1,\"session\":\"s\"}\n{\"run\":\"r\",\"messages\":[{\"role\":\"new\"}]}\n"
      })
  void aFileThatIsNoSessionIsRefusedAndLeftAlone(String content) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);

    assertThatThrownBy(() -> Session.open(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("session.jsonl");
    assertThat(Files.readString(file)).isEqualTo(content);
  }

  @Test
  void aSessionIsOpenInOnePlace() throws Exception {
    try (Session session = Session.open(file)) {
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> Session.open(file))
            .isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("open in one place at a time");
        Process other = Programs.start(OpeningProgram.class, file.toString());
        assertThat(other.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(other.exitValue()).isEqualTo(OpeningProgram.REFUSED);
      }
      assertThat(session.messages()).isEmpty();
    }
    Process other = Programs.start(OpeningProgram.class, file.toString());
    assertThat(other.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(other.exitValue()).isZero();
    Session.open(file).close();
  }

  private static Throwable errorOf(Flow.Publisher<RunEvent> publisher) throws Exception {
    CompletableFuture<Throwable> error = new CompletableFuture<>();
    publisher.subscribe(
        new Flow.Subscriber<>() {
          @Override
          public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(1);
          }

          @Override
          public void onNext(RunEvent event) {}

          @Override
          public void onError(Throwable thrown) {
            error.complete(thrown);
          }

          @Override
          public void onComplete() {}
        });
    return error.get(10, TimeUnit.SECONDS);
  }

  @Test
  void oneRunAtATimeHasASession() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    FunctionTool slow =
        Fixtures.tool(
            "slow",
            (arguments, context) -> {
              running.countDown();
              release.await();
              return ToolOutput.of("ok");
            });
    Runner runner = Fixtures.runner(calls("slow", "{}"), slow);
    try (Session session = Session.open(file)) {
      Run first = runner.stream(in(session, "hello"), told);
      Fixtures.await(running);
      assertThatThrownBy(() -> runner.stream(in(session, "me too"), told))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining(first.id());
      assertThat(errorOf(runner.publisher(in(session, "me too"))))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining(first.id());
      assertThatThrownBy(session::close).isInstanceOf(IllegalStateException.class);
      release.countDown();
      finish(first);
      assertThat(session.messages()).hasSize(4);
    }
    Session closed = Session.open(file);
    closed.close();
    assertThatThrownBy(() -> runner.stream(in(closed, "late"), told))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory", "file"})
  void aRunIsResumedInItsSession(String kind) throws Exception {
    try (Session session = session(kind)) {
      RunState state = deferred(session);
      assertThat(session.messages()).hasSize(1);
      assertThat(resume(state, session).text()).isEqualTo("done");

      assertThat(session.messages()).hasSize(4);
      assertThat(ran).hasSize(1);
      Fixtures.checkNumbers(told);
    }
  }

  @Test
  void aRunIsNotResumedInASessionThatHasMovedOn() throws Exception {
    try (Session session = Session.open(file)) {
      RunState state = deferred(session);
      finish(
          Fixtures.runner(ScriptedModel.of(ScriptedTurn.text("hi"))).stream(
              in(session, "hello"), told));
      RunResult refused = resume(state, session);

      assertThat(refused.failure().orElseThrow())
          .isInstanceOf(StaleStateException.class)
          .hasMessageContaining("moved on");
      assertThat(ran).isEmpty();
      assertThat(session.messages()).hasSize(3);
    }
  }

  @Test
  void aRunIsNotResumedTwiceInItsSession() throws Exception {
    Session session = Session.inMemory();
    RunState state = deferred(session);
    resume(state, session);

    assertThat(resume(state, session).failure().orElseThrow())
        .isInstanceOf(StaleStateException.class);
    assertThat(ran).hasSize(1);
    assertThat(session.messages()).hasSize(4);
  }

  @Test
  void aRunIsNotResumedInAnotherSession() throws Exception {
    Session session = Session.inMemory();
    RunState state = deferred(session);

    assertThatThrownBy(() -> resume(state, Session.inMemory()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(session.id());
    Runner runner = Fixtures.runner(ScriptedModel.of(ScriptedTurn.text("done")), pay);
    assertThatThrownBy(() -> runner.stream(RunRequest.resume(state).build(), told))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no session");
    assertThat(resume(state, session).text()).isEqualTo("done");
  }

  @Test
  void aRecordThatWasNotWrittenBeforeTheEndIsWrittenByWhoGoesOn() throws Exception {
    RunState state;
    try (Session session = Session.open(file)) {
      state = deferred(session);
    }
    List<String> lines = Files.readAllLines(file);
    Files.writeString(file, lines.get(0) + "\n");
    try (Session session = Session.open(file)) {
      assertThat(resume(state, session).text()).isEqualTo("done");

      assertThat(session.messages()).hasSize(4);
    }
    assertThat(Files.readAllLines(file).subList(0, 2)).isEqualTo(lines);
  }
}
