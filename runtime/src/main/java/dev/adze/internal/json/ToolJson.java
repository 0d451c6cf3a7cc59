package dev.adze.internal.json;

import dev.adze.tool.Media;
import dev.adze.tool.SchemaProfile;
import dev.adze.tool.ToolHints;
import dev.adze.tool.ToolOutput;
import dev.adze.tool.ToolSpec;
import dev.adze.tool.ToolStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What is known of tools, and what they give back. */
public final class ToolJson {
  private ToolJson() {}

  /** Writes a tool's description as the object at hand. */
  public static void write(JsonOut out, ToolSpec tool) {
    ToolHints hints = tool.hints();
    out.field("name", tool.name())
        .field("title", tool.title())
        .field("description", tool.description())
        .json("input_schema", tool.inputSchema())
        .json("output_schema", tool.outputSchema().orElse(null))
        .object(
            "hints",
            () ->
                out.field("read_only", hints.readOnly())
                    .field("destructive", hints.destructive())
                    .field("idempotent", hints.idempotent())
                    .field("open_world", hints.openWorld()))
        .field("sequential", tool.sequential())
        .field("timeout", tool.timeout().orElse(null))
        .field("requires_approval", tool.requiresApproval())
        .field("approval_reason", tool.approvalReason())
        .field("approval_rememberable", tool.approvalRememberable())
        .strings(
            "strict_profiles",
            Arrays.stream(SchemaProfile.values())
                .filter(profile -> profile != SchemaProfile.MCP && tool.supports(profile))
                .map(profile -> profile.name().toLowerCase(Locale.ROOT))
                .toList());
  }

  /** Reads a tool's description. */
  public static ToolSpec readSpec(JsonIn in) {
    JsonIn hints = in.get("hints");
    ToolSpec.Builder tool =
        ToolSpec.builder(in.text("name"), in.jsonText("input_schema"))
            .title(in.text("title"))
            .description(in.text("description"))
            .hints(
                new ToolHints(
                    hints.flag("read_only"),
                    hints.flag("destructive"),
                    hints.flag("idempotent"),
                    hints.flag("open_world")))
            .sequential(in.flag("sequential"))
            .approvalRememberable(in.flag("approval_rememberable"))
            .strictProfiles(
                in.list("strict_profiles", JsonIn::text).stream()
                    .map(name -> SchemaProfile.valueOf(name.toUpperCase(Locale.ROOT)))
                    .toArray(SchemaProfile[]::new));
    if (in.has("output_schema")) {
      tool.outputSchema(in.jsonText("output_schema"));
    }
    if (in.has("timeout")) {
      tool.timeout(in.time("timeout"));
    }
    if (requiresApproval(in)) {
      tool.requiresApproval(in.text("approval_reason"));
    }
    return tool.build();
  }

  /** The first states said it by giving a reason. */
  private static boolean requiresApproval(JsonIn in) {
    return in.has("requires_approval")
        ? in.flag("requires_approval")
        : in.optionalText("approval_reason").map(reason -> !reason.isEmpty()).orElse(false);
  }

  /** Writes an output as the object at hand. */
  public static void write(JsonOut out, ToolOutput output) {
    out.text("output", output.output())
        .text("observation", output.observation(), output.output())
        .text("display", output.display(), output.observation())
        .object("metadata", () -> output.metadata().forEach(out::text))
        .field("status", output.status());
    write(out, output.attachments());
  }

  /** Reads an output. */
  public static ToolOutput readOutput(JsonIn in) {
    ToolOutput.Builder output =
        ToolOutput.builder(in.text("output")).status(in.constant("status", ToolStatus.class));
    in.optionalText("observation").ifPresent(output::observation);
    in.optionalText("display").ifPresent(output::display);
    in.fields("metadata").forEach((name, value) -> output.metadata(name, value.text()));
    readAttachments(in).forEach(output::attachment);
    return output.build();
  }

  static void write(JsonOut out, List<Media> attachments) {
    if (!attachments.isEmpty()) {
      out.array("attachments", attachments, media -> write(out, media));
    }
  }

  static List<Media> readAttachments(JsonIn in) {
    return in.list("attachments", ToolJson::readMedia);
  }

  static void write(JsonOut out, Media media) {
    out.field("media_type", media.mediaType()).text("name", media.name());
    if (media instanceof Media.Inline inline) {
      out.field("base64", inline.base64());
    } else if (media instanceof Media.Remote remote) {
      out.text("url", remote.url());
    } else if (media instanceof Media.Stored stored) {
      out.field("file_id", stored.fileId());
    } else {
      throw MessageJson.formless(media);
    }
  }

  static Media readMedia(JsonIn in) {
    String type = in.text("media_type");
    String name = in.text("name");
    if (in.has("base64")) {
      return new Media.Inline(type, in.text("base64"), name);
    }
    return in.has("url")
        ? new Media.Remote(type, in.text("url"), name)
        : new Media.Stored(type, in.text("file_id"), name);
  }
}
