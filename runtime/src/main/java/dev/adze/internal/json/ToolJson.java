package dev.adze.internal.json;

import dev.adze.tool.Media;
import dev.adze.tool.SchemaProfile;
import dev.adze.tool.ToolHints;
import dev.adze.tool.ToolOutput;
import dev.adze.tool.ToolSpec;
import dev.adze.tool.ToolStatus;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is known of tools, and what they give back. */
public final class ToolJson {
  private ToolJson() {}

  /** Writes a tool's description into an empty object. */
  public static void write(ObjectNode to, ToolSpec tool) {
    to.put("name", tool.name()).put("title", tool.title()).put("description", tool.description());
    to.put("input_schema", tool.inputSchema());
    tool.outputSchema().ifPresent(schema -> to.put("output_schema", schema));
    ToolHints hints = tool.hints();
    ObjectNode said = to.putObject("hints");
    Trees.flag(said, "read_only", hints.readOnly());
    Trees.flag(said, "destructive", hints.destructive());
    Trees.flag(said, "idempotent", hints.idempotent());
    Trees.flag(said, "open_world", hints.openWorld());
    Trees.flag(to, "sequential", tool.sequential());
    tool.timeout().ifPresent(timeout -> Trees.time(to, "timeout", timeout));
    if (tool.requiresApproval()) {
      to.put("approval_reason", tool.approvalReason());
    }
    Trees.flag(to, "approval_rememberable", tool.approvalRememberable());
    var profiles = to.putArray("strict_profiles");
    Arrays.stream(SchemaProfile.values())
        .filter(profile -> profile != SchemaProfile.MCP && tool.supports(profile))
        .forEach(profile -> profiles.add(profile.name()));
  }

  /** Reads a tool's description. */
  public static ToolSpec readSpec(JsonNode from) {
    JsonNode hints = from.required("hints");
    ToolSpec.Builder tool =
        ToolSpec.builder(Trees.text(from, "name"), Trees.text(from, "input_schema"))
            .title(Trees.text(from, "title"))
            .description(Trees.text(from, "description"))
            .hints(
                new ToolHints(
                    Trees.flag(hints, "read_only"),
                    Trees.flag(hints, "destructive"),
                    Trees.flag(hints, "idempotent"),
                    Trees.flag(hints, "open_world")))
            .sequential(Trees.flag(from, "sequential"))
            .approvalRememberable(Trees.flag(from, "approval_rememberable"))
            .strictProfiles(
                Trees.list(from, "strict_profiles", JsonNode::stringValue).stream()
                    .map(SchemaProfile::valueOf)
                    .toArray(SchemaProfile[]::new));
    if (from.has("output_schema")) {
      tool.outputSchema(Trees.text(from, "output_schema"));
    }
    if (from.has("timeout")) {
      tool.timeout(Trees.time(from, "timeout"));
    }
    if (from.has("approval_reason")) {
      tool.requiresApproval(Trees.text(from, "approval_reason"));
    }
    return tool.build();
  }

  /** Writes an output into an empty object; what is as its default is left out. */
  public static void write(ObjectNode to, ToolOutput output) {
    to.put("output", output.output());
    if (!output.observation().equals(output.output())) {
      to.put("observation", output.observation());
    }
    if (!output.display().equals(output.observation())) {
      to.put("display", output.display());
    }
    writeAttachments(to, output.attachments());
    if (!output.metadata().isEmpty()) {
      ObjectNode metadata = to.putObject("metadata");
      output.metadata().forEach(metadata::put);
    }
    Trees.constant(to, "status", output.status());
  }

  /** Reads an output. */
  public static ToolOutput readOutput(JsonNode from) {
    ToolOutput.Builder output =
        ToolOutput.builder(Trees.text(from, "output"))
            .status(Trees.constant(from, "status", ToolStatus.class));
    if (from.has("observation")) {
      output.observation(Trees.text(from, "observation"));
    }
    if (from.has("display")) {
      output.display(Trees.text(from, "display"));
    }
    readAttachments(from).forEach(output::attachment);
    from.path("metadata")
        .properties()
        .forEach(entry -> output.metadata(entry.getKey(), entry.getValue().stringValue()));
    return output.build();
  }

  static void writeAttachments(ObjectNode to, List<Media> attachments) {
    if (!attachments.isEmpty()) {
      Trees.list(to, "attachments", attachments, ToolJson::writeMedia);
    }
  }

  static List<Media> readAttachments(JsonNode from) {
    return Trees.list(from, "attachments", ToolJson::readMedia);
  }

  static void writeMedia(ObjectNode to, Media media) {
    to.put("media_type", media.mediaType()).put("name", media.name());
    if (media instanceof Media.Inline inline) {
      to.put("base64", inline.base64());
    } else if (media instanceof Media.Remote remote) {
      to.put("url", remote.url());
    } else if (media instanceof Media.Stored stored) {
      to.put("file_id", stored.fileId());
    } else {
      throw new IllegalStateException("Every medium has a form, but not " + media.getClass());
    }
  }

  static Media readMedia(JsonNode from) {
    String type = Trees.text(from, "media_type");
    String name = Trees.text(from, "name");
    if (from.has("base64")) {
      return new Media.Inline(type, Trees.text(from, "base64"), name);
    }
    return from.has("url")
        ? new Media.Remote(type, Trees.text(from, "url"), name)
        : new Media.Stored(type, Trees.text(from, "file_id"), name);
  }
}
