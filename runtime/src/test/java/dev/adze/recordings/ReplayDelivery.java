package dev.adze.recordings;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** How a recorded body comes over the wire. None of it changes what the body says. */
enum ReplayDelivery {
  /** In one piece. */
  AS_RECORDED {
    @Override
    List<byte[]> pieces(RecordedExchange exchange, RandomGenerator random) {
      return List.of(exchange.body().getBytes(StandardCharsets.UTF_8));
    }
  },

  /** Cut anywhere, in the middle of a character too. */
  RANDOM_CUTS {
    @Override
    List<byte[]> pieces(RecordedExchange exchange, RandomGenerator random) {
      return cut(exchange.body().getBytes(StandardCharsets.UTF_8), LONGEST_PIECE, random);
    }
  },

  /** Every byte alone, if that does not take too long. */
  BYTE_BY_BYTE {
    @Override
    List<byte[]> pieces(RecordedExchange exchange, RandomGenerator random) {
      byte[] body = exchange.body().getBytes(StandardCharsets.UTF_8);
      return cut(body, body.length <= SMALL_BODY ? 1 : LONGEST_PIECE, random);
    }
  },

  /** Events whose lines end as a proxy may end them, with comments between, cut anywhere. */
  CRLF_AND_COMMENTS {
    @Override
    List<byte[]> pieces(RecordedExchange exchange, RandomGenerator random) {
      String body = exchange.body();
      if (exchange.streamed()) {
        body = (": open\n\n" + body.replace("\n\n", "\n\n: keep-alive\n\n")).replace("\n", "\r\n");
      }
      return cut(body.getBytes(StandardCharsets.UTF_8), LONGEST_PIECE, random);
    }
  };

  private static final int LONGEST_PIECE = 64;
  private static final int SMALL_BODY = 6_000;

  /** The body as it is written, each piece on its own. */
  abstract List<byte[]> pieces(RecordedExchange exchange, RandomGenerator random);

  private static List<byte[]> cut(byte[] body, int longest, RandomGenerator random) {
    List<byte[]> pieces = new ArrayList<>();
    for (int from = 0; from < body.length; ) {
      int to = Math.min(body.length, from + random.nextInt(1, longest + 1));
      pieces.add(Arrays.copyOfRange(body, from, to));
      from = to;
    }
    return pieces;
  }
}
