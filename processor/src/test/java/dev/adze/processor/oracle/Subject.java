package dev.adze.processor.oracle;

import dev.adze.json.JsonFault;
import dev.adze.tool.FunctionTool;
import dev.adze.tool.InvalidArgumentsException;
import dev.adze.tool.PreparedCall;
import dev.adze.tool.SchemaProfile;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A compiled tool and everybody who judges its arguments. For one thread at a time. */
final class Subject {
  private final DrawnTool drawn;
  private final FunctionTool tool;
  private final Validator input;
  private final RoundTrip roundTrip;
  private final List<Rendering> renderings;

  Subject(DrawnTool drawn, FunctionTool tool) {
    this.drawn = drawn;
    this.tool = tool;
    this.input = new Validator(tool.spec().inputSchema());
    this.roundTrip = new RoundTrip(drawn, tool, input);
    this.renderings =
        Stream.of(SchemaProfile.OPENAI_STRICT, SchemaProfile.ANTHROPIC_STRICT)
            .filter(tool.spec()::supports)
            .map(profile -> new Rendering(drawn, tool, profile, tool.spec().inputSchema(profile)))
            .toList();
  }

  DrawnTool drawn() {
    return drawn;
  }

  FunctionTool tool() {
    return tool;
  }

  /** The strict profiles that its schema can be rendered for. */
  List<SchemaProfile> profiles() {
    return renderings.stream().map(Rendering::profile).toList();
  }

  /** What is wrong with what it says of itself, whatever the arguments. */
  List<String> problems() {
    return Stream.concat(
            drawn.misread(tool.spec()).stream(),
            renderings.stream().flatMap(each -> each.problems().stream()))
        .map(problem -> problem + "\n" + drawn.sourceWithTypes())
        .toList();
  }

  /** Holds one text against everybody. */
  Finding examine(Instance instance) {
    return examine(instance, true);
  }

  /**
   * Holds one text against everybody.
   *
   * @param rendered whether the strict renderings have their say too
   */
  Finding examine(Instance instance, boolean rendered) {
    @Nullable PreparedCall call = null;
    List<JsonFault> faults = List.of();
    try {
      call = tool.prepare(instance.text());
    } catch (InvalidArgumentsException e) {
      faults = e.faults();
    } catch (RuntimeException | StackOverflowError e) {
      return Finding.unlisted(false, "the decoder threw " + e.getClass().getName(), e.toString());
    }
    @Nullable JsonNode tree = tree(instance.text());
    Finding compared = compare(tree, faults);
    if (compared.unlisted() != null) {
      return compared;
    }
    boolean mayFit = instance.faults().isEmpty();
    if (mayFit != compared.accepted()) {
      return asDrawn(instance, faults, compared);
    }
    if (tree == null) {
      return compared;
    }
    Finding found = call == null ? compared : roundTrip.check(tree, call, compared);
    for (Rendering rendering : rendered ? renderings : List.<Rendering>of()) {
      found = found.unlisted() == null ? rendering.check(tree, call, found) : found;
    }
    return found;
  }

  private static @Nullable JsonNode tree(String text) {
    try {
      return Json.read(text);
    } catch (JacksonException | NumberFormatException e) {
      return null;
    }
  }

  /** The decoder against both judges. */
  private Finding compare(@Nullable JsonNode tree, List<JsonFault> faults) {
    boolean bound = faults.isEmpty();
    boolean judged = tree != null && input.fits(tree);
    boolean validated = tree != null && input.errors(tree).isEmpty();
    if (judged == bound && judged != validated && Defects.explain(tree, tool.spec())) {
      return Finding.known(bound, Known.L7);
    }
    if (judged != validated) {
      String alone = judged == bound ? "the validator" : "the second judge";
      return unlisted(alone + " is alone", tree, faults);
    }
    if (judged == bound) {
      return Finding.agreed(bound);
    }
    @Nullable Known known = bound ? asNull(tree) : Excuses.forAll(faults, tree);
    return known == null
        ? unlisted(bound ? "only the decoder accepts" : "only the decoder refuses", tree, faults)
        : Finding.known(bound, known);
  }

  private @Nullable Known asNull(@Nullable JsonNode tree) {
    return tree != null && input.fitsWithoutNulls(tree) ? Known.L1 : null;
  }

  /** All agree, but not with what was drawn: the type itself was misread. */
  private static Finding asDrawn(Instance instance, List<JsonFault> faults, Finding compared) {
    if (faults.isEmpty()) {
      return Finding.unlisted(true, Finding.UNSEEN, instance.faults().toString());
    }
    String judges = compared.known() == null ? "by all" : "by the decoder alone";
    return Finding.unlisted(
        false,
        "drawn to fit, but refused " + judges + ": " + faults.get(0).kind(),
        faults.toString());
  }

  private Finding unlisted(String sort, @Nullable JsonNode tree, List<JsonFault> faults) {
    String details =
        "decoder:      %s%nvalidator:    %s%nsecond judge: %s"
            .formatted(
                faults.isEmpty() ? "accepts" : faults,
                tree == null ? "no JSON" : input.errors(tree),
                tree == null ? "no JSON" : input.fits(tree) ? "accepts" : "refuses");
    return Finding.unlisted(faults.isEmpty(), sort, details);
  }
}
