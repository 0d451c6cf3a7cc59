package dev.adze.processor.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.tool.FunctionTool;
import dev.adze.tool.PreparedCall;
import dev.adze.tool.ToolContext;
import dev.adze.tool.ToolOutput;
import dev.adze.tool.ToolSpec;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is shown of a mismatch has to be small, and to show it still. */
@Tag("oracle")
class ShrinkerTest {
  private static final Doc SEVEN = Doc.literal("7");
  private static final Doc LARGE =
      Doc.object(
          new Doc.Member("\"a\"", Doc.array(Doc.literal("1"), SEVEN, Doc.literal("\"text\""))),
          new Doc.Member("\"b\"", Doc.object(new Doc.Member("\"c\"", Doc.literal("null")))));

  @Test
  void leavesNothingThatIsNotNeeded() {
    Subject subject = subject("{}", text -> text.contains("7"));
    assertThat(shrunk(subject, LARGE, List.of(), "").text()).isEqualTo("{\"a\":[7]}");
    assertThat(shrunk(subject("{}", text -> text.contains("b")), LARGE, List.of(), "").text())
        .isEqualTo("{\"b\":0}");
  }

  @Test
  void keepsWhatFollowsTheText() {
    Subject subject = subject("{}", text -> text.endsWith(" x"));
    assertThat(shrunk(subject, LARGE, List.of("trailing text"), " x").text()).isEqualTo("0 x");
  }

  @Test
  void keepsWhiteSpaceThatMatters() {
    Subject subject = subject("{}", text -> text.contains(": "));
    Instance given =
        new Instance(LARGE, Instance.Envelope.NONE, List.of(), "{\"a\": [1,7,\"text\"]}");
    assertThat(Shrinker.shrink(subject, given)).isSameAs(given);
  }

  /** Without it, a text that has no fault would show just as well that nobody sees one. */
  @Test
  void keepsTheFaultThatNobodySees() {
    Doc marked =
        Doc.object(
            new Doc.Member("\"a\"", new Doc.Marked(Doc.array(SEVEN))),
            new Doc.Member("\"b\"", Doc.literal("1")));
    assertThat(shrunk(subject("{}", text -> false), marked, List.of("a fault"), "").text())
        .isEqualTo("{\"a\":[7]}");
  }

  @Test
  void staysWithTheSameSortOfMismatch() {
    Subject subject = subject("{\"type\":\"object\"}", text -> text.contains("7"));
    Instance shrunk = shrunk(subject, LARGE, List.of(), "");
    assertThat(subject.examine(shrunk).unlisted()).contains(IllegalStateException.class.getName());
  }

  private static Instance shrunk(Subject subject, Doc doc, List<String> faults, String after) {
    Instance.Envelope envelope = new Instance.Envelope(after, 0);
    return Shrinker.shrink(subject, new Instance(doc, envelope, faults, Json.text(doc) + after));
  }

  /** A tool that takes any text, but throws what it should not for some. */
  private static Subject subject(String schema, Predicate<String> throwing) {
    Slot slot =
        Slot.plain("a", IntegerFamily.bits("int", "Integer", Integer.SIZE), Slot.Presence.REQUIRED);
    return new Subject(
        new DrawnTool("tool", "", new Slots(List.of(slot))),
        new Anything(ToolSpec.builder("tool", schema).build(), throwing));
  }

  private record Anything(ToolSpec spec, Predicate<String> throwing) implements FunctionTool {
    @Override
    public PreparedCall prepare(String json) {
      if (throwing.test(json)) {
        throw new IllegalStateException("as planted");
      }
      return new Call(json);
    }
  }

  private record Call(String arguments) implements PreparedCall {
    @Override
    public Optional<String> preview(ToolContext context) {
      return Optional.empty();
    }

    @Override
    public ToolOutput call(ToolContext context) {
      return ToolOutput.of(arguments);
    }
  }
}
