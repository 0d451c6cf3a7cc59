package dev.adze.processor.oracle;

import dev.adze.tool.FunctionTool;
import dev.adze.tool.InvalidArgumentsException;
import dev.adze.tool.PreparedCall;
import dev.adze.tool.SchemaProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A strict rendering of a tool's schema, held against the canonical schema. */
final class Rendering {
  private final DrawnTool drawn;
  private final FunctionTool tool;
  private final SchemaProfile profile;
  private final JsonNode canonical;
  private final String rendering;
  private final Validator rendered;
  private final StrictForm form;

  /** Accepts what the canonical schema does but for the keywords that the profile lacks. */
  private final Judge sayable;

  /** Accepts what the canonical schema does when null counts as absent. */
  private final Judge meant;

  Rendering(DrawnTool drawn, FunctionTool tool, SchemaProfile profile, String rendering) {
    this.drawn = drawn;
    this.tool = tool;
    this.profile = profile;
    canonical = Schemas.closed(Json.read(tool.spec().inputSchema()));
    this.rendering = rendering;
    rendered = new Validator(rendering);
    form = new StrictForm(canonical, profile == SchemaProfile.OPENAI_STRICT);
    meant = new Judge(canonical, true);
    sayable = new Judge(canonical, true, (key, value) -> ProfileRules.has(profile, key, value));
  }

  SchemaProfile profile() {
    return profile;
  }

  /** What is wrong with the schema by itself. */
  List<String> problems() {
    JsonNode schema = Json.read(rendering);
    List<String> problems = new ArrayList<>(ProfileRules.broken(profile, schema));
    String words =
        Schemas.all(schema)
            .map(each -> each.path("description").asString(""))
            .collect(Collectors.joining("\n"));
    Schemas.all(canonical)
        .flatMap(this::moved)
        .filter(keyword -> !words.contains(keyword))
        .forEach(keyword -> problems.add("not said in words: " + keyword));
    return problems;
  }

  /** The keywords that the profile lacks, each as it has to be said in words. */
  private Stream<String> moved(JsonNode schema) {
    return schema
        .propertyStream()
        .filter(one -> !ProfileRules.has(profile, one.getKey(), one.getValue()))
        .map(one -> one.getKey() + ": " + (Judge.isLimit(one.getKey()) ? one.getValue() : ""));
  }

  /**
   * Holds one instance against both.
   *
   * @param call what the decoder made of it, or null if it was refused
   * @param otherwise the answer if nothing is wrong
   */
  Finding check(JsonNode given, @Nullable PreparedCall call, Finding otherwise) {
    JsonNode formed = form.of(given);
    boolean fits = rendered.fits(formed);
    boolean validated = rendered.errors(formed).isEmpty();
    if (fits != validated && !Defects.explain(formed, tool.spec())) {
      return unlisted("the judges of %s disagree", formed, "second judge: " + fits);
    }
    if (fits != sayable.fits(formed)) {
      String only = fits ? "%s only accepts" : "%s only refuses";
      return unlisted(only, formed, rendered.errors(formed).toString());
    }
    if (call == null) {
      // What the canonical schema accepts is no business of a rendering if it was refused.
      boolean moved = fits && !meant.fits(formed);
      return moved ? Finding.known(otherwise.accepted(), Known.L6) : otherwise;
    }
    return fits
        ? decoded(formed, call, otherwise)
        : unlisted("%s refuses what is bound", formed, "");
  }

  /** What is said in the other form must be the same call. */
  private Finding decoded(JsonNode formed, PreparedCall call, Finding otherwise) {
    try {
      PreparedCall other = tool.prepare(formed.toString());
      return drawn.same(Json.read(call.arguments()), Json.read(other.arguments()))
          ? otherwise
          : unlisted("%s means another call", formed, other.arguments());
    } catch (InvalidArgumentsException e) {
      return unlisted("%s is not decoded", formed, String.valueOf(e.getMessage()));
    }
  }

  private Finding unlisted(String sort, JsonNode formed, String details) {
    return Finding.unlisted(
        true,
        sort.formatted(profile),
        "as %s: %s%n%s%nschema: %s".formatted(profile, formed, details, rendering));
  }
}
