package dev.adze.processor.oracle;

import dev.adze.processor.ToolProcessor;
import dev.adze.tool.FunctionTool;
import dev.adze.tool.ToolBinder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Draws types, compiles them, and examines random texts for each, on all cores. */
final class Oracle {
  private static final int TOOLS_PER_OWNER = 20;

  /** Renderings take more time than all the rest, and have less to go wrong. */
  private static final int INSTANCES_PER_RENDERED = 4;

  private final long seed;

  Oracle(long seed) {
    this.seed = seed;
  }

  /** Draws owners and compiles them, several together. */
  List<Subject> subjects(int owners, int ownersPerCompilation) {
    List<Callable<List<Subject>>> compilations = new ArrayList<>();
    for (int from = 0; from < owners; from += ownersPerCompilation) {
      List<DrawnOwner> together =
          IntStream.range(from, Math.min(owners, from + ownersPerCompilation))
              .mapToObj(this::owner)
              .toList();
      compilations.add(() -> compile(together));
    }
    return onAllCores(compilations).stream().flatMap(List::stream).toList();
  }

  /** The owner with a number, always the same for the same seed. */
  DrawnOwner owner(int number) {
    return DrawnOwner.draw(
        "Owner" + number, TOOLS_PER_OWNER, new Dice(seed ^ ~number * 1_000_003L), Families.ALL);
  }

  private static List<Subject> compile(List<DrawnOwner> owners) {
    Map<String, String> sources = new TreeMap<>();
    owners.forEach(owner -> sources.put(owner.className(), owner.source()));
    ClassLoader loader = MemoryCompiler.compile(sources, new ToolProcessor()).loader();
    return owners.stream().flatMap(owner -> subjects(owner, loader).stream()).toList();
  }

  /** The tools of a compiled owner. */
  static List<Subject> subjects(DrawnOwner owner, ClassLoader loader) {
    try {
      Object instance = loader.loadClass(owner.className()).getConstructor().newInstance();
      Class<?> adapter = loader.loadClass(owner.className() + "FunctionTools");
      List<FunctionTool> tools =
          bind((ToolBinder<?>) adapter.getConstructor().newInstance(), instance);
      return IntStream.range(0, tools.size())
          .mapToObj(i -> new Subject(owner.tools().get(i), tools.get(i)))
          .toList();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @SuppressWarnings("unchecked") // The binder was made for the owner.
  private static <T> List<FunctionTool> bind(ToolBinder<T> binder, Object owner) {
    return binder.bind((T) owner);
  }

  /** Examines so many texts, shared out evenly. */
  Tally run(List<Subject> subjects, long instances) {
    List<Callable<Tally>> tasks = new ArrayList<>();
    for (int i = 0; i < subjects.size(); i++) {
      Subject subject = subjects.get(i);
      Dice dice = new Dice(seed + i * 7919L);
      long share = (instances + i) / subjects.size();
      tasks.add(() -> run(subject, share, dice));
    }
    Tally all = new Tally();
    onAllCores(tasks).forEach(all::add);
    return all;
  }

  private static Tally run(Subject subject, long instances, Dice dice) {
    Tally tally = new Tally();
    for (long i = 0; i < instances; i++) {
      Instance instance = Instance.draw(subject.drawn(), dice);
      boolean rendered = i % INSTANCES_PER_RENDERED == 0;
      tally.add(subject, instance, subject.examine(instance, rendered));
    }
    return tally;
  }

  private static <T> List<T> onAllCores(List<Callable<T>> tasks) {
    ExecutorService cores =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> result : cores.invokeAll(tasks)) {
        results.add(result.get());
      }
      return results;
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      cores.shutdownNow();
    }
  }
}
