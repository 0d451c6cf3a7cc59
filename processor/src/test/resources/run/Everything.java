package run;

import dev.adze.annotation.Name;
import dev.adze.annotation.Param;
import dev.adze.annotation.RequiresApproval;
import dev.adze.annotation.Tool;
import dev.adze.tool.ToolContext;
import dev.adze.tool.ToolOutput;
import java.util.List;
import java.util.Optional;

/** Tools of every type, which say what they were given. */
@SuppressWarnings({"adze:T011", "adze:T097"})
public class Everything {
  public enum Area {
    INDOORS,
    @Name("out-of-doors")
    OUTDOORS
  }

  public record Guest(String name, Optional<String> phone, @Param(defaultValue = "2") int age) {
    public Guest {
      if (name.isEmpty()) {
        throw new IllegalArgumentException("a guest needs a name");
      }
    }
  }

  public record Pair(Guest guest, List<Area> areas) {}

  public record Trap(@Param(defaultValue = "{\"name\": \"\"}") Guest guest) {}

  @Tool("Has a default that its own constructor refuses.")
  public String trap(Trap trap) {
    return trap.guest().name();
  }

  @Tool("Takes scalars.")
  public String scalars(
      boolean flag,
      byte tiny,
      short small,
      int whole,
      long big,
      float single,
      double twice,
      String text) {
    return flag + " " + tiny + " " + small + " " + whole + " " + big + " " + single + " " + twice
        + " " + text;
  }

  @Tool("Takes boxes.")
  public long boxes(
      Boolean flag, Byte tiny, Short small, Integer whole, Long big, Float single, Double twice) {
    return tiny + small + whole + big;
  }

  @Tool("Takes what may be absent.")
  public String absent(
      Optional<Byte> tiny,
      Optional<Area> area,
      Optional<List<Integer>> numbers,
      @Param(defaultValue = "out-of-doors") Area second,
      @Param(defaultValue = "[1, 2]") List<Integer> more,
      @Param(defaultValue = "{\"name\": \"Ada\"}") Guest guest) {
    more.add(3);
    return tiny + " " + area + " " + numbers + " " + second + " " + more + " " + guest;
  }

  @Tool("Takes records.")
  public Pair records(@Name("the pair") Pair pair, List<List<String>> rows) {
    return pair;
  }

  @Tool("Returns an enum.")
  public Area area() {
    return Area.OUTDOORS;
  }

  @Tool("Returns nothing.")
  public static void nothing() {}

  @Tool("Returns null.")
  public String none() {
    return null;
  }

  @Tool("Fails.")
  public int fail() throws java.io.IOException {
    throw new java.io.IOException("on purpose");
  }

  @Tool("Makes its own output.")
  public ToolOutput output(ToolContext context, int attempt) {
    return ToolOutput.of(attempt + context.attempt() + "");
  }

  @Tool("Spends money.")
  @RequiresApproval(value = "spends money", preview = "describe", always = false)
  public String pay(String to, ToolContext context, long cents) {
    return "paid " + cents + " to " + to;
  }

  public String describe(String to, ToolContext context, long cents) {
    return "would pay " + cents + " to " + to;
  }
}
