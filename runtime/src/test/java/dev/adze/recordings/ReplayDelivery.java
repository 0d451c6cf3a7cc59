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
      return List.of(bytes(exchange.body()));
    }
  },

  /** Cut anywhere, in the middle of a character too. */
  RANDOM_CUTS {
    @Override
    List<byte[]> pieces(RecordedExchange exchange, RandomGenerator random) {
      return cut(bytes(exchange.body()), LONGEST_PIECE, random);
    }
  },

  /** Every byte alone. */
  BYTE_BY_BYTE {
    @Override
    List<byte[]> pieces(RecordedExchange exchange, RandomGenerator random) {
      return cut(bytes(exchange.body()), 1, random);
    }
  },

  /** Events with a byte order mark before, lines that end as a proxy may end them, and comments. */
  CRLF_AND_COMMENTS {
    @Override
    List<byte[]> pieces(RecordedExchange exchange, RandomGenerator random) {
      return cut(bytes(proxied(exchange, "\r\n")), LONGEST_PIECE, random);
    }
  },

  /** The same with the line ends of old, which the standard allows too. */
  CR_AND_COMMENTS {
    @Override
    List<byte[]> pieces(RecordedExchange exchange, RandomGenerator random) {
      return cut(bytes(proxied(exchange, "\r")), LONGEST_PIECE, random);
    }
  };

  private static final int LONGEST_PIECE = 64;

  /** The body as it is written, each piece on its own. */
  abstract List<byte[]> pieces(RecordedExchange exchange, RandomGenerator random);

  /** The body in two pieces. */
  static List<byte[]> cutAt(byte[] body, int position) {
    return List.of(Arrays.copyOf(body, position), Arrays.copyOfRange(body, position, body.length));
  }

  static byte[] bytes(String body) {
    return body.getBytes(StandardCharsets.UTF_8);
  }

  private static String proxied(RecordedExchange exchange, String lineEnd) {
    String body = exchange.body();
    return exchange.streamed()
        ? ("\ufeff: open\n\n"
                + body.stripLeading().replace("\r\n", "\n").replace("\n\n", "\n\n: alive\n\n"))
            .replace("\n", lineEnd)
        : body;
  }

  private static List<byte[]> cut(byte[] body, int longest, RandomGenerator random) {
    List<byte[]> pieces = new ArrayList<>();
    for (int from = 0; from < body.length; ) {
      int to = Math.min(body.length, from + (longest == 1 ? 1 : random.nextInt(1, longest + 1)));
      pieces.add(Arrays.copyOfRange(body, from, to));
      from = to;
    }
    return pieces;
  }
}
