package dev.adze.internal;

import java.util.function.Consumer;

/**
 * A consumer to whom handing over many values at once costs less than each by itself. Used by one
 * thread.
 *
 * <p>Who has more values at hand adds them, and flushes before it waits for the next one and at the
 * end, also when it fails. Who knows of no end has them accepted.
 *
 * @param <T> the type of the values
 */
public interface BatchConsumer<T> extends Consumer<T> {
  /** Takes a value, perhaps not before the next {@link #flush}. */
  void add(T value);

  /** Takes all that was added. */
  void flush();

  @Override
  default void accept(T value) {
    add(value);
    flush();
  }

  /** The consumer itself if it takes batches, or else one that gives it each value at once. */
  static <T> BatchConsumer<? super T> of(Consumer<? super T> consumer) {
    if (consumer instanceof BatchConsumer<? super T> batches) {
      return batches;
    }
    return new BatchConsumer<T>() {
      @Override
      public void add(T value) {
        consumer.accept(value);
      }

      @Override
      public void flush() {}
    };
  }
}
