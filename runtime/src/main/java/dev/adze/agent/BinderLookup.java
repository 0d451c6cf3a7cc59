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
 * The binders that {@code ServiceLoader} knows, by the names of their classes: of all of them only
 * the one that is wanted is made an object of. Each class is looked up through its own loader.
 */
@SuppressWarnings("rawtypes")
final class BinderLookup {
  private static final String SUFFIX = "FunctionTools";

  private final Map<@Nullable ClassLoader, Map<String, ServiceLoader.Provider<ToolBinder>>>
      byLoader = new HashMap<>();
  private @Nullable ServiceConfigurationError broken;

  boolean has(Class<?> owner) {
    return providers(owner.getClassLoader()).containsKey(binderName(owner));
  }

  Optional<ToolBinder<?>> of(Class<?> owner) {
    ServiceLoader.Provider<ToolBinder> provider =
        providers(owner.getClassLoader()).get(binderName(owner));
    return provider == null ? Optional.empty() : Optional.of(provider.get());
  }

  private static String binderName(Class<?> owner) {
    return flatName(owner) + SUFFIX;
  }

  /** A dollar sign may belong to a name as well as stand between two. */
  private static String flatName(Class<?> owner) {
    Class<?> around = owner.getDeclaringClass();
    return around == null ? owner.getName() : flatName(around) + '_' + owner.getSimpleName();
  }

  private Map<String, ServiceLoader.Provider<ToolBinder>> providers(@Nullable ClassLoader loader) {
    Map<String, ServiceLoader.Provider<ToolBinder>> found = byLoader.get(loader);
    if (found == null) {
      found = load(loader);
      byLoader.put(loader, found);
    }
    return found;
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
