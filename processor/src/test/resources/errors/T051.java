// OPTION -Aadze.providers=mcp
// MANDATORY_WARNING at int count(): Tool "count" returns what is no object, and clients of MCP before 2026-07-28 take only objects, so that it is wrapped for them. Return a record, or silence this. [adze:T051]
import dev.adze.annotation.Tool;
import java.util.Map;

class T051 {
  @Tool("Counts.")
  int count() {
    return 1;
  }

  @Tool("Tells.")
  String tell() {
    return "";
  }

  @Tool("Finds.")
  Map<String, Integer> find() {
    return Map.of();
  }
}
