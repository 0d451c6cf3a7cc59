package dev.adze.processor.oracle;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/** Equality of values that looks into arrays, also those inside of records. */
final class Values {
  private Values() {}

  static boolean equal(Object one, Object other) {
    if (one == other || (one != null && one.equals(other))) {
      return true;
    }
    if (one == null || other == null || one.getClass() != other.getClass()) {
      return false;
    }
    if (one.getClass().isArray()) {
      return equalArrays(one, other);
    }
    if (one instanceof Record) {
      return equalRecords(one, other);
    }
    if (one instanceof Collection<?> elements) {
      return equalElements(elements, (Collection<?>) other);
    }
    if (one instanceof Map<?, ?> map) {
      Map<?, ?> others = (Map<?, ?>) other;
      return equalElements(map.keySet(), others.keySet())
          && equalElements(map.values(), others.values());
    }
    if (one instanceof Optional<?> optional) {
      return equal(optional.orElse(null), ((Optional<?>) other).orElse(null));
    }
    return one.getClass().getName().startsWith(DrawnOwner.PACKAGE) && equalFields(one, other);
  }

  private static boolean equalFields(Object one, Object other) {
    try {
      for (Field field : one.getClass().getDeclaredFields()) {
        field.setAccessible(true);
        if (!equal(field.get(one), field.get(other))) {
          return false;
        }
      }
      return true;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean equalArrays(Object one, Object other) {
    boolean equal = Array.getLength(one) == Array.getLength(other);
    for (int i = 0; equal && i < Array.getLength(one); i++) {
      equal = equal(Array.get(one, i), Array.get(other, i));
    }
    return equal;
  }

  private static boolean equalRecords(Object one, Object other) {
    try {
      for (RecordComponent component : one.getClass().getRecordComponents()) {
        component.getAccessor().setAccessible(true);
        Object ours = component.getAccessor().invoke(one);
        if (!equal(ours, component.getAccessor().invoke(other))) {
          return false;
        }
      }
      return true;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean equalElements(Collection<?> one, Collection<?> other) {
    Iterator<?> others = other.iterator();
    return one.size() == other.size()
        && one.stream().allMatch(element -> equal(element, others.next()));
  }
}
