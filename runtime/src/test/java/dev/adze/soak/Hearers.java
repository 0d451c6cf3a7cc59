package dev.adze.soak;

import dev.adze.agent.RunListener;
import dev.adze.event.ExecutionComplete;
import dev.adze.event.FinalOutput;
import dev.adze.event.RunEvent;
import dev.adze.soak.Plan.Hearing;
import dev.adze.testing.RecordedEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** The listeners of a plan, all of which have to hear everything, however they behave. */
final class Hearers {
  private final List<RecordedEvents> recorded = new ArrayList<>();
  private final List<CountDownLatch> ends = new ArrayList<>();
  private final CountDownLatch over;
  private final BooleanSupplier cancelling;

  /**
   * @param over until when listeners are stuck
   * @param cancelling whether nobody waits for them any more
   */
  Hearers(CountDownLatch over, BooleanSupplier cancelling) {
    this.over = over;
    this.cancelling = cancelling;
  }

  RunListener add(Hearing hearing) {
    RecordedEvents heard = new RecordedEvents();
    recorded.add(heard);
    CountDownLatch end = new CountDownLatch(1);
    ends.add(end);
    return hearing == Hearing.QUICK
        ? new TypedListener(heard, end)
        : new Listener(hearing, heard, end);
  }

  void check(List<RunEvent> events, long seconds) throws InterruptedException {
    for (CountDownLatch end : ends) {
      Violation.unless(end.await(seconds, TimeUnit.SECONDS), "A slow listener lost its end.");
    }
    for (RecordedEvents heard : recorded) {
      Violation.unless(heard.events().equals(events), "A listener heard other events.");
    }
  }

  private final class Listener implements RunListener {
    private final Hearing hearing;
    private final RecordedEvents heard;
    private final CountDownLatch end;
    private boolean wasStuck;

    Listener(Hearing hearing, RecordedEvents heard, CountDownLatch end) {
      this.hearing = hearing;
      this.heard = heard;
      this.end = end;
    }

    @Override
    public void onEvent(RunEvent event) {
      heard.onEvent(event);
      switch (hearing) {
        case QUICK -> {}
        case SLOW -> LockSupport.parkNanos(20_000);
        case THROWING -> throw new IllegalStateException("thrown on purpose");
        case STUCK -> beStuck(event);
      }
    }

    /** Where nobody waits any more, because the run is over or cancelled. */
    private void beStuck(RunEvent event) {
      boolean ending = event instanceof FinalOutput || event instanceof ExecutionComplete;
      if (!wasStuck && (cancelling.getAsBoolean() || ending)) {
        wasStuck = true;
        try {
          over.await();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
    }

    @Override
    public void onExecutionComplete(ExecutionComplete event) {
      end.countDown();
    }
  }
}
