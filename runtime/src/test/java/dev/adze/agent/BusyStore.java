package dev.adze.agent;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A store in which, when it is asked to, one state takes its time: its run stands still. */
final class BusyStore implements StateStore {
  private final StateStore store = StateStore.inMemory();
  private final CountDownLatch busy = new CountDownLatch(1);
  private final CountDownLatch letGo = new CountDownLatch(1);
  private final Duration patience;
  private volatile boolean next;

  /**
   * @param patience when it is done at the latest
   */
  BusyStore(Duration patience) {
    this.patience = patience;
  }

  /** Has the next state take its time. */
  void beBusy() {
    next = true;
  }

  /** Waits for that state to come. */
  void awaitBusy() {
    try {
      Fixtures.await(busy);
    } catch (InterruptedException unexpected) {
      throw new IllegalStateException(unexpected);
    }
  }

  void letGo() {
    letGo.countDown();
  }

  @Override
  public Optional<Entry> load(String runId) throws IOException {
    return store.load(runId);
  }

  @Override
  public boolean replace(String runId, long expected, Entry entry) throws IOException {
    if (next && busy.getCount() > 0) {
      busy.countDown();
      try {
        boolean unused = letGo.await(patience.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException stop) {
        throw new InterruptedIOException();
      }
    }
    return store.replace(runId, expected, entry);
  }

  @Override
  public boolean remove(String runId, long expected) throws IOException {
    return store.remove(runId, expected);
  }
}
