package com.acme;

import dev.adze.json.JsonFields;
import dev.adze.json.JsonReader;
import dev.adze.json.JsonWriter;
import dev.adze.tool.FunctionTool;
import dev.adze.tool.GeneratedBinder;
import dev.adze.tool.InvalidArgumentsException;
import dev.adze.tool.OwnerTools;
import dev.adze.tool.PreparedCall;
import dev.adze.tool.SchemaProfile;
import dev.adze.tool.ToolBinder;
import dev.adze.tool.ToolContext;
import dev.adze.tool.ToolHints;
import dev.adze.tool.ToolOutput;
import dev.adze.tool.ToolSpec;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * The tools of {@link Bank}.
 */
@GeneratedBinder
@Generated("dev.adze.processor.ToolProcessor")
public final class BankFunctionTools implements ToolBinder<Bank> {
  private static final int SEND = 0;

  private static final int OPEN = 1;

  private static final int BALANCE = 2;

  private static final String SEND_INPUT = """
      {"type":"object","properties":{\
      "account":{"type":"string","description":"to whom"},\
      "cents":{"type":"integer","description":"how much"}},\
      "required":["account","cents"],"additionalProperties":false}""";

  private static final ToolSpec SEND_SPEC = ToolSpec.builder("send", SEND_INPUT)
      .description("Sends money.")
      .strictProfiles(SchemaProfile.OPENAI_STRICT, SchemaProfile.ANTHROPIC_STRICT)
      .sequential(true)
      .timeout(Duration.ofSeconds(60, 500000000))
      .requiresApproval("spends money")
      .approvalRememberable(false)
      .build();

  private static final String OPEN_INPUT = """
      {"type":"object","properties":{},"additionalProperties":false}""";

  private static final ToolSpec OPEN_SPEC = ToolSpec.builder("open", OPEN_INPUT)
      .description("Opens the vault.")
      .strictProfiles(SchemaProfile.OPENAI_STRICT, SchemaProfile.ANTHROPIC_STRICT)
      .requiresApproval("opens the vault")
      .build();

  private static final String BALANCE_INPUT = """
      {"type":"object","properties":{},"additionalProperties":false}""";

  private static final String BALANCE_OUTPUT = """
      {"type":"integer","minimum":-2147483648,"maximum":2147483647}""";

  private static final ToolSpec BALANCE_SPEC = ToolSpec.builder("balance", BALANCE_INPUT)
      .description("Says how much there is.")
      .outputSchema(BALANCE_OUTPUT)
      .strictProfiles(SchemaProfile.OPENAI_STRICT, SchemaProfile.ANTHROPIC_STRICT)
      .hints(new ToolHints(true, true, false, false))
      .requiresApproval("")
      .build();

  /**
   * Called by {@code ServiceLoader}.
   */
  public BankFunctionTools() {
  }

  /**
   * The tools: those that are inherited, then the others in the order of their source.
   */
  static List<FunctionTool> of(Bank owner) {
    return new OwnerTools()
        .inherit(new VaultFunctionTools().bind(owner))
        .guard("", true)
        .add(new Adapter(owner, SEND_SPEC, SEND))
        .add(new Adapter(owner, OPEN_SPEC, OPEN), "open")
        .add(new Adapter(owner, BALANCE_SPEC, BALANCE))
        .toList();
  }

  @Override
  public int level() {
    return Math.max(1, new VaultFunctionTools().level());
  }

  @Override
  public List<FunctionTool> bind(Bank owner) {
    return of(owner);
  }

  /**
   * All tools in one class: a class for each would be slower to start.
   */
  private record Adapter(Bank owner, ToolSpec spec, int tool) implements FunctionTool {
    @Override
    public PreparedCall prepare(String argumentsJson) {
      JsonReader in = JsonReader.of(argumentsJson);
      return switch (tool) {
        case SEND -> SendCall.read(owner, in);
        case OPEN -> OpenCall.read(owner, in);
        case BALANCE -> BalanceCall.read(in);
        default -> throw new AssertionError(tool);
      };
    }
  }

  /**
   * A checked call of {@code send}.
   */
  private record SendCall(Bank owner, String account, long cents) implements PreparedCall {
    private static final JsonFields FIELDS = JsonFields.builder()
        .required("account", "a string")
        .required("cents", "an integer")
        .build();

    static PreparedCall read(Bank owner, JsonReader in) {
      String account = null;
      long cents = 0;
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> account = in.readString();
          case 1 -> cents = in.readLong(Long.MIN_VALUE, Long.MAX_VALUE);
          default -> in.skip();
        }
      }
      if (!in.end()) {
        throw new InvalidArgumentsException("send", in.faults());
      }
      return new SendCall(owner, account, cents);
    }

    @Override
    public String arguments() {
      JsonWriter out = new JsonWriter();
      out.beginObject();
      out.name("account").value(account);
      out.name("cents").value(cents);
      out.endObject();
      return out.toString();
    }

    @Override
    public Optional<String> preview(ToolContext context) throws Exception {
      return Optional.ofNullable(Bank.describe(context, account, cents));
    }

    @Override
    public ToolOutput call(ToolContext context) throws Exception {
      context.requireApproval(arguments());
      ToolOutput result = Objects.requireNonNull(owner.send(context, account, cents),
          "send returned null");
      return result;
    }
  }

  /**
   * A checked call of {@code open}.
   */
  private record OpenCall(Bank owner) implements PreparedCall {
    private static final JsonFields FIELDS = JsonFields.builder().build();

    static PreparedCall read(Bank owner, JsonReader in) {
      in.beginObject(FIELDS);
      in.nextField();
      if (!in.end()) {
        throw new InvalidArgumentsException("open", in.faults());
      }
      return new OpenCall(owner);
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
      context.requireApproval(arguments());
      owner.open();
      return ToolOutput.builder("").observation("Done.").build();
    }
  }

  /**
   * A checked call of {@code balance}.
   */
  private record BalanceCall() implements PreparedCall {
    private static final JsonFields FIELDS = JsonFields.builder().build();

    static PreparedCall read(JsonReader in) {
      in.beginObject(FIELDS);
      in.nextField();
      if (!in.end()) {
        throw new InvalidArgumentsException("balance", in.faults());
      }
      return new BalanceCall();
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
      context.requireApproval(arguments());
      int result = Bank.balance(context);
      JsonWriter out = new JsonWriter();
      out.value(result);
      return ToolOutput.of(out.toString());
    }
  }
}
