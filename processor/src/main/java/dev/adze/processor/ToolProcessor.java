package dev.adze.processor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;

/**
 * Writes an adapter and a contract for each type with {@code @Tool} methods. Every owner goes
 * through the same stages by itself: it is read into a model, the model is judged, what was found
 * is printed, and if there was no error both are written. So the faults of one owner hide nothing
 * of another.
 *
 * <p>For Gradle it is isolating: an adapter depends on its owner's file and on what class files
 * keep of the types that the owner names. If it needs more of another file than that, it comes from
 * that file too, and Gradle compiles all. It is called for all types, because one that inherits
 * tools may need an adapter although no annotation is in its file.
 */
public final class ToolProcessor extends AbstractProcessor {
  /** What initializes so many constants stays below the 64 kB of a method. */
  private static final int MAX_RULES = 1_000;

  /** Owners that named types which did not exist yet, by name: elements do not outlive a round. */
  private final Map<SourceName, Unresolved> waiting = new LinkedHashMap<>();

  /** Types below some that do not exist yet: whether they have tools is not known. */
  private final Set<SourceName> unknown = new LinkedHashSet<>();

  private final Set<String> sources = new LinkedHashSet<>();

  /** The adapters, in which there is nothing to be found. */
  private final Set<SourceName> written = new HashSet<>();

  /** The top-level types with annotations that may be out of place. */
  private final Set<SourceName> marked = new LinkedHashSet<>();

  /** Owners without an adapter because of errors, theirs or of those above. */
  private final Set<SourceName> faulty = new HashSet<>();

  private final Requirements requirements = new Requirements();

  /** An owner, and what was found in it. */
  private record Judged(ToolClass owner, Report report) {}

  /** Called by the compiler. */
  public ToolProcessor() {}

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("*");
  }

  @Override
  public Set<String> getSupportedOptions() {
    return Set.of(Provider.OPTION);
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    round.getRootElements().forEach(root -> sources.add(root.toString()));
    annotations.stream()
        .filter(type -> StrayMarks.NAMES.contains(type.getQualifiedName().toString()))
        .flatMap(type -> round.getElementsAnnotatedWith(type).stream())
        .forEach(element -> marked.add(name(Nesting.outermost(element))));
    if (round.processingOver()) {
      reportUnknownProviders();
      Waiting.report(waiting, round, processingEnv);
      reportStrays(round);
      return false;
    }
    Owners owners = new Owners(processingEnv.getElementUtils(), processingEnv.getTypeUtils());
    List<Judged> judged = new ArrayList<>();
    candidates(owners, round)
        .forEach((name, owner) -> guarded(name, () -> judge(owner, owners).ifPresent(judged::add)));
    while (judged.removeIf(this::waitsForOneAbove)) {}
    judged.forEach(one -> one.report().print(processingEnv.getMessager()));
    while (judged.removeIf(this::cannotBeWritten)) {}
    for (Judged one : judged) {
      if (one.owner().hasTools() && !one.owner().open()) {
        guarded(name(one.owner().element()), () -> write(one.owner()));
      }
    }
    return false;
  }

  private TypeElement element(SourceName name) {
    return name.find(processingEnv.getElementUtils());
  }

  private SourceName name(TypeElement type) {
    return SourceName.of(type, processingEnv.getElementUtils());
  }

  /** Whether a type whose adapter an owner inherits from is among some. */
  private boolean isBelow(Set<SourceName> names, Judged one) {
    return one.owner().above().types().stream().anyMatch(type -> names.contains(name(type)));
  }

  private boolean waitsForOneAbove(Judged one) {
    boolean waits = isBelow(waiting.keySet(), one);
    if (waits) {
      waiting.put(name(one.owner().element()), new Unresolved());
    }
    return waits;
  }

  /** Because of its own errors, or of those above: what inherits from no adapter gets none. */
  private boolean cannotBeWritten(Judged one) {
    boolean faultless = one.report().isClean() && !isBelow(faulty, one);
    if (!faultless) {
      faulty.add(name(one.owner().element()));
    }
    return !faultless;
  }

  private interface Step {
    void run() throws IOException;
  }

  private void guarded(SourceName owner, Step step) {
    try {
      step.run();
    } catch (RuntimeException | IOException e) {
      faulty.add(owner);
      Bug.report(element(owner), e, processingEnv.getMessager());
    }
  }

  /** The owners of this round in the order of their sources, after those that have waited. */
  private Map<SourceName, TypeElement> candidates(Owners owners, RoundEnvironment round) {
    Map<SourceName, TypeElement> candidates = new LinkedHashMap<>();
    waiting.keySet().forEach(name -> candidates.put(name, element(name)));
    waiting.clear();
    List<TypeElement> types = new ArrayList<>();
    unknown.forEach(name -> types.add(element(name)));
    unknown.clear();
    for (TypeElement root : ElementFilter.typesIn(round.getRootElements())) {
      if (!written.contains(name(root))) {
        addNested(root, types);
      }
    }
    for (TypeElement type : types) {
      if (owners.concerns(type)) {
        candidates.put(name(type), type);
      } else if (!owners.isComplete(type)) {
        unknown.add(name(type));
      }
    }
    return candidates;
  }

  /** The option belongs to no place in a source. */
  private void reportUnknownProviders() {
    String option = processingEnv.getOptions().get(Provider.OPTION);
    for (String unknown : Provider.choose(option).unknown()) {
      List<String> all = Stream.of(Provider.values()).map(Provider::id).toList();
      String text = Rule.T095.text(unknown, NearMiss.hint(unknown, all), String.join(", ", all));
      processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, text);
    }
  }

  private static void addNested(TypeElement type, List<TypeElement> types) {
    types.add(type);
    ElementFilter.typesIn(type.getEnclosedElements()).forEach(nested -> addNested(nested, types));
  }

  /** An owner that was read, with what was found; empty if it waits. */
  private Optional<Judged> judge(TypeElement owner, Owners owners) {
    if (!requirements.areMet(owner, processingEnv)) {
      return Optional.empty();
    }
    Unresolved unresolved = new Unresolved();
    ToolClass model =
        new ToolReader(
                processingEnv.getElementUtils(),
                processingEnv.getTypeUtils(),
                owners,
                owner,
                unresolved,
                sources)
            .read();
    if (!unresolved.isEmpty()) {
      waiting.put(name(owner), unresolved);
      return Optional.empty();
    }
    Report report = new Report();
    new ToolRules(report, processingEnv, owners, sources).judge(model);
    return Optional.of(new Judged(model, report));
  }

  private void write(ToolClass model) throws IOException {
    SourceFiles files = new SourceFiles(processingEnv);
    Codecs codecs = new Codecs(model);
    if (codecs.rules().size() > MAX_RULES) {
      report(
          model,
          Rule.T094,
          model.name(),
          codecs.rules().size(),
          "different constraints",
          MAX_RULES,
          "Move some of its tools to another class.");
      return;
    }
    List<ToolSchemas> schemas = model.tools().stream().map(ToolSchemas::of).toList();
    TypeSpec adapter = new AdapterWriter(model, codecs, schemas).write();
    Set<Element> origins = origins(model);
    String module = Nesting.module(model.element(), processingEnv.getElementUtils());
    if (!files.write(module, model.name().packageName(), adapter, origins)) {
      report(model, Rule.T081, model.generated(), model.name());
      return;
    }
    written.add(new SourceName(module, model.generated().canonicalName()));
    ContractWriter contract = new ContractWriter(processingEnv.getElementUtils());
    files.writeResource(module, contract.path(model), contract.write(model, schemas), origins);
  }

  private void report(ToolClass model, Rule rule, Object... found) {
    Report report = new Report();
    report.add(At.element(model.element()), rule, found);
    report.print(processingEnv.getMessager());
  }

  /**
   * The files that an adapter comes from: its owner's, and those of generic types above it whose
   * tools it writes, since class files may not keep the names of their parameters, and of types
   * that are used for more than class files keep.
   */
  private Set<Element> origins(ToolClass model) {
    Set<Element> origins = new LinkedHashSet<>(Set.of(model.element()));
    origins.addAll(model.origins());
    for (ToolMethod tool : model.tools()) {
      TypeElement file = Nesting.outermost(tool.element());
      if (sources.contains(file.toString()) && !file.equals(Nesting.outermost(model.element()))) {
        origins.add(file);
      }
    }
    return origins;
  }

  /**
   * Reports annotations without effect, at the end, when all members that others write are there.
   * Where javac has errors it cannot be told what they would have done.
   */
  private void reportStrays(RoundEnvironment round) {
    if (round.errorRaised() && faulty.isEmpty()) {
      return;
    }
    for (SourceName name : marked) {
      guarded(
          name,
          () -> {
            Report report = new Report();
            new StrayMarks(report).judge(element(name));
            report.print(processingEnv.getMessager());
          });
    }
  }
}
