package dev.adze.agent;

import static dev.adze.agent.Fixtures.agent;
import static dev.adze.agent.Fixtures.calls;
import static dev.adze.agent.Fixtures.finish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.adze.approval.ArgumentMatch;
import dev.adze.approval.Decision;
import dev.adze.approval.Grant;
import dev.adze.event.StopReason;
import dev.adze.loop.RunState;
import dev.adze.loop.StateSeal;
import dev.adze.model.scripted.ScriptedModel;
import dev.adze.model.scripted.ScriptedTurn;
import dev.adze.testing.RecordedEvents;
import dev.adze.tool.FunctionTool;
import dev.adze.tool.ToolOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is granted for a session holds in its later runs, and nowhere else. */
@Timeout(30)
class SessionGrantsTest {
  private static final StateSeal SEAL = StateSeal.of(new byte[32]);

  @TempDir private Path folder;
  private Path file;

  private final RecordedEvents told = new RecordedEvents();
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger paid = new AtomicInteger();
  private final FunctionTool pay =
      Fixtures.guarded(
          "pay",
          (arguments, context) -> {
            paid.incrementAndGet();
            return ToolOutput.of("paid");
          });

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("session.jsonl");
  }

  /** One run that wants to pay, in which whoever is asked grants it in this scope. */
  private Run grant(Session session, Grant.Scope scope) throws InterruptedException {
    Runner runner =
        Runner.builder(agent(calls("pay", "{}"), pay))
            .approver(request -> {
              asked.incrementAndGet();
              return Decision.approveAlways(Grant.of(request, ArgumentMatch.any(), scope));
            })
            .build();
    Run run = runner.stream(in(session).build(), told);
    assertThat(finish(run).text()).isEqualTo("done");
    return run;
  }

  /** One run that wants to pay, where nobody can be asked; whether it has paid. */
  private boolean pays(Session session) throws InterruptedException {
    return pays(in(session));
  }

  private boolean pays(RunRequest.Builder request) throws InterruptedException {
    int before = paid.get();
    Runner runner = Runner.builder(agent(calls("pay", "{}"), pay)).build();
    assertThat(finish(runner.stream(request.build(), told)).text()).isEqualTo("done");
    return paid.get() > before;
  }

  private static RunRequest.Builder in(Session session) {
    return RunRequest.builder("pay").session(session);
  }

  @Test
  void aLaterRunOfTheSessionIsNotAskedForIt() throws Exception {
    try (Session session = Session.inMemory();
        Session other = Session.inMemory()) {
      Run first = grant(session, Grant.Scope.SESSION);

      assertThat(session.grants()).isEqualTo(first.state().grants()).hasSize(1);
      assertThat(pays(session)).isTrue();
      assertThat(pays(other)).isFalse();
      assertThat(asked).hasValue(1);
    }
  }

  @Test
  void aGrantOfOneRunIsGoneWithIt() throws Exception {
    try (Session session = Session.inMemory()) {
      grant(session, Grant.Scope.RUN);

      assertThat(session.grants()).isEmpty();
      assertThat(pays(session)).isFalse();
    }
  }

  @Test
  void aSealedFileKeepsIt() throws Exception {
    try (Session session = Session.open(file, SEAL)) {
      grant(session, Grant.Scope.SESSION);
      assertThat(pays(session)).isTrue();
    }
    try (Session again = Session.open(file, SEAL)) {
      assertThat(again.grants()).hasSize(1);
      assertThat(again.messages()).hasSize(8);
      assertThat(pays(again)).isTrue();
    }
  }

  @Test
  void afileWithoutASealKeepsItAsLongAsItIsOpen() throws Exception {
    try (Session session = Session.open(file)) {
      grant(session, Grant.Scope.SESSION);
      assertThat(pays(session)).isTrue();
    }
    assertThat(Files.readString(file)).doesNotContain("grants");
    try (Session again = Session.open(file)) {
      assertThat(again.grants()).isEmpty();
      assertThat(pays(again)).isFalse();
    }
  }

  @Test
  void withoutTheSealWhatTheFileKeepsIsNotTaken() throws Exception {
    try (Session session = Session.open(file, SEAL)) {
      grant(session, Grant.Scope.SESSION);
    }
    try (Session again = Session.open(file)) {
      assertThat(again.messages()).hasSize(4);
      assertThat(pays(again)).isFalse();
    }
  }

  @Test
  void whatARunTakesBackIsGoneInTheNext() throws Exception {
    try (Session session = Session.open(file, SEAL)) {
      grant(session, Grant.Scope.SESSION);
      String id = session.grants().get(0).id();
      Run[] run = new Run[1];
      FunctionTool revoking =
          Fixtures.tool(
              "regret",
              (arguments, context) -> {
                run[0].revoke(id);
                return ToolOutput.of("ok");
              });
      Runner runner = Runner.builder(agent(calls("regret", "{}"), revoking)).build();
      finish(
          runner.stream(
              in(session).build(),
              new RunListener() {
                @Override
                public void onStart(Run started) {
                  run[0] = started;
                }
              }));

      assertThat(session.grants()).isEmpty();
      assertThat(pays(session)).isFalse();
    }
    try (Session again = Session.open(file, SEAL)) {
      assertThat(again.grants()).isEmpty();
    }
  }

  @Test
  void betweenRunsTheSessionTakesItBack() throws Exception {
    try (Session session = Session.open(file, SEAL)) {
      grant(session, Grant.Scope.SESSION);
      session.revoke(session.grants().get(0).id());
      session.revoke("no such grant");

      assertThat(pays(session)).isFalse();
    }
    try (Session again = Session.open(file, SEAL)) {
      assertThat(again.grants()).isEmpty();
    }
  }

  /** The state still lists it, sealed, from before it was taken back. */
  @Test
  void aResumedRunHasWhatTheSessionHas() throws Exception {
    try (Session session = Session.inMemory()) {
      ScriptedModel model =
          ScriptedModel.of(ScriptedTurn.toolCall("pay", "{}"), ScriptedTurn.toolCall("wait", "{}"));
      FunctionTool wait = Fixtures.guarded("wait", (arguments, context) -> ToolOutput.of(""));
      Runner runner =
          Runner.builder(agent(model, pay, wait))
              .approver(request ->
                  request.tool().name().equals("wait")
                      ? Decision.defer()
                      : Decision.approveAlways(
                          Grant.of(request, ArgumentMatch.any(), Grant.Scope.SESSION)))
              .build();
      Run run = runner.stream(in(session).build(), told);
      assertThat(finish(run).stopReason()).isEqualTo(StopReason.AWAITING_APPROVAL);
      RunState state = RunState.fromJson(run.state().toJson(SEAL), SEAL);
      session.revoke(session.grants().get(0).id());
      assertThat(state.grants()).hasSize(1);

      assertThat(pays(RunRequest.resume(state).session(session))).isFalse();
    }
  }

  @Test
  void whatIsHandedToOneRunIsNotTheSessions() throws Exception {
    try (Session session = Session.inMemory()) {
      List<Grant> grants = grant(Session.inMemory(), Grant.Scope.SESSION).state().grants();

      assertThat(pays(in(session).grants(grants))).isTrue();
      assertThat(session.grants()).isEmpty();
      assertThat(pays(session)).isFalse();
    }
  }

  @Test
  void itIsNotTakenBackInTheSessionWhileARunHasIt() throws Exception {
    try (Session session = Session.inMemory()) {
      session.begin("run_1");
      assertThatThrownBy(() -> session.revoke("run_1/call_1_1"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("run_1 is under way");
      session.end("run_1");
    }
  }

  @Test
  void aFileInWhichAGrantWasChangedIsRefused() throws Exception {
    refused(text -> text.replace("tester", "caller"), SEAL);
  }

  @Test
  void aFileThatWasSealedWithAnotherKeyIsRefused() throws Exception {
    refused(text -> text, StateSeal.of("another key of thirty-two bytes!".getBytes()));
  }

  @Test
  void theGrantsOfAnotherSessionAreRefused() throws Exception {
    try (Session session = Session.open(file, SEAL)) {
      grant(session, Grant.Scope.SESSION);
    }
    String stolen = line(file);
    Path other = folder.resolve("other.jsonl");
    try (Session session = Session.open(other, SEAL)) {
      pays(session);
    }
    List<String> lines = new ArrayList<>(Files.readAllLines(other));
    // Behind as many records as it had before it where it comes from.
    lines.add(2, stolen);
    Files.write(other, lines);

    assertThatThrownBy(() -> Session.open(other, SEAL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("changed since");
  }

  /** The line was true once, and is put behind the one that took the grant back. */
  @Test
  void grantsAreRefusedAtAnotherPlace() throws Exception {
    try (Session session = Session.open(file, SEAL)) {
      grant(session, Grant.Scope.SESSION);
      pays(session);
      session.revoke(session.grants().get(0).id());
    }
    Files.writeString(file, Files.readString(file) + line(file) + "\n");

    assertThatThrownBy(() -> Session.open(file, SEAL)).isInstanceOf(IllegalArgumentException.class);
  }

  private void refused(UnaryOperator<String> change, StateSeal seal) throws Exception {
    try (Session session = Session.open(file, SEAL)) {
      grant(session, Grant.Scope.SESSION);
    }
    Files.writeString(file, change.apply(Files.readString(file)));

    assertThatThrownBy(() -> Session.open(file, seal))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("changed since");
    // The file is free again for whoever has the right key.
    if (!seal.equals(SEAL)) {
      Session.open(file, SEAL).close();
    }
  }

  /** The first line with grants. */
  private static String line(Path of) throws IOException {
    return Files.readAllLines(of).stream()
        .filter(line -> line.startsWith("{\"grants\""))
        .findFirst()
        .orElseThrow();
  }
}
