package dev.adze.agent;

import static dev.adze.agent.Fixtures.finish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.adze.approval.Decision;
import dev.adze.internal.JsonTree;
import dev.adze.internal.JsonTree.Elements;
import dev.adze.internal.JsonTree.Literal;
import dev.adze.internal.JsonTree.Members;
import dev.adze.internal.JsonTree.Text;
import dev.adze.loop.RunState;
import dev.adze.model.scripted.ScriptedModel;
import dev.adze.model.scripted.ScriptedTurn;
import dev.adze.tool.ToolOutput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * States with one value that is not what was written: each is refused in words, or read and resumed
 * to an end, and no guarded tool runs.
 */
@Timeout(120)
class DamagedStateTest extends BankerTests {
  private static final List<JsonTree> VALUES =
      List.of(
          new Literal("null"),
          new Literal("-1"),
          new Literal("9223372036854775807"),
          new Literal("true"),
          new Text(""),
          new Text("call_1_1"),
          new Text("PT-9999999999S"),
          new Text("asking"),
          new Text("decoding"),
          new Text("calling"),
          new Text("started"),
          new Text("suspended"),
          new Text("finished"),
          new Text("decided"),
          new Elements(List.of(new Literal("null"))),
          new Members(Map.of()));

  /** Some states break a run down, which says so there. */
  private final QuietLog quiet = new QuietLog();

  private int refused;
  private int resumed;

  @AfterEach
  void close() {
    quiet.close();
  }

  /** Every tree in which one value is another one, or gone. */
  private static void damage(JsonTree tree, Consumer<JsonTree> each) {
    VALUES.forEach(each);
    if (tree instanceof Members object) {
      object
          .members()
          .forEach((name, value) -> {
            Map<String, JsonTree> copy = new LinkedHashMap<>(object.members());
            copy.remove(name);
            each.accept(new Members(new LinkedHashMap<>(copy)));
            damage(
                value,
                damaged -> {
                  copy.put(name, damaged);
                  each.accept(new Members(new LinkedHashMap<>(copy)));
                });
          });
    } else if (tree instanceof Elements array) {
      for (int i = 0; i < array.elements().size(); i++) {
        List<JsonTree> copy = new ArrayList<>(array.elements());
        int at = i;
        damage(
            copy.get(i),
            damaged -> {
              copy.set(at, damaged);
              each.accept(new Elements(List.copyOf(copy)));
            });
      }
    }
  }

  private void check(String text, Supplier<Agent> agent) {
    RunState state;
    try {
      state = RunState.fromJson(text);
    } catch (IllegalArgumentException expected) {
      refused++;
      return;
    } catch (RuntimeException other) {
      fail("Reading " + text, other);
      return;
    }
    try {
      state.pendingApprovals();
      assertThat(RunState.fromJson(state.toJson()).toJson()).isEqualTo(state.toJson());
    } catch (RuntimeException other) {
      fail("Looking into " + text, other);
    }
    Run run;
    try {
      run =
          Runner.builder(agent.get()).approver(request -> Decision.deny("no")).build().stream(
              RunRequest.resume(state).build(), event -> {});
    } catch (IllegalArgumentException expected) {
      refused++;
      return;
    }
    try {
      finish(run);
    } catch (InterruptedException | AssertionError endless) {
      fail("Resuming " + text, endless);
    }
    resumed++;
    if (!ran.isEmpty()) {
      fail("It ran: " + text);
    }
  }

  private void checkAll(RunState state, Supplier<Agent> agent) {
    ran.clear();
    damage(JsonTree.parse(state.toJson()), damaged -> check(damaged.canonical(), agent));
    assertThat(refused).isPositive();
    assertThat(resumed).isPositive();
  }

  private static ScriptedModel done() {
    ScriptedTurn[] turns = new ScriptedTurn[12];
    Arrays.fill(turns, ScriptedTurn.text("done"));
    return ScriptedModel.of(turns);
  }

  @Test
  void ofARunThatWaitsWithin() throws InterruptedException {
    RunState state = suspended(hostOfBanker());
    checkAll(
        state, () -> agent("host", done(), agent("banker", done(), pay).asTool("ask", "Pays.")));
  }

  @Test
  void ofARunAtWork() throws InterruptedException {
    CountDownLatch running = new CountDownLatch(1);
    Agent host =
        hostOf(
            Fixtures.tool(
                "ask",
                (arguments, context) -> {
                  running.countDown();
                  new CountDownLatch(1).await();
                  return ToolOutput.of("never");
                }));
    Run run = Runner.builder(host).build().stream("Hi", event -> {});
    Fixtures.await(running);
    RunState state = run.state();
    run.cancel();
    finish(run);
    checkAll(
        state, () -> agent("host", done(), Fixtures.tool("ask", (a, c) -> ToolOutput.of("ok"))));
  }
}
