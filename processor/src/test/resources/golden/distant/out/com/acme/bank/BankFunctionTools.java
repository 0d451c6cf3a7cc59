package com.acme.bank;

import com.acme.money.Account;
import com.acme.money.Money;
import com.acme.money.Note;
import com.acme.money.Page;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * The tools of {@link Bank}.
 */
@GeneratedBinder
@Generated("dev.adze.processor.ToolProcessor")
public final class BankFunctionTools implements ToolBinder<Bank> {
  private static final int OPEN = 0;

  private static final String OPEN_INPUT = """
      {"type":"object","properties":{\
      "account":{"type":"object","description":"what to open","properties":{\
      "name":{"type":"string","description":"What it is called."},\
      "account_owner":{"type":"string","description":"Whose it is."},\
      "kind":{"type":"string","description":"Which kind it is.","default":"current"},\
      "balance":{"$ref":"#/$defs/Money","description":"What is in it."}},\
      "required":["account_owner","balance"],"additionalProperties":false},\
      "first":{"$ref":"#/$defs/Money","description":"what to put in"},\
      "notes":{"$ref":"#/$defs/Page_Note","description":"what to remember"}},\
      "required":["account","first","notes"],"additionalProperties":false,"$defs":{\
      "Money":{"anyOf":[{"type":"object","properties":{\
      "type":{"type":"string","const":"cash"},\
      "cents":{"type":"integer","description":"How many cents."}},\
      "required":["type","cents"],"additionalProperties":false},{"type":"object",\
      "properties":{\
      "type":{"type":"string","const":"Debt"},\
      "amount":{"$ref":"#/$defs/Money","description":"How much."},\
      "reason":{"type":"string","description":"Why."}},\
      "required":["type","amount"],"additionalProperties":false}]},\
      "Page_Note":{"type":"object","properties":{\
      "items":{"type":"array","description":"What is on it.",\
      "items":{"$ref":"#/$defs/Note"}},\
      "next":{"$ref":"#/$defs/Page_Note","description":"What follows."}},\
      "required":["items"],"additionalProperties":false},\
      "Note":{"type":"object","properties":{\
      "text":{"type":"string","description":"What it says."},\
      "answers":{"type":"array","description":"What was answered.",\
      "items":{"$ref":"#/$defs/Note"}}},\
      "required":["text","answers"],"additionalProperties":false}}}""";

  private static final String OPEN_OUTPUT = """
      {"type":"object","properties":{\
      "items":{"type":"array","description":"What is on it.","items":{"type":"object",\
      "properties":{\
      "name":{"type":"string","description":"What it is called."},\
      "account_owner":{"type":"string","description":"Whose it is."},\
      "number":{"type":"integer","description":"Its number.","minimum":-2147483648,\
      "maximum":2147483647},\
      "kind":{"type":"string","description":"Which kind it is.","default":"current"},\
      "balance":{"$ref":"#/$defs/Money","description":"What is in it."}},\
      "required":["account_owner","number","balance"],"additionalProperties":false}},\
      "next":{"$ref":"#/$defs/Page_Account","description":"What follows."}},\
      "required":["items"],"additionalProperties":false,"$defs":{\
      "Money":{"anyOf":[{"type":"object","properties":{\
      "type":{"type":"string","const":"cash"},\
      "cents":{"type":"integer","description":"How many cents."}},\
      "required":["type","cents"],"additionalProperties":false},{"type":"object",\
      "properties":{\
      "type":{"type":"string","const":"Debt"},\
      "amount":{"$ref":"#/$defs/Money","description":"How much."},\
      "reason":{"type":"string","description":"Why."}},\
      "required":["type","amount"],"additionalProperties":false}]},\
      "Page_Account":{"type":"object","properties":{\
      "items":{"type":"array","description":"What is on it.","items":{"type":"object",\
      "properties":{\
      "name":{"type":"string","description":"What it is called."},\
      "account_owner":{"type":"string","description":"Whose it is."},\
      "number":{"type":"integer","description":"Its number.","minimum":-2147483648,\
      "maximum":2147483647},\
      "kind":{"type":"string","description":"Which kind it is.","default":"current"},\
      "balance":{"$ref":"#/$defs/Money","description":"What is in it."}},\
      "required":["account_owner","number","balance"],"additionalProperties":false}},\
      "next":{"$ref":"#/$defs/Page_Account","description":"What follows."}},\
      "required":["items"],"additionalProperties":false}}}""";

  private static final ToolSpec OPEN_SPEC = ToolSpec.builder("open", OPEN_INPUT)
      .description("Opens an account.")
      .outputSchema(OPEN_OUTPUT)
      .strictProfiles(SchemaProfile.OPENAI_STRICT)
      .build();

  /**
   * Called by {@code ServiceLoader}.
   */
  public BankFunctionTools() {
  }

  /**
   * The tools, in the order of their source.
   */
  public static List<FunctionTool> of(Bank owner) {
    return List.of(
        new Adapter(owner, OPEN_SPEC, OPEN));
  }

  @Override
  public int level() {
    return 1;
  }

  @Override
  public List<FunctionTool> bind(Bank owner) {
    return of(owner);
  }

  private static List<Note> readNoteList(JsonReader in) {
    List<Note> list = new ArrayList<>();
    in.beginArray();
    while (in.nextElement()) {
      list.add(NoteJson.read(in));
    }
    return list;
  }

  private static void writeNoteList(JsonWriter out, List<? extends Note> value) {
    out.beginArray();
    for (Note element : value) {
      NoteJson.write(out, element);
    }
    out.endArray();
  }

  private static void writeAccountListResult(JsonWriter out, List<? extends Account> value) {
    out.beginArray();
    for (Account element : value) {
      AccountResultJson.write(out, element);
    }
    out.endArray();
  }

  /**
   * All tools in one class: a class for each would be slower to start.
   */
  private record Adapter(Bank owner, ToolSpec spec, int tool) implements FunctionTool {
    @Override
    public PreparedCall prepare(String argumentsJson) {
      JsonReader in = JsonReader.of(argumentsJson);
      return switch (tool) {
        case OPEN -> OpenCall.read(owner, in);
        default -> throw new AssertionError(tool);
      };
    }
  }

  /**
   * A checked call of {@code open}.
   */
  private record OpenCall(Bank owner, Account account, Money first,
      Page<Note> notes) implements PreparedCall {
    private static final JsonFields FIELDS = JsonFields.builder()
        .required("account", "an object")
        .required("first", "an object")
        .required("notes", "an object")
        .build();

    static PreparedCall read(Bank owner, JsonReader in) {
      Account account = null;
      Money first = null;
      Page<Note> notes = null;
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> account = AccountJson.read(in);
          case 1 -> first = MoneyJson.read(in);
          case 2 -> notes = PageNoteJson.read(in);
          default -> in.skip();
        }
      }
      if (!in.end()) {
        throw new InvalidArgumentsException("open", in.faults());
      }
      return new OpenCall(owner, account, first, notes);
    }

    @Override
    public String arguments() {
      JsonWriter out = new JsonWriter();
      out.beginObject();
      AccountJson.write(out.name("account"), account);
      MoneyJson.write(out.name("first"), first);
      PageNoteJson.write(out.name("notes"), notes);
      out.endObject();
      return out.toString();
    }

    @Override
    public ToolOutput call(ToolContext context) throws Exception {
      Page<? extends Account> result = Objects.requireNonNull(owner.open(account, first, notes),
          "open returned null");
      JsonWriter out = new JsonWriter();
      try {
        PageAccountResultJson.write(out, result);
      } catch (RuntimeException e) {
        throw new UnwritableResultException("open", e);
      }
      return ToolOutput.of(out.toString());
    }
  }

  /**
   * {@link Account} as JSON.
   */
  private static final class AccountJson {
    private static final JsonFields FIELDS = JsonFields.builder()
        .optional("name")
        .required("account_owner", "a string")
        .optional("kind")
        .required("balance", "an object")
        .build();

    static Account read(JsonReader in) {
      int faults = in.faultCount();
      String name = null;
      String owner = null;
      String kind = "current";
      Money balance = null;
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> {
            if (!in.tryNull()) {
              name = in.readString();
            }
          }
          case 1 -> owner = in.readString();
          case 2 -> {
            if (!in.tryNull()) {
              kind = in.readString();
            }
          }
          case 3 -> balance = MoneyJson.read(in);
          default -> in.skip();
        }
      }
      if (in.faultCount() > faults) {
        return null;
      }
      try {
        Account value = new Account();
        value.setName(name);
        value.owner = owner;
        value.setKind(kind);
        value.setBalance(balance);
        return value;
      } catch (Exception | AssertionError e) {
        in.reject(e);
        return null;
      }
    }

    static void write(JsonWriter out, Account value) {
      out.beginObject();
      if (value.getName() != null) {
        out.name("name").value(value.getName());
      }
      out.name("account_owner").value(value.owner);
      out.name("kind").value(value.getKind());
      MoneyJson.write(out.name("balance"), value.getBalance());
      out.endObject();
    }
  }

  /**
   * {@link Money} as JSON.
   */
  private static final class MoneyJson {
    private static final String[] NAMES = {"cash", "Debt"};

    private static final JsonFields CASH = JsonFields.builder()
        .required("cents", "an integer")
        .optional("type")
        .build();

    private static final JsonFields DEBT = JsonFields.builder()
        .required("amount", "an object")
        .optional("reason")
        .optional("type")
        .build();

    static Money read(JsonReader in) {
      return switch (in.readBranch("type", NAMES)) {
        case 0 -> CashJson.read(in, CASH);
        case 1 -> DebtJson.read(in, DEBT);
        default -> null;
      };
    }

    static void write(JsonWriter out, Money value) {
      out.beginObject();
      if (value instanceof Money.Cash branch) {
        out.name("type").value("cash");
        CashJson.writeFields(out, branch);
      } else if (value instanceof Money.Debt branch) {
        out.name("type").value("Debt");
        DebtJson.writeFields(out, branch);
      } else {
        throw new NullPointerException("a value is null");
      }
      out.endObject();
    }
  }

  /**
   * {@link Money.Cash} as JSON.
   */
  private static final class CashJson {
    static Money.Cash read(JsonReader in, JsonFields fields) {
      int faults = in.faultCount();
      long cents = 0;
      in.beginObject(fields);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> cents = in.readLong(Long.MIN_VALUE, Long.MAX_VALUE);
          default -> in.skip();
        }
      }
      if (in.faultCount() > faults) {
        return null;
      }
      try {
        return new Money.Cash(cents);
      } catch (Exception | AssertionError e) {
        in.reject(e);
        return null;
      }
    }

    static void writeFields(JsonWriter out, Money.Cash value) {
      out.name("cents").value(value.cents());
    }
  }

  /**
   * {@link Money.Debt} as JSON.
   */
  private static final class DebtJson {
    static Money.Debt read(JsonReader in, JsonFields fields) {
      int faults = in.faultCount();
      Money amount = null;
      String reason = null;
      in.beginObject(fields);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> amount = MoneyJson.read(in);
          case 1 -> {
            if (!in.tryNull()) {
              reason = in.readString();
            }
          }
          default -> in.skip();
        }
      }
      if (in.faultCount() > faults) {
        return null;
      }
      try {
        return new Money.Debt(amount, reason);
      } catch (Exception | AssertionError e) {
        in.reject(e);
        return null;
      }
    }

    static void writeFields(JsonWriter out, Money.Debt value) {
      MoneyJson.write(out.name("amount"), value.amount());
      if (value.reason() != null) {
        out.name("reason").value(value.reason());
      }
    }
  }

  /**
   * {@link Page} as JSON.
   */
  private static final class PageNoteJson {
    private static final JsonFields FIELDS = JsonFields.builder()
        .required("items", "an array")
        .optional("next")
        .build();

    static Page<Note> read(JsonReader in) {
      int faults = in.faultCount();
      List<Note> items = null;
      Page<Note> next = null;
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> items = readNoteList(in);
          case 1 -> {
            if (!in.tryNull()) {
              next = PageNoteJson.read(in);
            }
          }
          default -> in.skip();
        }
      }
      if (in.faultCount() > faults) {
        return null;
      }
      try {
        return new Page<Note>(items, next);
      } catch (Exception | AssertionError e) {
        in.reject(e);
        return null;
      }
    }

    static void write(JsonWriter out, Page<? extends Note> value) {
      out.beginObject();
      writeNoteList(out.name("items"), value.items());
      if (value.next() != null) {
        PageNoteJson.write(out.name("next"), value.next());
      }
      out.endObject();
    }
  }

  /**
   * {@link Note} as JSON.
   */
  private static final class NoteJson {
    private static final JsonFields FIELDS = JsonFields.builder()
        .required("text", "a string")
        .required("answers", "an array")
        .build();

    static Note read(JsonReader in) {
      int faults = in.faultCount();
      String text = null;
      List<Note> answers = null;
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> text = in.readString();
          case 1 -> answers = readNoteList(in);
          default -> in.skip();
        }
      }
      if (in.faultCount() > faults) {
        return null;
      }
      try {
        return new Note(text, answers);
      } catch (Exception | AssertionError e) {
        in.reject(e);
        return null;
      }
    }

    static void write(JsonWriter out, Note value) {
      out.beginObject();
      out.name("text").value(value.text());
      writeNoteList(out.name("answers"), value.answers());
      out.endObject();
    }
  }

  /**
   * {@link Page} as JSON.
   */
  private static final class PageAccountResultJson {
    static void write(JsonWriter out, Page<? extends Account> value) {
      out.beginObject();
      writeAccountListResult(out.name("items"), value.items());
      if (value.next() != null) {
        PageAccountResultJson.write(out.name("next"), value.next());
      }
      out.endObject();
    }
  }

  /**
   * {@link Account} as JSON.
   */
  private static final class AccountResultJson {
    static void write(JsonWriter out, Account value) {
      out.beginObject();
      if (value.getName() != null) {
        out.name("name").value(value.getName());
      }
      out.name("account_owner").value(value.owner);
      out.name("number").value(value.getNumber());
      out.name("kind").value(value.getKind());
      MoneyJson.write(out.name("balance"), value.getBalance());
      out.endObject();
    }
  }
}
