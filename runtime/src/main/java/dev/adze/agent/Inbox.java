package dev.adze.agent;

import dev.adze.loop.LoopInput;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Takes what happens to a run from any thread and hands it on one at a time, on the thread of
 * whoever finds it unattended.
 */
final class Inbox implements Consumer<LoopInput> {
  private final Consumer<LoopInput> reader;
  private final Queue<LoopInput> inputs = new ConcurrentLinkedQueue<>();
  private final AtomicInteger unread = new AtomicInteger();

  Inbox(Consumer<LoopInput> reader) {
    this.reader = reader;
  }

  @Override
  public void accept(LoopInput input) {
    inputs.add(input);
    if (unread.getAndIncrement() == 0) {
      do {
        reader.accept(inputs.remove());
      } while (unread.decrementAndGet() > 0);
    }
  }
}
