package dev.adze.model.openai;

import dev.adze.model.AssistantPart;
import dev.adze.model.McpApprovalRequest;
import dev.adze.model.McpToolsPart;
import dev.adze.model.ProviderItem;
import dev.adze.model.ProviderPart;
import dev.adze.model.ReasoningPart;
import dev.adze.model.RefusalPart;
import dev.adze.model.TextPart;
import dev.adze.model.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes the parts of a message out of the items of a response. */
final class ResponsesParts {
  /** What the provider runs itself, even if nothing comes after it. */
  private static final Set<String> PROVIDER_RUNS =
      Set.of(
          "web_search_call",
          "file_search_call",
          "code_interpreter_call",
          "image_generation_call",
          "mcp_call");

  /** What the client has to do, whatever comes after it. */
  private static final Set<String> CLIENT_RUNS =
      Set.of("computer_call", "local_shell_call", "apply_patch_call");

  private final List<ResponsesItem> items;
  private final String origin;
  private final boolean keepAll;

  /**
   * @param origin where the items come from
   * @param keepAll whether every item is kept as it is, because its id will be asked for
   */
  ResponsesParts(List<ResponsesItem> items, String origin, boolean keepAll) {
    this.items = items;
    this.origin = origin;
    this.keepAll = keepAll;
  }

  /**
   * The parts, in the order of the items.
   *
   * @param callIds our ids of the items that are calls, at the same places
   */
  List<AssistantPart> parts(List<String> callIds) {
    List<AssistantPart> parts = new ArrayList<>(items.size());
    for (int i = 0; i < items.size(); i++) {
      ResponsesItem item = items.get(i);
      switch (item.type()) {
        case "message" -> message(item, parts);
        case "reasoning" -> parts.add(new ReasoningPart(item.reasoning(), Optional.of(kept(item))));
        case "function_call" -> parts.add(call(item, callIds.get(i)));
        case "mcp_list_tools" ->
            parts.add(new McpToolsPart(item.server(), item.tools(), kept(item)));
        case "mcp_approval_request" -> parts.add(approval(item, callIds.get(i)));
        default -> parts.add(new ProviderPart(item.type(), awaitsClient(i), kept(item)));
      }
    }
    return parts;
  }

  /** Whether an item of this kind is given an id of ours. */
  static boolean hasCallId(String type) {
    return type.equals("function_call") || type.equals("mcp_approval_request");
  }

  /** Whether the provider begins to run a tool with an item of this kind. */
  static boolean isProviderTool(String type) {
    return PROVIDER_RUNS.contains(type)
        || type.equals("program")
        || (type.endsWith("_call") && !type.equals("function_call") && !CLIENT_RUNS.contains(type));
  }

  private ProviderItem kept(ResponsesItem item) {
    return new ProviderItem(origin, item.json());
  }

  private Optional<ProviderItem> keptUnlessPlain(ResponsesItem item) {
    boolean unneeded = item.json().isEmpty() || (item.isPlain() && !keepAll);
    return unneeded ? Optional.empty() : Optional.of(kept(item));
  }

  private void message(ResponsesItem item, List<AssistantPart> parts) {
    Optional<ProviderItem> kept = keptUnlessPlain(item);
    if (!item.text().isEmpty()) {
      parts.add(new TextPart(item.text(), kept));
    }
    if (!item.refusal().isEmpty()) {
      parts.add(new RefusalPart(item.refusal(), kept));
    }
  }

  private ToolCall call(ResponsesItem item, String callId) {
    return new ToolCall(
        callId, item.callId(), item.name(), item.arguments(), keptUnlessPlain(item));
  }

  private McpApprovalRequest approval(ResponsesItem item, String callId) {
    return new McpApprovalRequest(
        callId, item.id(), item.server(), item.name(), item.arguments(), kept(item));
  }

  /**
   * Whether the provider waits for the result of an item. Some kinds are always the one or the
   * other. Of the others, which may also be of a kind that is not known here, those are waited for
   * that are calls and have nothing but calls after them: with their results outstanding, the model
   * could not go on.
   */
  private boolean awaitsClient(int place) {
    ResponsesItem item = items.get(place);
    if (CLIENT_RUNS.contains(item.type())) {
      return true;
    }
    if (PROVIDER_RUNS.contains(item.type()) || item.execution().equals("server")) {
      return false;
    }
    return items.stream().skip(place).allMatch(next -> next.type().endsWith("_call"));
  }
}
