package dev.adze.soak;

import java.util.ArrayList;
import java.util.List;

/**
 * Everything that one run of the soak meets: what the model says, how tools, approver and listeners
 * behave, when somebody cancels, and how the run is kept, comes back and goes on. The same for a
 * seed in every build.
 *
 * @param legs how the run begins and how it goes on each time when it has stopped; at least one
 */
record Plan(long seed, Setting setting, List<Turn> turns, List<Leg> legs) {
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
    HANGS,
    UNFIT
  }

  enum Call {
    ECHO,
    UNKNOWN,
    MALFORMED,
    THROWING,
    GUARDED,
    SEQUENTIAL,
    CHATTY,
    SLOW,
    REPEATABLE,
    READER,
    UNREMEMBERED,
    ASK_INNER,
    HAND_OVER
  }

  enum Place {
    NONE,
    MEMORY,
    FILES
  }

  /** What the approver says of a call. */
  enum Answer {
    APPROVE,
    APPROVE_SLOWLY,
    APPROVE_TOO_LATE,
    EDIT,
    EDIT_TO_BLOCKED,
    EDIT_BADLY,
    ALWAYS,
    ALWAYS_EXACTLY,
    ALWAYS_LIKE_IT,
    ALWAYS_IN_SESSION,
    ALWAYS_UNTIL_PAST,
    ALWAYS_ANOTHER,
    DENY,
    DEFER,
    NOTHING,
    THROW
  }

  /** What is settled about calls. */
  enum Rules {
    NONE,
    AUTO_APPROVE,
    READ_ONLY,
    POLICY_ASKS,
    POLICY_DENIES,
    POLICY_THROWS,
    BLOCKS
  }

  /** How the state comes back to be resumed. */
  enum Back {
    AS_IT_IS,
    SEALED,
    UNSEALED,
    VOUCHED_FOR,
    FROM_STORE
  }

  /** What is another one by the time when the run goes on. */
  enum Change {
    NOTHING,
    CONTRACT,
    TOOL_GONE,
    STRICTER_TOOL,
    GRANTS_REVOKED
  }

  /** What is tried before the run goes on, and has to be refused. */
  enum Attack {
    NONE,
    CHANGED_TEXT,
    OTHER_KEY,
    OTHER_AGENT,
    DECISION_FOR_OTHER_ARGUMENTS,
    DECISION_OF_NO_CALL,
    SECOND_RESUME,
    OLDER_STATE,
    SECOND_RUN_IN_SESSION
  }

  record Turn(Kind kind, boolean reasoning, List<Call> calls) {}

  /**
   * What stays the same for the whole run.
   *
   * @param kept whether every state of the run is text in between
   * @param anotherRun whether another run follows, in the same session and with the same grants
   * @param typed whether the answer has to be of a type
   */
  record Setting(
      Transport transport,
      Way way,
      boolean streaming,
      boolean logged,
      boolean kept,
      boolean anotherRun,
      boolean typed,
      int parallel,
      Place store,
      Place session,
      List<Hearing> listeners) {
    static final Setting PLAIN =
        new Setting(
            Transport.SCRIPTED,
            Way.LISTENER,
            true,
            false,
            false,
            false,
            false,
            1,
            Place.NONE,
            Place.NONE,
            List.of());
    static final int PARTS = 10;

    /** The same with one part of it plain. */
    Setting withPlain(int part) {
      return new Setting(
          part == 0 ? PLAIN.transport : transport,
          part == 1 ? PLAIN.way : way,
          part == 2 ? PLAIN.streaming : streaming,
          part == 3 ? PLAIN.logged : logged,
          part == 4 ? PLAIN.kept : kept,
          part == 5 ? PLAIN.anotherRun : anotherRun,
          part == 9 ? PLAIN.typed : typed,
          part == 6 ? PLAIN.parallel : parallel,
          part == 7 ? PLAIN.store : store,
          part == 8 ? PLAIN.session : session,
          listeners);
    }

    Setting withListeners(List<Hearing> changed) {
      return new Setting(
          transport,
          way,
          streaming,
          logged,
          kept,
          anotherRun,
          typed,
          parallel,
          store,
          session,
          changed);
    }
  }

  /**
   * One leg.
   *
   * @param cancelAt at which event it is cancelled
   * @param takenAt at which event somebody else goes on with the run from what the store has
   * @param decided how many of the calls that wait are decided when it begins
   * @param answers of which one is given for each call; nobody is asked if there are none
   */
  record Leg(
      Back back,
      Change change,
      Attack attack,
      Rules rules,
      int cancelAt,
      boolean cancelledFromOutside,
      int takenAt,
      int decided,
      List<Answer> answers) {
    static final Leg PLAIN =
        new Leg(
            Back.AS_IT_IS,
            Change.NOTHING,
            Attack.NONE,
            Rules.NONE,
            NEVER,
            false,
            NEVER,
            0,
            List.of());
    static final int PARTS = 7;

    Leg withPlain(int part) {
      return new Leg(
          part == 0 ? PLAIN.back : back,
          part == 1 ? PLAIN.change : change,
          part == 2 ? PLAIN.attack : attack,
          part == 3 ? PLAIN.rules : rules,
          part == 4 ? PLAIN.cancelAt : cancelAt,
          cancelledFromOutside,
          part == 5 ? PLAIN.takenAt : takenAt,
          part == 6 ? PLAIN.decided : decided,
          answers);
    }

    Leg withAnswers(List<Answer> changed) {
      return new Leg(
          back, change, attack, rules, cancelAt, cancelledFromOutside, takenAt, decided, changed);
    }
  }

  /** How often the model may give an answer that is not of the type: a paused one has two texts. */
  long unfit() {
    return setting.typed()
        ? turns.stream()
            .filter(turn -> turn.kind() == Kind.UNFIT || turn.kind() == Kind.PAUSED)
            .count()
        : 0;
  }

  /** Whether the model's side may end the run other than with an answer. */
  boolean modelMayStop() {
    boolean wasEmpty = false;
    for (Turn turn : turns) {
      boolean empty = turn.kind() == Kind.EMPTY;
      if ((empty && wasEmpty)
          || turn.kind() == Kind.CUT_OFF
          || turn.kind() == Kind.FAILS
          || turn.kind() == Kind.BREAKS
          || turn.kind() == Kind.HANGS) {
        return true;
      }
      wasEmpty = empty;
    }
    return false;
  }

  /** Plans with a little less in them, the smallest first. */
  List<Plan> simpler() {
    List<Plan> plans = new ArrayList<>();
    for (int i = 1; i < legs.size(); i++) {
      plans.add(new Plan(seed, setting, turns, without(legs, i)));
    }
    for (int i = 0; i < turns.size(); i++) {
      plans.add(new Plan(seed, setting, without(turns, i), legs));
    }
    for (int i = 0; i < setting.listeners().size(); i++) {
      plans.add(
          new Plan(seed, setting.withListeners(without(setting.listeners(), i)), turns, legs));
    }
    for (int i = 0; i < Setting.PARTS; i++) {
      plans.add(new Plan(seed, setting.withPlain(i), turns, legs));
    }
    for (int i = 0; i < turns.size(); i++) {
      Turn turn = turns.get(i);
      for (int j = 0; j < turn.calls().size(); j++) {
        Turn fewer = new Turn(turn.kind(), turn.reasoning(), without(turn.calls(), j));
        plans.add(new Plan(seed, setting, with(turns, i, fewer), legs));
      }
    }
    for (int i = 0; i < legs.size(); i++) {
      Leg leg = legs.get(i);
      for (int j = 0; j < Leg.PARTS; j++) {
        plans.add(new Plan(seed, setting, turns, with(legs, i, leg.withPlain(j))));
      }
      for (int j = 0; j < leg.answers().size(); j++) {
        Leg fewer = leg.withAnswers(without(leg.answers(), j));
        plans.add(new Plan(seed, setting, turns, with(legs, i, fewer)));
      }
    }
    plans.removeIf(this::equals);
    return plans;
  }

  private static <T> List<T> without(List<T> list, int at) {
    List<T> rest = new ArrayList<>(list);
    rest.remove(at);
    return List.copyOf(rest);
  }

  private static <T> List<T> with(List<T> list, int at, T changed) {
    List<T> rest = new ArrayList<>(list);
    rest.set(at, changed);
    return List.copyOf(rest);
  }
}
