package dev.adze.agent;

import dev.adze.tool.ToolBinder;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * Finds binders by the names of their classes, each through the loader of its owner. Only the one
 * that is wanted is made an object of.
 *
 * <p>On the class path a binder stands beside its owner, so that its name is enough. {@code
 * ServiceLoader} would open every jar to look for a list, which takes a program longer than all
 * else that its tools need at its start. It is asked where a name is not enough: in a named module,
 * which has to provide its binders, and for every class that has no binder of its own.
 */
@SuppressWarnings("rawtypes")
final class BinderLookup {
  private static final String SUFFIX = "FunctionTools";

  private final Map<@Nullable ClassLoader, Map<String, ServiceLoader.Provider<ToolBinder>>> listed =
      new HashMap<>();
  private @Nullable ServiceConfigurationError broken;

  boolean has(Class<?> owner) {
    return beside(owner) != null || listed(owner) != null;
  }

  /**
   * The binder of a class, which may have none.
   *
   * @throws ServiceConfigurationError if it has one that cannot be made an object of
   */
  Optional<ToolBinder<?>> of(Class<?> owner) {
    Class<? extends ToolBinder> beside = beside(owner);
    if (beside != null) {
      return Optional.of(create(beside));
    }
    ServiceLoader.Provider<ToolBinder> provider = listed(owner);
    return provider == null ? Optional.empty() : Optional.of(provider.get());
  }

  private static ToolBinder<?> create(Class<? extends ToolBinder> binder) {
    try {
      return binder.getConstructor().newInstance();
    } catch (ReflectiveOperationException | LinkageError unusable) {
      throw new ServiceConfigurationError(
          ToolBinder.class.getName() + ": " + binder.getName() + " could not be made", unusable);
    }
  }

  /**
   * A class by that name which cannot be loaded or is no binder is left to {@code ServiceLoader}.
   */
  private static @Nullable Class<? extends ToolBinder> beside(Class<?> owner) {
    ClassLoader loader = owner.getClassLoader();
    if (loader == null || owner.getModule().isNamed()) {
      return null;
    }
    try {
      Class<?> found = Class.forName(binderName(owner), false, loader);
      return ToolBinder.class.isAssignableFrom(found) ? found.asSubclass(ToolBinder.class) : null;
    } catch (ClassNotFoundException | LinkageError unusable) {
      return null;
    }
  }

  private ServiceLoader.@Nullable Provider<ToolBinder> listed(Class<?> owner) {
    @Nullable ClassLoader loader = owner.getClassLoader();
    Map<String, ServiceLoader.Provider<ToolBinder>> providers = listed.get(loader);
    if (providers == null) {
      providers = load(loader);
      listed.put(loader, providers);
    }
    return providers.get(binderName(owner));
  }

  /** Texts are joined without +, whose linking alone would cost as much as a hundred tools. */
  private static String binderName(Class<?> owner) {
    return flatName(owner).concat(SUFFIX);
  }

  /** A dollar sign may belong to a name as well as stand between two. */
  private static String flatName(Class<?> owner) {
    Class<?> around = owner.getDeclaringClass();
    return around == null
        ? owner.getName()
        : flatName(around).concat("_").concat(owner.getSimpleName());
  }

  private Map<String, ServiceLoader.Provider<ToolBinder>> load(@Nullable ClassLoader loader) {
    Map<String, ServiceLoader.Provider<ToolBinder>> found = new HashMap<>();
    Iterator<ServiceLoader.Provider<ToolBinder>> all =
        ServiceLoader.load(ToolBinder.class, loader).stream().iterator();
    boolean more = true;
    while (more) {
      try {
        more = all.hasNext();
        if (more) {
          ServiceLoader.Provider<ToolBinder> provider = all.next();
          found.putIfAbsent(provider.type().getName(), provider);
        }
      } catch (ServiceConfigurationError unusable) {
        // It may be another owner's; it is named if this one's binder is not found.
        broken = unusable;
      }
    }
    return found;
  }

  IllegalArgumentException missing(Class<?> type) {
    String message =
        "toolsOf needs an object whose class has generated tools, but no "
            + binderName(type)
            + " was found, nor one of a class above. The usual causes: "
            + type.getName()
            + " has no @Tool method; adze-processor did not run (JDK 23 and later run no processor"
            + " that the build does not name); a fat jar lost META-INF/services/"
            + ToolBinder.class.getName()
            + "; the owner's module lacks \"provides "
            + ToolBinder.class.getName()
            + " with "
            + binderName(type)
            + "\".";
    return broken == null
        ? new IllegalArgumentException(message)
        : new IllegalArgumentException(message + " Found unusable: " + broken.getMessage(), broken);
  }
}
