package com.acme;

import dev.adze.json.JsonFields;
import dev.adze.json.JsonReader;
import dev.adze.json.JsonWriter;
import dev.adze.tool.FunctionTool;
import dev.adze.tool.GeneratedBinder;
import dev.adze.tool.InvalidArgumentsException;
import dev.adze.tool.PreparedCall;
import dev.adze.tool.SchemaProfile;
import dev.adze.tool.ToolBinder;
import dev.adze.tool.ToolContext;
import dev.adze.tool.ToolOutput;
import dev.adze.tool.ToolSpec;
import dev.adze.tool.UnwritableResultException;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * The tools of {@link UserRepo}.
 */
@GeneratedBinder
@Generated("dev.adze.processor.ToolProcessor")
public final class UserRepoFunctionTools implements ToolBinder<UserRepo> {
  private static final int SAVE = 0;

  private static final int COUNT = 1;

  private static final String SAVE_INPUT = """
      {"type":"object","properties":{\
      "item":{"type":"object","description":"What to save.","properties":{\
      "name":{"type":"string","description":"the user's name"}},\
      "required":["name"],"additionalProperties":false}},\
      "required":["item"],"additionalProperties":false}""";

  private static final String SAVE_OUTPUT = """
      {"type":"object","description":"A user.","properties":{\
      "name":{"type":"string","description":"the user's name"}},\
      "required":["name"],"additionalProperties":false}""";

  private static final ToolSpec SAVE_SPEC = ToolSpec.builder("save", SAVE_INPUT)
      .description("Saves an item.")
      .outputSchema(SAVE_OUTPUT)
      .strictProfiles(SchemaProfile.OPENAI_STRICT, SchemaProfile.ANTHROPIC_STRICT)
      .requiresApproval("writes to the store")
      .build();

  private static final String COUNT_INPUT = """
      {"type":"object","properties":{},"additionalProperties":false}""";

  private static final String COUNT_OUTPUT = """
      {"type":"integer","minimum":-2147483648,"maximum":2147483647}""";

  private static final ToolSpec COUNT_SPEC = ToolSpec.builder("count", COUNT_INPUT)
      .description("Counts the items.")
      .outputSchema(COUNT_OUTPUT)
      .strictProfiles(SchemaProfile.OPENAI_STRICT, SchemaProfile.ANTHROPIC_STRICT)
      .build();

  /**
   * Called by {@code ServiceLoader}.
   */
  public UserRepoFunctionTools() {
  }

  /**
   * The tools, in the order of their source.
   */
  static List<FunctionTool> of(UserRepo owner) {
    return List.of(
        new Adapter(owner, SAVE_SPEC, SAVE),
        new Adapter(owner, COUNT_SPEC, COUNT));
  }

  @Override
  public int level() {
    return 1;
  }

  @Override
  public List<FunctionTool> bind(UserRepo owner) {
    return of(owner);
  }

  /**
   * All tools in one class: a class for each would be slower to start.
   */
  private record Adapter(UserRepo owner, ToolSpec spec, int tool) implements FunctionTool {
    @Override
    public PreparedCall prepare(String argumentsJson) {
      JsonReader in = JsonReader.of(argumentsJson);
      return switch (tool) {
        case SAVE -> SaveCall.read(owner, in);
        case COUNT -> CountCall.read(in);
        default -> throw new AssertionError(tool);
      };
    }
  }

  /**
   * A checked call of {@code save}.
   */
  private record SaveCall(UserRepo owner, UserRepo.User arg0) implements PreparedCall {
    private static final JsonFields FIELDS = JsonFields.builder()
        .required("item", "an object")
        .build();

    static PreparedCall read(UserRepo owner, JsonReader in) {
      UserRepo.User arg0 = null;
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> arg0 = UserJson.read(in);
          default -> in.skip();
        }
      }
      if (!in.end()) {
        throw new InvalidArgumentsException("save", in.faults());
      }
      return new SaveCall(owner, arg0);
    }

    @Override
    public String arguments() {
      JsonWriter out = new JsonWriter();
      out.beginObject();
      UserJson.write(out.name("item"), arg0);
      out.endObject();
      return out.toString();
    }

    @Override
    public ToolOutput call(ToolContext context) throws Exception {
      context.requireApproval(arguments());
      UserRepo.User result = Objects.requireNonNull(owner.save(arg0), "save returned null");
      JsonWriter out = new JsonWriter();
      try {
        UserJson.write(out, result);
      } catch (RuntimeException e) {
        throw new UnwritableResultException("save", e);
      }
      return ToolOutput.of(out.toString());
    }
  }

  /**
   * A checked call of {@code count}.
   */
  private record CountCall() implements PreparedCall {
    private static final JsonFields FIELDS = JsonFields.builder().build();

    static PreparedCall read(JsonReader in) {
      in.beginObject(FIELDS);
      in.nextField();
      if (!in.end()) {
        throw new InvalidArgumentsException("count", in.faults());
      }
      return new CountCall();
    }

    @Override
    public String arguments() {
      JsonWriter out = new JsonWriter();
      out.beginObject();
      out.endObject();
      return out.toString();
    }

    @Override
    public ToolOutput call(ToolContext context) throws Exception {
      int result = UserRepo.count();
      JsonWriter out = new JsonWriter();
      out.value(result);
      return ToolOutput.of(out.toString());
    }
  }

  /**
   * {@link UserRepo.User} as JSON.
   */
  private static final class UserJson {
    private static final JsonFields FIELDS = JsonFields.builder()
        .required("name", "a string")
        .build();

    static UserRepo.User read(JsonReader in) {
      int faults = in.faultCount();
      String name = null;
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> name = in.readString();
          default -> in.skip();
        }
      }
      if (in.faultCount() > faults) {
        return null;
      }
      try {
        return new UserRepo.User(name);
      } catch (Exception | AssertionError e) {
        in.reject(e);
        return null;
      }
    }

    static void write(JsonWriter out, UserRepo.User value) {
      out.beginObject();
      out.name("name").value(value.name());
      out.endObject();
    }
  }
}
