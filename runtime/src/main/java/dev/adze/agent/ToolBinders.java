package dev.adze.agent;

import dev.adze.tool.FunctionTool;
import dev.adze.tool.ToolBinder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Finds the generated binder of an owner: that of the nearest class above it, and only if no class
 * has one, that of its interfaces. So objects of subclasses and proxies are served too.
 *
 * <p>On the way of an owner that is served there is no lambda and no stream, whose classes would
 * cost a program more at its start than all of its tools.
 */
final class ToolBinders {
  private final BinderLookup lookup = new BinderLookup();

  private ToolBinders() {}

  /**
   * The tools of owners, which are looked up together: binders are read from the class path once.
   *
   * @param owners objects, or classes whose tools are all static
   * @throws IllegalArgumentException if one of them has no binder, or no single one
   */
  static List<FunctionTool> bind(Object... owners) {
    ToolBinders binders = new ToolBinders();
    List<FunctionTool> tools = new ArrayList<>();
    for (Object owner : owners) {
      Objects.requireNonNull(owner, "owner");
      tools.addAll(
          owner instanceof Class<?> type
              ? binders.bindStatic(type)
              : binders.bind(owner.getClass(), owner));
    }
    return tools;
  }

  private List<FunctionTool> bind(Class<?> type, Object owner) {
    Class<?> served = find(type);
    refuseLostApproval(type, served, owner);
    return List.copyOf(bind(binder(served), owner));
  }

  /**
   * The class above a class that was not compiled with the processor, such as a local one, knows
   * nothing of the interfaces beside it. What one of them asks for must not be lost in silence.
   */
  private void refuseLostApproval(Class<?> type, Class<?> served, Object owner) {
    for (Class<?> beside : interfaces(type)) {
      if (!beside.isAssignableFrom(served)
          && lookup.has(beside)
          && bind(binder(beside), owner).stream()
              .anyMatch(tool -> tool.spec().requiresApproval())) {
        throw new IllegalArgumentException(
            "An approval holds for every type below, but "
                + type.getName()
                + " has no adapter of its own that joins the tools of "
                + served.getName()
                + " with those of "
                + beside.getName()
                + ", which need approval. Compile it with adze-processor, as a class that is neither"
                + " private nor local.");
      }
    }
  }

  /**
   * The binder's name says that it is made for the owner's class, but that of {@code Outer_Inner}
   * may be made for {@code Outer.Inner}.
   */
  @SuppressWarnings("unchecked")
  private static <T> List<FunctionTool> bind(ToolBinder<T> binder, Object owner) {
    try {
      return binder.bind((T) owner);
    } catch (ClassCastException other) {
      throw new IllegalArgumentException(
          "A binder has to be made for its owner's class, but "
              + binder.getClass().getName()
              + " is not for "
              + owner.getClass().getName()
              + ": two classes come to one name where a dot becomes _. Rename one of the two.",
          other);
    }
  }

  private List<FunctionTool> bindStatic(Class<?> type) {
    return binder(find(type))
        .bindStatic()
        .map(List::copyOf)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "A class stands for an owner whose tools are all static, but "
                    + type.getName()
                    + " has tools that need an object. Pass an object of it to toolsOf."));
  }

  private ToolBinder<?> binder(Class<?> served) {
    ToolBinder<?> binder = lookup.of(served).orElse(null);
    if (binder == null) {
      throw lookup.missing(served);
    }
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
    return binder;
  }

  /** The class or interface whose binder serves a class. */
  private Class<?> find(Class<?> type) {
    for (Class<?> above = type; above != null; above = above.getSuperclass()) {
      if (lookup.has(above)) {
        return above;
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
    return nearest.stream().findFirst().orElseThrow(() -> lookup.missing(type));
  }

  private static boolean isNearest(Class<?> one, List<Class<?>> all) {
    return all.stream().noneMatch(other -> other != one && one.isAssignableFrom(other));
  }

  private static List<Class<?>> interfaces(Class<?> type) {
    List<Class<?>> found = new ArrayList<>();
    for (Class<?> above = type; above != null; above = above.getSuperclass()) {
      addInterfaces(above, found);
    }
    return found;
  }

  private static void addInterfaces(Class<?> type, List<Class<?>> found) {
    for (Class<?> direct : type.getInterfaces()) {
      if (!found.contains(direct)) {
        found.add(direct);
        addInterfaces(direct, found);
      }
    }
  }
}
