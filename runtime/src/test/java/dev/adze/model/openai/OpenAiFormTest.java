package dev.adze.model.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.internal.http.LoopbackServer;
import dev.adze.model.Message;
import dev.adze.model.ModelChunk;
import dev.adze.model.ModelDelta;
import dev.adze.model.ModelRequest;
import dev.adze.model.ModelResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** That a stream of chunks that are alike means the same as one in which none is like another. */
class OpenAiFormTest {
  private static final String[] TEXTS = {
    " the", "é", "\\n", "", "\\\"", "<think>", "</think>", " ", "長い", "\\u0041"
  };

  /** Members of a chunk, of a choice, of a delta, and the rest, of which most do something. */
  private static final String[] ODD = {
    "{'id':'r1','choices':[{'index':0,'delta':{'content':'%s','reasoning_content':'so'}}]}",
    "{'id':'r1','choices':[{'index':0,'delta':{'content':'%s','refusal':'no'}}]}",
    "{'id':'r1','choices':[{'index':0,'delta':{'content':'%s'}},{'index':1,'delta':{}}]}",
    "{'id':'r1','choices':[{'index':1,'delta':{'content':'%s'}}]}",
    "{'id':'r1','choices':[{'index':0,'delta':{'content':'%s','content':'b'}}]}",
    "{'id':'r1','choices':[{'index':0,'delta':{'content':[{'type':'text','text':'%s'}]}}]}",
    "{'id':'r1','choices':[{'index':0,'delta':{'content':'%s'},'message':{'content':'m'}}]}",
    "{'id':'r1','choices':[{'index':0,'message':{'content':'%s'}}]}",
    "{'id':'r1','choices':[{'index':0,'delta':{'content':'%s',"
        + "'reasoning_details':[{'type':'reasoning.encrypted','data':'d'}]}}]}",
    "{'id':'r1','choices':[{'index':0,'delta':{'content':'%s','executed_tools':[{'index':1}]}}]}",
    "{'id':'r1','choices':[{'index':0,'delta':{'content':'%s','tool_calls':[{'index':0,'id':'c',"
        + "'function':{'name':'f','arguments':'{}'}}]}}]}",
    "{'id':'r1','choices':[{'index':0,'delta':{'content':'%s'}}],'usage':{'prompt_tokens':3}}",
    "{'id':'r1','choices':[{'index':0,'delta':{'content':'%s'}}],'usage':{'prompt_tokens':4}}",
    "{'id':'r1','choices':[{'index':0,'delta':{'content':'%s'}}],"
        + "'x_groq':{'usage':{'prompt_tokens':5}}}",
    "{'id':'r1','choices':[{'index':0,'delta':{'content':'%s'},'finish_reason':'stop'}]}",
    "{'id':'r1','choices':[{'index':0,'delta':{'content':'%s'},'finish_reason':'length'}]}",
    "{'id':'r2','model':'n','choices':[{'index':0,'delta':{'content':'%s'}}]}",
  };

  private static final String USUAL =
      "{'id':'r1','model':'m','choices':[{'index':0,'delta':{'content':'%s'},"
          + "'finish_reason':null}],'usage':null,'obfuscation':'%s'}";

  @Test
  void readsChunksThatAreAlikeAsIfTheyWereNot() {
    long seed = Long.getLong("tests.seed", 11);
    System.out.println("OpenAiFormTest seed " + seed);
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      List<String> events = events(random);
      List<String> unlike = new ArrayList<>();
      for (String event : events) {
        int last = event.length() - 1;
        unlike.add(event.substring(0, last) + ",\"n\":" + unlike.size() + "}");
      }

      assertThat(read(events)).as("seed %d, round %d", seed, round).isEqualTo(read(unlike));
    }
  }

  /** Long stretches of chunks of one kind, with a few others strewn in. */
  private static List<String> events(Random random) {
    int odd = random.nextInt(ODD.length);
    String[] kinds = {USUAL, ODD[odd], ODD[(odd + 1) % ODD.length]};
    List<String> events = new ArrayList<>();
    for (int stretch = random.nextInt(4); stretch >= 0; stretch--) {
      String kind = kinds[random.nextInt(kinds.length)];
      for (int i = random.nextInt(40); i >= 0; i--) {
        String next = random.nextInt(12) == 0 ? kinds[random.nextInt(kinds.length)] : kind;
        String padding = "x".repeat(random.nextInt(9));
        events.add(
            String.format(next, TEXTS[random.nextInt(TEXTS.length)], padding).replace('\'', '"'));
      }
    }
    events.add("{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}");
    return events;
  }

  /** What each chunk adds, and all that came of it. */
  private static List<Object> read(List<String> events) {
    List<List<ModelDelta>> deltas = new ArrayList<>();
    try (LoopbackServer server = LoopbackServer.streaming(events.toArray(String[]::new));
        OpenAiClient client = OpenAiClient.builder().baseUrl(server.url()).build()) {
      ModelRequest request = ModelRequest.builder("m", List.of(Message.user("hi"))).build();
      ModelResponse response =
          client.newCall(request).execute((ModelChunk chunk) -> deltas.add(chunk.deltas()));
      return List.of(
          deltas,
          response.message(),
          response.finishReason(),
          response.usage(),
          response.id(),
          response.model());
    }
  }
}
