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
 * The tools of {@link Till}.
 */
@GeneratedBinder
@Generated("dev.adze.processor.ToolProcessor")
public final class TillFunctionTools implements ToolBinder<Till> {
  private static final int PAY = 0;

  private static final String PAY_INPUT = """
      {"type":"object","properties":{\
      "payment":{"description":"how","anyOf":[{"type":"object","description":"Coins and \
      notes.","properties":{\
      "kind":{"type":"string","const":"cash"},\
      "cents":{"type":"integer","description":"How much.","minimum":-2147483648,\
      "maximum":2147483647}},\
      "required":["kind","cents"],"additionalProperties":false},{"type":"object",\
      "description":"A card.","properties":{\
      "kind":{"type":"string","const":"card"},\
      "number":{"type":"string","description":"what is on it"},\
      "cents":{"type":"integer","description":"How much.","minimum":-2147483648,\
      "maximum":2147483647}},\
      "required":["kind","number","cents"],"additionalProperties":false}]}},\
      "required":["payment"],"additionalProperties":false}""";

  private static final String PAY_OUTPUT = """
      {"description":"How to pay.","anyOf":[{"type":"object","description":"Coins and \
      notes.","properties":{\
      "kind":{"type":"string","const":"cash"},\
      "cents":{"type":"integer","description":"How much.","minimum":-2147483648,\
      "maximum":2147483647}},\
      "required":["kind","cents"],"additionalProperties":false},{"type":"object",\
      "description":"A card.","properties":{\
      "kind":{"type":"string","const":"card"},\
      "number":{"type":"string","description":"what is on it"},\
      "cents":{"type":"integer","description":"How much.","minimum":-2147483648,\
      "maximum":2147483647}},\
      "required":["kind","number","cents"],"additionalProperties":false}]}""";

  private static final ToolSpec PAY_SPEC = ToolSpec.builder("pay", PAY_INPUT)
      .description("Pays.")
      .outputSchema(PAY_OUTPUT)
      .strictProfiles(SchemaProfile.OPENAI_STRICT, SchemaProfile.ANTHROPIC_STRICT)
      .build();

  /**
   * Called by {@code ServiceLoader}.
   */
  public TillFunctionTools() {
  }

  /**
   * The tools, in the order of their source.
   */
  public static List<FunctionTool> of(Till owner) {
    return List.of(
        new Adapter(owner, PAY_SPEC, PAY));
  }

  @Override
  public int level() {
    return 1;
  }

  @Override
  public List<FunctionTool> bind(Till owner) {
    return of(owner);
  }

  /**
   * All tools in one class: a class for each would be slower to start.
   */
  private record Adapter(Till owner, ToolSpec spec, int tool) implements FunctionTool {
    @Override
    public PreparedCall prepare(String argumentsJson) {
      JsonReader in = JsonReader.of(argumentsJson);
      return switch (tool) {
        case PAY -> PayCall.read(owner, in);
        default -> throw new AssertionError(tool);
      };
    }
  }

  /**
   * A checked call of {@code pay}.
   */
  private record PayCall(Till owner, Till.Payment payment) implements PreparedCall {
    private static final JsonFields FIELDS = JsonFields.builder()
        .required("payment", "an object")
        .build();

    static PreparedCall read(Till owner, JsonReader in) {
      Till.Payment payment = null;
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> payment = PaymentJson.read(in);
          default -> in.skip();
        }
      }
      if (!in.end()) {
        throw new InvalidArgumentsException("pay", in.faults());
      }
      return new PayCall(owner, payment);
    }

    @Override
    public String arguments() {
      JsonWriter out = new JsonWriter();
      out.beginObject();
      PaymentJson.write(out.name("payment"), payment);
      out.endObject();
      return out.toString();
    }

    @Override
    public ToolOutput call(ToolContext context) throws Exception {
      Till.Payment result = Objects.requireNonNull(owner.pay(payment), "pay returned null");
      JsonWriter out = new JsonWriter();
      try {
        PaymentJson.write(out, result);
      } catch (RuntimeException e) {
        throw new UnwritableResultException("pay", e);
      }
      return ToolOutput.of(out.toString());
    }
  }

  /**
   * {@link Till.Payment} as JSON.
   */
  private static final class PaymentJson {
    private static final String[] NAMES = {"cash", "card"};

    private static final JsonFields CASH = JsonFields.builder()
        .required("cents", "an integer")
        .optional("kind")
        .build();

    private static final JsonFields CARD = JsonFields.builder()
        .required("number", "a string")
        .required("cents", "an integer")
        .optional("kind")
        .build();

    static Till.Payment read(JsonReader in) {
      return switch (in.readBranch("kind", NAMES)) {
        case 0 -> CashJson.read(in, CASH);
        case 1 -> CardJson.read(in, CARD);
        default -> null;
      };
    }

    static void write(JsonWriter out, Till.Payment value) {
      out.beginObject();
      if (value instanceof Till.Cash branch) {
        out.name("kind").value("cash");
        CashJson.writeFields(out, branch);
      } else if (value instanceof Till.Card branch) {
        out.name("kind").value("card");
        CardJson.writeFields(out, branch);
      } else {
        throw new NullPointerException("a value is null");
      }
      out.endObject();
    }
  }

  /**
   * {@link Till.Cash} as JSON.
   */
  private static final class CashJson {
    static Till.Cash read(JsonReader in, JsonFields fields) {
      int faults = in.faultCount();
      int cents = 0;
      in.beginObject(fields);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> cents = in.readInt(Integer.MIN_VALUE, Integer.MAX_VALUE);
          default -> in.skip();
        }
      }
      if (in.faultCount() > faults) {
        return null;
      }
      try {
        Till.Cash value = new Till.Cash();
        value.setCents(cents);
        return value;
      } catch (Exception | AssertionError e) {
        in.reject(e);
        return null;
      }
    }

    static void writeFields(JsonWriter out, Till.Cash value) {
      out.name("cents").value(value.getCents());
    }
  }

  /**
   * {@link Till.Card} as JSON.
   */
  private static final class CardJson {
    static Till.Card read(JsonReader in, JsonFields fields) {
      int faults = in.faultCount();
      String number = null;
      int cents = 0;
      in.beginObject(fields);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> number = in.readString();
          case 1 -> cents = in.readInt(Integer.MIN_VALUE, Integer.MAX_VALUE);
          default -> in.skip();
        }
      }
      if (in.faultCount() > faults) {
        return null;
      }
      try {
        Till.Card value = new Till.Card(number);
        value.setCents(cents);
        return value;
      } catch (Exception | AssertionError e) {
        in.reject(e);
        return null;
      }
    }

    static void writeFields(JsonWriter out, Till.Card value) {
      out.name("number").value(value.number());
      out.name("cents").value(value.getCents());
    }
  }
}
