package dev.adze.soak;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.matcher.ElementMatchers;
import net.bytebuddy.pool.TypePool;

/** The library and the soak once more, with advice in some of the library's methods. */
final class ChangedLibrary extends ClassLoader {
  private static final ClassLoader OWN = ChangedLibrary.class.getClassLoader();
  private static final ClassFileLocator CLASSES = ClassFileLocator.ForClassLoader.of(OWN);

  private final Map<String, DynamicType.Builder<?>> builders = new HashMap<>();

  private ChangedLibrary() {
    super(OWN);
  }

  /** The library in which every state of some runs goes through its text. */
  static ChangedLibrary withRoundTrips() {
    return new ChangedLibrary().with("dev.adze.loop.RunLoop", "apply", RoundTrip.Woven.class);
  }

  /** Adds advice to a method; before anything is loaded. */
  ChangedLibrary with(String type, String method, Class<?> advice) {
    DynamicType.Builder<?> builder =
        builders.computeIfAbsent(
            type,
            name ->
                new ByteBuddy()
                    .redefine(TypePool.Default.of(OWN).describe(name).resolve(), CLASSES));
    builders.put(type, builder.visit(Advice.to(advice, CLASSES).on(ElementMatchers.named(method))));
    return this;
  }

  /** What {@link Soak#soak} comes to with this library. */
  String soak(Path folder, long firstSeed, long count, int times) throws Exception {
    Method soak =
        loadClass(Soak.class.getName())
            .getDeclaredMethod("soak", Path.class, long.class, long.class, int.class);
    soak.setAccessible(true);
    return (String) soak.invoke(null, folder, firstSeed, count, times);
  }

  /** What {@link Soak#find} comes to with this library. */
  String find(Path folder, long firstSeed, long count, Sort sort) throws Exception {
    Method find =
        loadClass(Soak.class.getName())
            .getDeclaredMethod("find", Path.class, long.class, long.class, String.class);
    find.setAccessible(true);
    return (String) find.invoke(null, folder, firstSeed, count, sort.name());
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith("dev.adze.")) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      DynamicType.Builder<?> changed = builders.get(name);
      byte[] bytes = changed == null ? bytes(name) : changed.make().getBytes();
      return defineClass(name, bytes, 0, bytes.length);
    }
  }

  private byte[] bytes(String name) throws ClassNotFoundException {
    try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
