package dev.adze.soak;

import dev.adze.soak.Plan.Answer;
import dev.adze.soak.Plan.Attack;
import dev.adze.soak.Plan.Back;
import dev.adze.soak.Plan.Call;
import dev.adze.soak.Plan.Change;
import dev.adze.soak.Plan.Hearing;
import dev.adze.soak.Plan.Kind;
import dev.adze.soak.Plan.Leg;
import dev.adze.soak.Plan.Place;
import dev.adze.soak.Plan.Rules;
import dev.adze.soak.Plan.Setting;
import dev.adze.soak.Plan.Transport;
import dev.adze.soak.Plan.Turn;
import dev.adze.soak.Plan.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Draws plans. What costs much time is drawn seldom. */
final class Plans {
  private final Random random;

  private Plans(long seed) {
    this.random = new Random(seed);
  }

  static Plan of(long seed) {
    Plans plans = new Plans(seed);
    return new Plan(seed, plans.setting(), plans.turns(), plans.legs());
  }

  private boolean oneIn(int chances) {
    return random.nextInt(chances) == 0;
  }

  private <T> T pick(T[] values) {
    return values[random.nextInt(values.length)];
  }

  private Setting setting() {
    return new Setting(
        oneIn(20) ? pick(Transport.values()) : Transport.SCRIPTED,
        pick(Way.values()),
        !oneIn(4),
        oneIn(20),
        oneIn(12),
        oneIn(8),
        oneIn(5),
        1 + random.nextInt(4),
        place(3),
        place(5),
        listeners());
  }

  private Place place(int chances) {
    if (!oneIn(chances)) {
      return Place.NONE;
    }
    return oneIn(10) ? Place.FILES : Place.MEMORY;
  }

  /** One that is stuck costs a run the whole grace. */
  private List<Hearing> listeners() {
    List<Hearing> listeners = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      Hearing hearing = pick(Hearing.values());
      boolean rare = hearing == Hearing.STUCK && !oneIn(50);
      listeners.add(rare ? Hearing.QUICK : hearing);
    }
    return List.copyOf(listeners);
  }

  private List<Turn> turns() {
    List<Turn> turns = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      Kind kind = oneIn(2) ? Kind.CALLS : pick(Kind.values());
      List<Call> calls = new ArrayList<>();
      for (int j = random.nextInt(5); j >= 0; j--) {
        calls.add(oneIn(4) ? Call.GUARDED : pick(Call.values()));
      }
      turns.add(new Turn(kind, random.nextBoolean(), List.copyOf(calls)));
    }
    return List.copyOf(turns);
  }

  private List<Leg> legs() {
    List<Leg> legs = new ArrayList<>();
    do {
      legs.add(leg());
    } while (legs.size() < 5 && random.nextBoolean());
    return List.copyOf(legs);
  }

  private Leg leg() {
    return new Leg(
        pick(Back.values()),
        oneIn(3) ? pick(Change.values()) : Change.NOTHING,
        oneIn(3) ? pick(Attack.values()) : Attack.NONE,
        oneIn(3) ? pick(Rules.values()) : Rules.NONE,
        oneIn(4) ? random.nextInt(40) : Plan.NEVER,
        random.nextBoolean(),
        oneIn(4) ? random.nextInt(40) : Plan.NEVER,
        random.nextInt(3),
        answers());
  }

  /** One that comes too late costs a run the whole time that it has. */
  private List<Answer> answers() {
    List<Answer> answers = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      Answer answer = oneIn(4) ? Answer.DEFER : pick(Answer.values());
      boolean rare = answer == Answer.APPROVE_TOO_LATE && !oneIn(10);
      answers.add(rare ? Answer.APPROVE : answer);
    }
    return List.copyOf(answers);
  }
}
