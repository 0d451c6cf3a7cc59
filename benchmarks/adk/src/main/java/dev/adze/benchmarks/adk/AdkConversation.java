package dev.adze.benchmarks.adk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.google.adk.JsonBaseModel;
import com.google.adk.agents.LlmAgent;
import com.google.adk.models.BaseLlm;
import com.google.adk.models.BaseLlmConnection;
import com.google.adk.models.LlmRequest;
import com.google.adk.models.LlmResponse;
import com.google.adk.runner.InMemoryRunner;
import com.google.adk.sessions.Session;
import com.google.adk.tools.FunctionTool;
import com.google.genai.types.Content;
import com.google.genai.types.FunctionResponse;
import com.google.genai.types.Part;
import dev.adze.benchmarks.kit.Conversation;
import io.reactivex.rxjava3.core.Flowable;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An agent whose model is a script, in ADK's own runner. */
public final class AdkConversation implements Conversation {
  private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

  private static final class Script extends BaseLlm {
    private final Part call;
    private String result = "";

    private Script(Part call) {
      super("scripted");
      this.call = call;
    }

    @Override
    public Flowable<LlmResponse> generateContent(LlmRequest request, boolean stream) {
      Optional<FunctionResponse> response =
          request.contents().stream()
              .flatMap(content -> content.parts().orElse(List.of()).stream())
              .flatMap(part -> part.functionResponse().stream())
              .findFirst();
      response.ifPresent(seen -> result = seen.toJson());
      Part answer = response.isPresent() ? Part.fromText("done") : call;
      return Flowable.just(
          LlmResponse.builder()
              .content(Content.builder().role("model").parts(answer).build())
              .build());
    }

    @Override
    public BaseLlmConnection connect(LlmRequest request) {
      throw new UnsupportedOperationException("Nothing is live here.");
    }
  }

  /** Nothing to set up. */
  public AdkConversation() {}

  @Override
  public String schema(Object owner, Method method) {
    return FunctionTool.create(owner, method)
        .declaration()
        .flatMap(declaration -> declaration.parameters())
        .map(parameters -> parameters.toJson())
        .orElse("{\"type\":\"OBJECT\"}");
  }

  @Override
  public String call(Object owner, Method method, String arguments) throws Unsayable {
    Map<String, Object> parsed;
    try {
      parsed = JsonBaseModel.getMapper().readValue(arguments, MAP);
    } catch (JsonProcessingException e) {
      throw new Unsayable(e);
    }
    Script script = new Script(Part.fromFunctionCall(method.getName(), parsed));
    LlmAgent agent =
        LlmAgent.builder()
            .name("caller")
            .model(script)
            .tools(FunctionTool.create(owner, method))
            .build();
    InMemoryRunner runner = new InMemoryRunner(agent, "app");
    Session session = runner.sessionService().createSession("app", "user").blockingGet();
    runner
        .runAsync("user", session.id(), Content.fromParts(Part.fromText("Call it.")))
        .blockingSubscribe();
    return script.result;
  }
}
