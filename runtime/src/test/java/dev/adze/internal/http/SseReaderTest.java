package dev.adze.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import okio.Buffer;
import okio.BufferedSource;
import okio.Okio;
import okio.Source;
import okio.Timeout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SseReaderTest {
  private static final int LIMIT = 1000;

  /** What a search for line ends may take for one, next to each other and far apart. */
  private static final String CONTROLS =
      "\t\u0001\u000b\u001f !\u007f\u0085".repeat(3) + "x".repeat(30);

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r", "\r\n"})
  void readsEventsWithEachLineEnd(String end) throws IOException {
    String stream = "data: one\n\ndata: two\n\n".replace("\n", end);

    assertThat(read(stream)).containsExactly("one", "two");
  }

  @Test
  void joinsTheDataLinesOfOneEvent() throws IOException {
    assertThat(read("data: a\ndata:\ndata: b\n\ndata: c\n\n")).containsExactly("a\n\nb", "c");
  }

  @Test
  void takesOneSpaceAfterTheColonAndNoMore() throws IOException {
    assertThat(read("data:a\n\ndata:  b \n\n")).containsExactly("a", " b ");
  }

  @Test
  void skipsCommentsAndOtherFields() throws IOException {
    String stream =
        ": hello\n\nevent: x\nid: 7\nretry: 10\ndata: a\ndatabase: b\nnonsense\n\n:\n\n";

    assertThat(read(stream)).containsExactly("a");
  }

  @Test
  void knowsAFieldWithoutAColon() throws IOException {
    assertThat(read("data\n\ndata\ndata\n\n")).containsExactly("", "\n");
  }

  @Test
  void givesAnEventThatTheEndOfTheStreamCutsOff() throws IOException {
    assertThat(read("data: a\n\ndata: b\n")).containsExactly("a", "b");
    assertThat(read("data: a\n\ndata: b")).containsExactly("a", "b");
    assertThat(read("data: a\ndata: b")).containsExactly("a\nb");
  }

  @Test
  void isEmptyWhereThereIsNoData() throws IOException {
    assertThat(read("")).isEmpty();
    assertThat(read("\n\n\r\n: x\n\nevent: y\n\n")).isEmpty();
  }

  @Test
  void doesNotWaitForTheLineFeedThatMayFollowACarriageReturn() throws IOException {
    List<byte[]> pieces = List.of(bytes("data: a\r\r"), bytes("\ndata: b\r\n\r\n"));
    Pieces source = new Pieces(pieces);
    SseReader reader = new SseReader(Okio.buffer((Source) source), LIMIT, () -> {});

    assertThat(reader.next()).asString().isEqualTo("a");
    assertThat(source.given).isEqualTo(1);
    assertThat(reader.next()).asString().isEqualTo("b");
  }

  @Test
  void refusesALineOverTheLimitWithoutReadingItAll() {
    String line = "data: " + "x".repeat(LIMIT);

    assertThatThrownBy(() -> read(line + "\n\n")).isInstanceOf(OversizedException.class);
    assertThatThrownBy(() -> read(line + "x".repeat(100_000)))
        .isInstanceOf(OversizedException.class);
  }

  @Test
  void refusesAnEventOverTheLimit() {
    String line = "data: " + "x".repeat(LIMIT / 2) + "\n";

    assertThatThrownBy(() -> read(line + line + "\n"))
        .isInstanceOf(OversizedException.class)
        .hasMessageContaining("1000 bytes");
  }

  @Test
  void readsTheSameEventsWhereverTheStreamIsCut() throws IOException {
    long seed = Long.getLong("tests.seed", 11);
    System.out.println("SseReaderTest seed " + seed);
    Random random = new Random(seed);
    for (int round = 0; round < 2_000; round++) {
      List<String> events = new ArrayList<>();
      String stream = stream(random, events);

      assertThat(readCut(bytes(stream), random)).as("stream %s", stream).isEqualTo(events);
    }
  }

  @Test
  void findsTheLineEndWhereverItStands() {
    long seed = Long.getLong("tests.seed", 11);
    Random random = new Random(seed);
    LineEnds ends = new LineEnds();
    for (int round = 0; round < 20_000; round++) {
      byte[] bytes = new byte[random.nextInt(70)];
      for (int i = 0; i < bytes.length; i++) {
        // Mostly those that lie around a line end, or would if they had no top bit.
        int any = random.nextInt(30) == 0 ? '\n' : random.nextInt(0x30);
        bytes[i] = (byte) (any == '\r' ? 'x' : any | (random.nextInt(4) == 0 ? 0x80 : 0));
      }
      int from = random.nextInt(bytes.length + 1);
      int to = from + random.nextInt(bytes.length - from + 1);

      String searched = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
      int found = searched.indexOf('\n');
      assertThat(ends.find(bytes, from, to))
          .as("seed %d, round %d", seed, round)
          .isEqualTo(found < 0 ? -1 : from + found);
    }
  }

  /** A random stream; what is in it is added to the list. */
  private static String stream(Random random, List<String> events) {
    String[] ends = {"\n", "\r", "\r\n"};
    String[] texts = {
      "", "a", "{\"k\":\"é\"}", "😀", " x", "data: y", ":", "\ufeff", "長い文", CONTROLS
    };
    StringBuilder stream = new StringBuilder();
    for (int event = random.nextInt(6); event > 0; event--) {
      List<String> lines = new ArrayList<>();
      for (int line = random.nextInt(4); line > 0; line--) {
        String end = ends[random.nextInt(3)];
        String text = texts[random.nextInt(texts.length)];
        switch (random.nextInt(4)) {
          case 0 -> stream.append(": ").append(text).append(end);
          case 1 -> stream.append("event:").append(text).append(end);
          default -> {
            boolean bare = !text.startsWith(" ") && random.nextBoolean();
            stream.append(bare ? "data:" : "data: ").append(text).append(end);
            lines.add(text);
          }
        }
      }
      // Two ends in one: the first would be taken for the second half of the line end before it.
      stream.append(stream.toString().endsWith("\r") ? "\r\n" : ends[random.nextInt(3)]);
      if (!lines.isEmpty()) {
        events.add(String.join("\n", lines));
      }
    }
    return stream.toString();
  }

  private static List<String> read(String stream) throws IOException {
    return all(new Buffer().writeUtf8(stream));
  }

  private static List<String> readCut(byte[] stream, Random random) throws IOException {
    List<byte[]> pieces = new ArrayList<>();
    for (int at = 0; at < stream.length; ) {
      int size = Math.min(1 + random.nextInt(12), stream.length - at);
      pieces.add(new Buffer().write(stream, at, size).readByteArray());
      at += size;
    }
    return all(Okio.buffer((Source) new Pieces(pieces)));
  }

  private static List<String> all(BufferedSource source) throws IOException {
    SseReader reader = new SseReader(source, LIMIT, () -> {});
    List<String> events = new ArrayList<>();
    for (byte[] event = reader.next(); event != null; event = reader.next()) {
      events.add(new String(event, StandardCharsets.UTF_8));
    }
    return events;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Gives one piece for each read. */
  private static final class Pieces implements Source {
    private final List<byte[]> pieces;
    int given;

    Pieces(List<byte[]> pieces) {
      this.pieces = pieces;
    }

    @Override
    public long read(Buffer sink, long byteCount) {
      if (given == pieces.size()) {
        return -1;
      }
      byte[] piece = pieces.get(given++);
      sink.write(piece);
      return piece.length;
    }

    @Override
    public Timeout timeout() {
      return Timeout.NONE;
    }

    @Override
    public void close() {}
  }
}
