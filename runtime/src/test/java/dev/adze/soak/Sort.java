package dev.adze.soak;

import dev.adze.soak.Plan.Answer;
import dev.adze.soak.Plan.Call;
import dev.adze.soak.Plan.Change;
import dev.adze.soak.Plan.Leg;
import dev.adze.soak.Plan.Place;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Plans that have something in common which few others have. */
enum Sort {
  ANY {
    @Override
    boolean has(Plan plan) {
      return true;
    }
  },

  /** Somebody else goes on with a run whose tools, which may not run twice, are at work. */
  TAKEN_OVER {
    @Override
    boolean has(Plan plan) {
      return plan.setting().store() == Place.MEMORY
          && plan.setting().session() == Place.NONE
          && plan.legs().size() > 1
          && plan.legs().get(0).takenAt() != Plan.NEVER
          && plan.turns().stream().anyMatch(turn -> turn.calls().contains(Call.SLOW));
    }
  },

  /** A tool whose calls were approved for ever is another one when the run goes on. */
  GRANTED_AND_CHANGED {
    @Override
    boolean has(Plan plan) {
      List<Leg> legs = plan.legs();
      return legs.size() > 1
          && legs.get(1).change() == Change.CONTRACT
          && legs.get(0).answers().stream().anyMatch(ALWAYS::contains)
          && plan.turns().stream().anyMatch(turn -> turn.calls().contains(Call.GUARDED));
    }
  };

  private static final Set<Answer> ALWAYS =
      EnumSet.of(Answer.ALWAYS, Answer.ALWAYS_LIKE_IT, Answer.ALWAYS_IN_SESSION);

  abstract boolean has(Plan plan);
}
