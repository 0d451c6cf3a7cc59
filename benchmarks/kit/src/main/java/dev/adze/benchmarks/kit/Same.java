package dev.adze.benchmarks.kit;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a tool was given what was meant. It is generous where a framework may see things in its
 * own way: decimals are compared by what they are worth, and times by their moment. A list of whole
 * numbers that should be longs and are not is another list, as the tool would find out.
 */
final class Same {
  private Same() {}

  static boolean same(@Nullable Object one, @Nullable Object other) throws Exception {
    if (one == null || other == null) {
      return one == null && other == null;
    }
    if (one instanceof BigDecimal decimal && other instanceof BigDecimal second) {
      return decimal.compareTo(second) == 0;
    }
    if (one instanceof OffsetDateTime time && other instanceof OffsetDateTime second) {
      return time.isEqual(second);
    }
    if (one instanceof ZonedDateTime time && other instanceof ZonedDateTime second) {
      return time.toInstant().equals(second.toInstant());
    }
    if (one instanceof Optional<?> optional && other instanceof Optional<?> second) {
      return same(optional.orElse(null), second.orElse(null));
    }
    if (one.getClass().isArray() && other.getClass() == one.getClass()) {
      return elements(one, other);
    }
    if (one instanceof Set<?> && other instanceof Set<?>) {
      return one.equals(other);
    }
    if (one instanceof Collection<?> list && other instanceof Collection<?> second) {
      return elements(list, second);
    }
    if (one instanceof Map<?, ?> map && other instanceof Map<?, ?> second) {
      return members(map, second);
    }
    if (one instanceof Record && other.getClass() == one.getClass()) {
      return components(one, other);
    }
    return one.equals(other);
  }

  private static boolean elements(Object one, Object other) throws Exception {
    if (Array.getLength(one) != Array.getLength(other)) {
      return false;
    }
    for (int i = 0; i < Array.getLength(one); i++) {
      if (!same(Array.get(one, i), Array.get(other, i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean elements(Collection<?> one, Collection<?> other) throws Exception {
    if (one.size() != other.size()) {
      return false;
    }
    Iterator<?> second = other.iterator();
    for (Object element : one) {
      if (!same(element, second.next())) {
        return false;
      }
    }
    return true;
  }

  private static boolean members(Map<?, ?> one, Map<?, ?> other) throws Exception {
    if (!one.keySet().equals(other.keySet())) {
      return false;
    }
    for (Object key : one.keySet()) {
      if (!same(one.get(key), other.get(key))) {
        return false;
      }
    }
    return true;
  }

  private static boolean components(Object one, Object other) throws Exception {
    for (RecordComponent component : one.getClass().getRecordComponents()) {
      component.getAccessor().setAccessible(true);
      if (!same(component.getAccessor().invoke(one), component.getAccessor().invoke(other))) {
        return false;
      }
    }
    return true;
  }
}
