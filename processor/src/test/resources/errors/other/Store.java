package errors.other;

import dev.adze.annotation.Param;
import dev.adze.annotation.Tool;

public abstract class Store<T> {
  @Tool("Saves an item.")
  protected abstract void save(@Param("What to save.") T item);
}
