package dev.adze.model.anthropic;

import static dev.adze.model.anthropic.AnthropicServer.body;
import static dev.adze.model.anthropic.AnthropicServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.adze.model.Message;
import dev.adze.model.ModelOptions;
import dev.adze.model.ModelRequest;
import dev.adze.model.SystemMessage;
import dev.adze.tool.ToolSpec;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which parts of a request are marked for the provider's cache. */
class AnthropicCacheTest {
  private static final ToolSpec TOOL = ToolSpec.builder("t", json("{ 'type':'object' }")).build();

  @Test
  void marksWhatIsCached() {
    String mark = "'cache_control':{'type':'ephemeral'}";
    List<Message> messages =
        List.of(
            new SystemMessage("A"),
            new SystemMessage("B"),
            Message.user("1"),
            Message.assistant("x"),
            Message.user("2"),
            Message.assistant("y"),
            Message.user("3"));
    ToolSpec first = ToolSpec.builder("first", "{}").build();
    ModelRequest.Builder request = ModelRequest.builder("c", messages).tools(List.of(first, TOOL));

    assertThat(body(request, client -> client.promptCache(Duration.ofMinutes(5))))
        .contains(json("{'type':'text','text':'A'},{'type':'text','text':'B'," + mark + "}"))
        .contains(json("'text':'1'}"))
        .contains(json("'text':'2'," + mark + "}"))
        .contains(json("'text':'y'}"))
        .contains(json("'text':'3'," + mark + "}"))
        .contains(json("'name':'first','input_schema':{}}"))
        .contains(json("'input_schema':{ 'type':'object' }," + mark + "}"));
    assertThat(body(request, client -> client.promptCache(Duration.ofHours(1))))
        .contains(json("'cache_control':{'type':'ephemeral','ttl':'1h'}"));
    assertThat(body(request)).doesNotContain("cache_control");
  }

  @Test
  void cachesThePrefixForAnotherTimeThanTheConversation() {
    Duration hour = Duration.ofHours(1);
    Duration minutes = Duration.ofMinutes(5);
    String hourMark = ",'cache_control':{'type':'ephemeral','ttl':'1h'}";
    String mark = ",'cache_control':{'type':'ephemeral'}";
    List<Message> messages = List.of(new SystemMessage("A"), Message.user("1"));
    ModelRequest.Builder request = ModelRequest.builder("c", messages).tools(List.of(TOOL));
    String system = "'system':[{'type':'text','text':'A'";
    String user = "'content':[{'type':'text','text':'1'";
    String tool = "'input_schema':{ 'type':'object' }";

    assertThat(body(request, client -> client.promptCache(hour, minutes)))
        .contains(json(system + hourMark + "}"), json(user + mark + "}"), json(tool + hourMark));
    assertThat(body(request, client -> client.promptCache(hour, Duration.ZERO)))
        .contains(json(system + hourMark + "}"), json(user + "}"), json(tool + hourMark));
    assertThat(body(request, client -> client.promptCache(Duration.ZERO, hour)))
        .contains(json(system + "}"), json(user + hourMark + "}"), json(tool + "}"));
  }

  @Test
  void leavesTheMarksOfTheConversationToTheProviderWhereThatIsToldToSetThem() {
    String automatic = json("{'cache_control':{'type':'ephemeral'}}");
    ModelOptions options = ModelOptions.builder().extraJson(automatic).build();

    assertThat(
            body(
                ModelRequest.builder("c", List.of(Message.user("hi")))
                    .options(options)
                    .tools(List.of(TOOL)),
                client -> client.promptCache(Duration.ofMinutes(5))))
        .contains(json("{'role':'user','content':[{'type':'text','text':'hi'}]}"))
        .contains(json("'input_schema':{ 'type':'object' },'cache_control':{'type':'ephemeral'}}"))
        .endsWith(json("'cache_control':{'type':'ephemeral'}}"));
  }

  @Test
  void refusesATimeForWhichNothingIsCached() {
    assertThatThrownBy(() -> AnthropicClient.builder().promptCache(Duration.ofMinutes(6)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("five minutes or one hour");
    assertThatThrownBy(
            () -> AnthropicClient.builder().promptCache(Duration.ofMinutes(5), Duration.ofHours(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no longer than what stands before it");
  }
}
