package dev.adze.model.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.internal.ExtraJson;
import dev.adze.model.ModelRequest;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** No request breaks a rule of OpenAI's that its document does not show. */
class RequestRulesTest {
  private static final int REQUESTS = 400;

  private final long seed = Long.getLong("tests.seed", 11);
  private final RequestRules rules = new RequestRules();

  @Test
  void randomRequestsKeepThem() {
    RandomRequests requests = new RandomRequests(new Random(seed));
    for (int i = 0; i < REQUESTS; i++) {
      ModelRequest request = requests.next();
      for (JsonNode body : List.of(chat(request), response(request))) {
        assertThat(rules.faults(body)).as("seed %d, request %d: %s", seed, i, body).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'messages':[],'tools':[{'function':{'name':'a b','parameters':{}}}]}",
        "{'messages':[],'tools':[{'function':{'name':'a','parameters':{'type':'objekt'}}}]}",
        "{'messages':[],'tools':[{'function':{'name':'a','strict':true,"
            + "'parameters':{'properties':{'x':{}},'required':['x']}}}]}",
        "{'messages':[],'tools':[{'function':{'name':'a','strict':true,'parameters':{"
            + "'properties':{'x':{}},'additionalProperties':false}}}]}",
        "{'input':[],'tools':[{'name':'','parameters':{}}]}",
        "{'input':[],'text':{'format':{'name':'a','schema':{'type':7}}}}",
        "{'messages':[],'response_format':{'json_schema':{'name':'a','strict':true,'schema':{"
            + "'$defs':{'y':{'properties':{'x':{}}}}}}}}",
        "{'messages':[{'role':'tool','tool_call_id':'1'}]}",
        "{'messages':[{'role':'assistant','tool_calls':[{'id':'1','function':{'name':'a'}}]}]}",
        "{'messages':[{'role':'assistant','tool_calls':[{'id':'1','function':{'name':'a'}}]},"
            + "{'role':'user'},{'role':'tool','tool_call_id':'1'}]}",
        "{'input':[{'type':'function_call','call_id':'1','name':'a'}]}",
        "{'input':[{'type':'function_call_output','call_id':'1'}]}",
        "{'input':[{'type':'function_call','call_id':'1','name':'a'},{'type':'function_call',"
            + "'call_id':'1','name':'a'},{'type':'function_call_output','call_id':'1'}]}"
      })
  void eachIsNoticed(String request) {
    assertThat(rules.faults(JsonMapper.shared().readTree(ResponsesServer.json(request))))
        .isNotEmpty();
  }

  static JsonNode chat(ModelRequest request) {
    OpenAiDialect openAi = OpenAiDialect.of("api.openai.com");
    return JsonMapper.shared().readTree(OpenAiRequestWriter.write(request, openAi).readByteArray());
  }

  static JsonNode response(ModelRequest request) {
    ExtraJson extra = ExtraJson.parse(request.options().extraJson().orElse("{}"));
    return JsonMapper.shared()
        .readTree(ResponsesRequestWriter.write(request, extra, "here").readByteArray());
  }
}
