package dev.adze.model.anthropic;

import static dev.adze.model.anthropic.AnthropicServer.stream;
import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.model.ModelChunk;
import dev.adze.model.ModelResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** That a stream of events that are alike means the same as one in which none is like another. */
class AnthropicFormTest {
  private static final String[] TEXTS = {" the", "é", "\\n", "", "\\u0041", " ", "長い"};

  private static final String[] KINDS = {
    "{'type':'content_block_delta','index':0,'delta':{'type':'text_delta','text':'%s'}}",
    "{'type':'content_block_delta','index':1,'delta':{'type':'text_delta','text':'%s'}}",
    "{'type':'content_block_delta','index':7,'delta':{'type':'text_delta','text':'%s'}}",
    "{'type':'content_block_delta','delta':{'type':'text_delta','text':'%s'}}",
    "{'type':'content_block_delta','index':1,'delta':{'type':'thinking_delta','thinking':'%s'}}",
    "{'type':'content_block_delta','index':2,'delta':{'type':'text_delta','text':'%s',"
        + "'more':'x'}}",
    "{'type':'content_block_delta','index':0,'delta':{'type':'text_delta','text':'%s'},"
        + "'usage':{'output_tokens':5}}",
    "{'type':'content_block_delta','index':0,'delta':{'type':'text_delta','text':'%s'},"
        + "'content_block':{'type':'text','text':'b'}}",
    "{'type':'content_block_delta','index':0,'delta':{'type':'citations_delta',"
        + "'citation':{'text':'%s'}}}",
    "{'type':'content_block_delta','index':0,'delta':{'type':'odd_delta','text':'%s'}}",
  };

  private static final String START =
      "{'type':'message_start','message':{'id':'m','content':[],'usage':{'input_tokens':1}}}";

  @Test
  void readsEventsThatAreAlikeAsIfTheyWereNot() {
    long seed = Long.getLong("tests.seed", 11);
    System.out.println("AnthropicFormTest seed " + seed);
    Random random = new Random(seed);
    for (int round = 0; round < 150; round++) {
      List<String> events = events(random);
      List<String> unlike = new ArrayList<>();
      for (String event : events) {
        int last = event.length() - 1;
        unlike.add(event.substring(0, last) + ",'n':" + unlike.size() + "}");
      }

      assertThat(read(events)).as("seed %d, round %d", seed, round).isEqualTo(read(unlike));
    }
  }

  /** Long stretches of events of one kind, with others strewn in. */
  private static List<String> events(Random random) {
    List<String> events = new ArrayList<>(List.of(START));
    for (int block = 0; block < 3; block++) {
      events.add(
          "{'type':'content_block_start','index':"
              + block
              + ",'content_block':{'type':'text','text':''}}");
    }
    for (int stretch = random.nextInt(4); stretch >= 0; stretch--) {
      String kind = KINDS[random.nextInt(KINDS.length)];
      for (int i = random.nextInt(40); i >= 0; i--) {
        String next = random.nextInt(6) == 0 ? KINDS[random.nextInt(KINDS.length)] : kind;
        events.add(String.format(next, TEXTS[random.nextInt(TEXTS.length)]));
      }
    }
    events.add("{'type':'message_delta','delta':{'stop_reason':'end_turn'}}");
    events.add("{'type':'message_stop'}");
    return events;
  }

  /** What each event adds, and all that came of it. */
  private static List<Object> read(List<String> events) {
    List<ModelChunk> chunks = new ArrayList<>();
    ModelResponse response = stream(chunks, events.toArray(String[]::new));
    return List.of(
        chunks.stream().map(ModelChunk::deltas).toList(),
        // Parts remember the server that they came from.
        response.message().toString().replaceAll("127\\.0\\.0\\.1:\\d+", "server"),
        response.finishReason(),
        response.usage(),
        response.id());
  }
}
