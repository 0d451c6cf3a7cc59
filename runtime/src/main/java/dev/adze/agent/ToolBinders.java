package dev.adze.agent;

import dev.adze.tool.FunctionTool;
import dev.adze.tool.ToolBinder;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the generated binder of an owner: that of the nearest class above it, and only if no class
 * has one, that of its interfaces. So objects of subclasses and proxies are served too.
 */
final class ToolBinders {
  private final BinderLookup lookup = new BinderLookup();

  private ToolBinders() {}

  /**
   * The tools of an owner.
   *
   * @param owner an object, or a class whose tools are all static
   * @throws IllegalArgumentException if it has no binder, or no single one
   */
  static List<FunctionTool> bind(Object owner) {
    return owner instanceof Class<?> type
        ? new ToolBinders().bind(type, null)
        : new ToolBinders().bind(owner.getClass(), owner);
  }

  private List<FunctionTool> bind(Class<?> type, @Nullable Object owner) {
    ToolBinder<?> binder = find(type);
    if (binder.level() > ToolBinder.LEVEL) {
      throw new IllegalArgumentException(
          "A generated adapter needs a runtime of its own level or above, but "
              + binder.getClass().getName()
              + " is of level "
              + binder.level()
              + " and this runtime serves levels up to "
              + ToolBinder.LEVEL
              + ". Use the adze-runtime of the adze-processor's version, or a newer one.");
    }
    return List.copyOf(bind(binder, owner));
  }

  /** The binder's name says that it is made for the owner's class; one of no object gets none. */
  @SuppressWarnings({"unchecked", "NullAway"})
  private static <T> List<FunctionTool> bind(ToolBinder<T> binder, @Nullable Object owner) {
    return binder.bind((T) owner);
  }

  private ToolBinder<?> find(Class<?> type) {
    for (Class<?> above = type; above != null; above = above.getSuperclass()) {
      Optional<ToolBinder<?>> binder = lookup.of(above);
      if (binder.isPresent()) {
        return binder.get();
      }
    }
    List<Class<?>> bound =
        interfaces(type).stream().filter(candidate -> lookup.has(candidate)).toList();
    List<Class<?>> nearest = bound.stream().filter(one -> isNearest(one, bound)).toList();
    if (nearest.size() > 1) {
      throw new IllegalArgumentException(
          "The tools of an object must come from one class or interface, but "
              + type.getName()
              + " has those of "
              + nearest.get(0).getName()
              + " and of "
              + nearest.get(1).getName()
              + ". Put @Tool methods on the class itself, or add each binder's of(...) list with"
              + " tools(...).");
    }
    return nearest.stream().findFirst().flatMap(lookup::of).orElseThrow(() -> lookup.missing(type));
  }

  private static boolean isNearest(Class<?> one, List<Class<?>> all) {
    return all.stream().noneMatch(other -> other != one && one.isAssignableFrom(other));
  }

  private static Set<Class<?>> interfaces(Class<?> type) {
    Set<Class<?>> found = new LinkedHashSet<>();
    for (Class<?> above = type; above != null; above = above.getSuperclass()) {
      addInterfaces(above, found);
    }
    return found;
  }

  private static void addInterfaces(Class<?> type, Set<Class<?>> found) {
    for (Class<?> direct : type.getInterfaces()) {
      if (found.add(direct)) {
        addInterfaces(direct, found);
      }
    }
  }
}
