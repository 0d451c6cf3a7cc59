package dev.adze.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Everything that one run of the soak meets: what the model says, how tools, approver and listeners
 * behave, when somebody cancels, and whether every state is text in between. The same for a seed in
 * every build.
 */
record Plan(
    long seed,
    Transport transport,
    Way way,
    boolean streaming,
    boolean logged,
    boolean kept,
    int parallel,
    Mood mood,
    int cancelAt,
    boolean cancelledFromOutside,
    List<Hearing> listeners,
    List<Turn> turns) {
  static final int NEVER = Integer.MAX_VALUE;

  enum Transport {
    SCRIPTED,
    HTTP_1,
    HTTP_2
  }

  /** How the run's own consumer gets its events. */
  enum Way {
    LISTENER,
    STREAM,
    STREAM_LEFT_EARLY,
    PUBLISHER
  }

  enum Mood {
    NOBODY,
    THROWS,
    SILENT,
    DENIES,
    APPROVES,
    APPROVES_SLOWLY
  }

  enum Hearing {
    QUICK,
    SLOW,
    THROWING,
    STUCK
  }

  enum Kind {
    CALLS,
    EMPTY,
    PAUSED,
    CUT_OFF,
    FAILS,
    BREAKS,
    HANGS
  }

  enum Call {
    ECHO,
    UNKNOWN,
    MALFORMED,
    THROWING,
    GUARDED,
    SEQUENTIAL,
    CHATTY,
    SLOW
  }

  record Turn(Kind kind, boolean reasoning, List<Call> calls) {}

  static Plan of(long seed) {
    Random random = new Random(seed);
    int cancelAt = random.nextInt(3) > 0 ? NEVER : random.nextInt(40);
    Transport transport = Transport.SCRIPTED;
    if (random.nextInt(20) == 0) {
      transport = random.nextBoolean() ? Transport.HTTP_1 : Transport.HTTP_2;
    }
    return new Plan(
        seed,
        transport,
        pick(random, Way.values()),
        random.nextInt(4) > 0,
        random.nextInt(20) == 0,
        random.nextInt(12) == 0,
        1 + random.nextInt(4),
        pick(random, Mood.values()),
        cancelAt,
        random.nextBoolean(),
        listeners(random),
        turns(random));
  }

  private static <T> T pick(Random random, T[] values) {
    return values[random.nextInt(values.length)];
  }

  /** One that is stuck costs a run the whole grace, so there are few. */
  private static List<Hearing> listeners(Random random) {
    List<Hearing> listeners = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      Hearing hearing = pick(random, Hearing.values());
      boolean rare = hearing == Hearing.STUCK && random.nextInt(50) > 0;
      listeners.add(rare ? Hearing.QUICK : hearing);
    }
    return List.copyOf(listeners);
  }

  private static List<Turn> turns(Random random) {
    List<Turn> turns = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      Kind kind = random.nextInt(12) < 6 ? Kind.CALLS : pick(random, Kind.values());
      List<Call> calls = new ArrayList<>();
      for (int j = random.nextInt(6); j >= 0; j--) {
        calls.add(pick(random, Call.values()));
      }
      turns.add(new Turn(kind, random.nextBoolean(), List.copyOf(calls)));
    }
    return List.copyOf(turns);
  }

  boolean isCancelled() {
    return cancelAt != NEVER;
  }

  /** Whether something other than a mistake of the model may end the run. */
  boolean mayStop() {
    boolean wasEmpty = false;
    for (Turn turn : turns) {
      boolean empty = turn.kind() == Kind.EMPTY;
      if (empty && wasEmpty
          || turn.kind() == Kind.CUT_OFF
          || turn.kind() == Kind.FAILS
          || turn.kind() == Kind.BREAKS
          || turn.kind() == Kind.HANGS) {
        return true;
      }
      wasEmpty = empty;
    }
    return isCancelled() || way == Way.STREAM_LEFT_EARLY;
  }

  /** Plans with a little less in them, the smallest first. */
  List<Plan> simpler() {
    List<Plan> plans = new ArrayList<>();
    for (int i = 0; i < turns.size(); i++) {
      plans.add(with(without(turns, i), listeners));
    }
    for (int i = 0; i < listeners.size(); i++) {
      plans.add(with(turns, without(listeners, i)));
    }
    for (int i = 0; i < turns.size(); i++) {
      Turn turn = turns.get(i);
      for (int j = 0; j < turn.calls().size(); j++) {
        List<Turn> fewer = new ArrayList<>(turns);
        fewer.set(i, new Turn(turn.kind(), turn.reasoning(), without(turn.calls(), j)));
        plans.add(with(fewer, listeners));
      }
    }
    plans.add(plain(Transport.SCRIPTED, way, streaming, logged, parallel, cancelAt));
    plans.add(plain(transport, Way.LISTENER, streaming, logged, parallel, cancelAt));
    plans.add(plain(transport, way, true, logged, parallel, cancelAt));
    plans.add(plain(transport, way, streaming, false, parallel, cancelAt));
    plans.add(plain(transport, way, streaming, logged, 1, cancelAt));
    plans.add(plain(transport, way, streaming, logged, parallel, NEVER));
    plans.removeIf(this::equals);
    return plans;
  }

  private static <T> List<T> without(List<T> list, int at) {
    List<T> rest = new ArrayList<>(list);
    rest.remove(at);
    return List.copyOf(rest);
  }

  private Plan with(List<Turn> changedTurns, List<Hearing> changedListeners) {
    return new Plan(
        seed,
        transport,
        way,
        streaming,
        logged,
        kept,
        parallel,
        mood,
        cancelAt,
        cancelledFromOutside,
        changedListeners,
        changedTurns);
  }

  private Plan plain(
      Transport plainTransport,
      Way plainWay,
      boolean plainStreaming,
      boolean plainLogged,
      int plainParallel,
      int plainCancelAt) {
    return new Plan(
        seed,
        plainTransport,
        plainWay,
        plainStreaming,
        plainLogged,
        kept,
        plainParallel,
        mood,
        plainCancelAt,
        cancelledFromOutside,
        listeners,
        turns);
  }
}
