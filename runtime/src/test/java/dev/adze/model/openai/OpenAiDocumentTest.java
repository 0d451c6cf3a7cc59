package dev.adze.model.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.adze.model.ModelRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Requests, held against the document of its API that OpenAI publishes. */
@Tag("openapi")
@EnabledIfSystemProperty(named = "openapi", matches = ".*")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenAiDocumentTest {
  private static final int REQUESTS = 2_000;
  private static final String DOCUMENT = "https://openai.test/api";

  private final long seed = Long.getLong("tests.seed", 11);
  private JsonNode components;
  private SchemaRegistry registry;

  @BeforeAll
  void open() throws IOException {
    Path file =
        Path.of(System.getProperty("openapi.from", "")).resolve(System.getProperty("openapi"));
    if (!Files.isRegularFile(file)) {
      throw new IllegalStateException(
          "OpenAI's document does not exist: "
              + file.toAbsolutePath().normalize()
              + ". Say where it is, as seen from where you type: ./mvnw -q -Popenapi verify"
              + " -Dopenapi=<file>");
    }
    String document = Files.readString(file);
    if (!document.stripLeading().startsWith("{")) {
      throw new IllegalStateException(
          file + " is no JSON. OpenAI publishes its document as openapi.json too: give that one.");
    }
    components = JsonMapper.shared().readTree(document).path("components");
    // A user's message with parts is two of its kinds of item, of which it allows one.
    ObjectNode item = (ObjectNode) components.path("schemas").path("InputItem");
    item.set("anyOf", item.remove("oneOf"));
    // Its other parts are no schemas, and nothing in these refers to them.
    String text = "{\"components\":" + components + "}";
    registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(DOCUMENT, text)));
  }

  @Test
  void requestsAreAsTheDocumentSays() {
    RandomRequests requests = new RandomRequests(new Random(seed));
    Judge chat = new Judge("CreateChatCompletionRequest");
    Judge responses = new Judge("CreateResponse");
    for (int i = 0; i < REQUESTS; i++) {
      ModelRequest request = requests.next();
      chat.requireFit(RequestRulesTest.chat(request), i);
      responses.requireFit(RequestRulesTest.response(request), i);
    }
    System.out.println("openapi: " + 2 * REQUESTS + " requests, 0 wrong, seed " + seed);
  }

  /** Were the validator blind, the other test would pass whatever is written. */
  @Test
  void theValidatorSeesWhatIsWrong() {
    Judge chat = new Judge("CreateChatCompletionRequest");
    Judge responses = new Judge("CreateResponse");

    for (String wrong :
        List.of(
            "{}",
            "[1]",
            "{'model':'m','messages':[]}",
            "{'model':'m','messages':[{'role':'usr','content':'hi'}]}",
            "{'model':'m','messages':[{'role':'user','content':'hi'}],'temperature':9}",
            "{'model':'m','messages':[{'role':'tool','content':'hi'}]}",
            "{'model':'m','messages':[{'role':'user','content':'hi'}],'tool':[]}")) {
      assertThat(chat.faults(json(wrong))).as(wrong).isNotEmpty();
    }
    for (String wrong :
        List.of(
            "[1]",
            "{'model':'m','input':[{'type':'function_call','name':'f'}]}",
            "{'model':'m','input':'hi','tools':[{'type':'function','name':'f'}]}",
            "{'model':'m','input':'hi','messages':[]}")) {
      assertThat(responses.faults(json(wrong))).as(wrong).isNotEmpty();
    }
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(ResponsesServer.json(text));
  }

  /** What the document says of one kind of request. */
  private final class Judge {
    private final Schema schema;
    private final Set<String> members = new TreeSet<>();

    Judge(String name) {
      schema = registry.getSchema(SchemaLocation.of(DOCUMENT + "#/components/schemas/" + name));
      collect(components.path("schemas").path(name));
    }

    /** The members that a request may have; the document does not close its objects. */
    private void collect(JsonNode part) {
      members.addAll(part.path("properties").propertyNames());
      part.path("allOf").forEach(this::collect);
      String reference = part.path("$ref").asString("");
      if (!reference.isEmpty()) {
        collect(
            components.path("schemas").path(reference.substring(reference.lastIndexOf('/') + 1)));
      }
    }

    List<String> faults(JsonNode body) {
      List<String> unknown =
          body.propertyNames().stream()
              .filter(name -> !members.contains(name))
              .map(name -> "unknown member " + name)
              .toList();
      return unknown.isEmpty()
          ? schema.validate(body).stream().map(Error::toString).toList()
          : unknown;
    }

    void requireFit(JsonNode body, int number) {
      assertThat(faults(body)).as("seed %d, request %d: %s", seed, number, body).isEmpty();
    }
  }
}
