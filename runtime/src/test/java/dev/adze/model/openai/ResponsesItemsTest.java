package dev.adze.model.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.model.AssistantPart;
import dev.adze.model.ModelChunk;
import dev.adze.model.ModelDelta;
import dev.adze.model.ModelResponse;
import dev.adze.model.ReasoningPart;
import dev.adze.model.TextPart;
import dev.adze.model.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** However a server counts and names the items of a response, each is there once. */
class ResponsesItemsTest {
  private enum Count {
    FROM_ZERO,
    FROM_ONE,
    ALWAYS_ZERO,
    NOT_AT_ALL
  }

  private enum Last {
    REPEATS_NOTHING,
    REPEATS_ALL,
    LEAVES_REASONING_OUT
  }

  private final Random random;
  private final long seed = Long.getLong("tests.seed", 11);

  ResponsesItemsTest() {
    System.out.println("ResponsesItemsTest seed " + seed);
    random = new Random(seed);
  }

  @Test
  void eachItemIsThereOnceHoweverItIsCountedAndNamed() {
    for (int round = 0; round < 300; round++) {
      Count count = Count.values()[random.nextInt(4)];
      Last last = Last.values()[random.nextInt(3)];
      // One index for all and ids that change leave nothing to tell items by.
      boolean counts = count == Count.FROM_ZERO || count == Count.FROM_ONE;
      boolean renames = counts && random.nextBoolean();
      List<String> kinds = kinds();
      String[] events = events(kinds, count, last, renames);
      ResponsesServer server = new ResponsesServer();

      ModelResponse response = server.stream(events);

      String stream = "seed " + seed + ", round " + round + "\n" + String.join("\n", events);
      assertThat(said(response)).as(stream).isEqualTo(expected(kinds));
      assertThat(told(server.chunks())).as(stream).isEqualTo(expected(kinds));
    }
  }

  private List<String> kinds() {
    List<String> kinds = new ArrayList<>();
    for (int i = 1 + random.nextInt(5); i > 0; i--) {
      kinds.add(List.of("message", "reasoning", "function_call").get(random.nextInt(3)));
    }
    return kinds;
  }

  private String[] events(List<String> kinds, Count count, Last last, boolean renames) {
    List<String> events = new ArrayList<>();
    List<String> repeated = new ArrayList<>();
    for (int i = 0; i < kinds.size(); i++) {
      String kind = kinds.get(i);
      String place =
          switch (count) {
            case FROM_ZERO -> "'output_index':" + i + ",";
            case FROM_ONE -> "'output_index':" + (i + 1) + ",";
            case ALWAYS_ZERO -> "'output_index':0,";
            case NOT_AT_ALL -> "";
          };
      events.add(event("output_item.added", place, "'item':" + item(kind, i, "", renames)));
      if (random.nextBoolean()) {
        events.add(event(delta(kind), place, "'delta':'text'"));
        events.add(event(delta(kind), place, "'delta':'" + i + "'"));
      }
      if (last != Last.REPEATS_ALL || random.nextInt(4) > 0) {
        String whole = item(kind, i, "text" + i, renames);
        events.add(event("output_item.done", place, "'item':" + whole));
      }
      if (last != Last.LEAVES_REASONING_OUT || !kind.equals("reasoning")) {
        repeated.add(item(kind, i, "text" + i, renames));
      }
    }
    String output = last == Last.REPEATS_NOTHING ? "" : String.join(",", repeated);
    events.add(
        "{'type':'response.completed','response':{'status':'completed','output':["
            + output
            + "]}}");
    return events.toArray(String[]::new);
  }

  private static String event(String type, String place, String members) {
    return "{'type':'response." + type + "'," + place + members + "}";
  }

  private static String delta(String kind) {
    return switch (kind) {
      case "message" -> "output_text.delta";
      case "reasoning" -> "reasoning_summary_text.delta";
      default -> "function_call_arguments.delta";
    };
  }

  private String item(String kind, int number, String text, boolean renames) {
    String id = "x" + number + (renames ? "-" + random.nextInt() : "");
    return switch (kind) {
      case "message" ->
          "{'type':'message','id':'"
              + id
              + "','content':[{'type':'output_text','text':'"
              + text
              + "'}]}";
      case "reasoning" ->
          "{'type':'reasoning','id':'"
              + id
              + "','summary':[{'type':'summary_text','text':'"
              + text
              + "'}]}";
      default ->
          "{'type':'function_call','call_id':'" + id + "','name':'f','arguments':'" + text + "'}";
    };
  }

  private static List<String> expected(List<String> kinds) {
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < kinds.size(); i++) {
      expected.add(kinds.get(i) + " text" + i);
    }
    return expected;
  }

  private static List<String> said(ModelResponse response) {
    List<String> said = new ArrayList<>();
    for (AssistantPart part : response.message().parts()) {
      if (part instanceof TextPart text) {
        said.add("message " + text.text());
      } else if (part instanceof ReasoningPart reasoning) {
        said.add("reasoning " + reasoning.text());
      } else {
        said.add("function_call " + ((ToolCall) part).arguments());
      }
    }
    return said;
  }

  /** What the chunks add up to, in the order of the items, which their texts tell. */
  private static List<String> told(List<ModelChunk> chunks) {
    StringBuilder joined = new StringBuilder();
    for (ModelChunk chunk : chunks) {
      for (ModelDelta delta : chunk.deltas()) {
        if (delta instanceof ModelDelta.Text text) {
          joined.append(text.text().replace("text", ";message text"));
        } else if (delta instanceof ModelDelta.Reasoning reasoning) {
          joined.append(reasoning.text().replace("text", ";reasoning text"));
        } else if (delta instanceof ModelDelta.ToolCallArguments call) {
          joined.append(call.arguments().replace("text", ";function_call text"));
        }
      }
    }
    List<String> told = new ArrayList<>(List.of(joined.substring(1).split(";")));
    told.sort((one, other) -> one.charAt(one.length() - 1) - other.charAt(other.length() - 1));
    return told;
  }
}
