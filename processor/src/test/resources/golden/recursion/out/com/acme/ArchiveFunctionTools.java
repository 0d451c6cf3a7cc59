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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * The tools of {@link Archive}.
 */
@GeneratedBinder
@Generated("dev.adze.processor.ToolProcessor")
public final class ArchiveFunctionTools implements ToolBinder<Archive> {
  private static final int FILE = 0;

  private static final String FILE_INPUT = """
      {"type":"object","properties":{\
      "folder":{"$ref":"#/$defs/Folder","description":"what to file"},\
      "paper":{"$ref":"#/$defs/Archive_Paper_Folder","description":"where to put it"}},\
      "required":["folder","paper"],"additionalProperties":false,"$defs":{\
      "Folder":{"type":"object","description":"A folder.","properties":{\
      "name":{"type":"string","description":"how it is called"},\
      "parts":{"type":"array","description":"what is in it",\
      "items":{"$ref":"#/$defs/Folder"}},\
      "newest":{"type":"object","description":"what was put in last","properties":{\
      "title":{"type":"string","description":"its title"},\
      "copyIn":{"$ref":"#/$defs/Folder","description":"where a copy of it is"}},\
      "required":["title"],"additionalProperties":false}},\
      "required":["name","parts"],"additionalProperties":false},\
      "Archive_Paper_Folder":{"type":"object","description":"Another folder, whose name \
      would be the same.","properties":{\
      "next":{"type":"array","description":"the one behind it",\
      "items":{"$ref":"#/$defs/Archive_Paper_Folder"},"default":[]}},\
      "additionalProperties":false}}}""";

  private static final String FILE_OUTPUT = """
      {"type":"object","description":"A folder.","properties":{\
      "name":{"type":"string","description":"how it is called"},\
      "parts":{"type":"array","description":"what is in it",\
      "items":{"$ref":"#/$defs/Folder"}},\
      "newest":{"type":"object","description":"what was put in last","properties":{\
      "title":{"type":"string","description":"its title"},\
      "copyIn":{"$ref":"#/$defs/Folder","description":"where a copy of it is"}},\
      "required":["title"],"additionalProperties":false}},\
      "required":["name","parts"],"additionalProperties":false,"$defs":{\
      "Folder":{"type":"object","description":"A folder.","properties":{\
      "name":{"type":"string","description":"how it is called"},\
      "parts":{"type":"array","description":"what is in it",\
      "items":{"$ref":"#/$defs/Folder"}},\
      "newest":{"type":"object","description":"what was put in last","properties":{\
      "title":{"type":"string","description":"its title"},\
      "copyIn":{"$ref":"#/$defs/Folder","description":"where a copy of it is"}},\
      "required":["title"],"additionalProperties":false}},\
      "required":["name","parts"],"additionalProperties":false}}}""";

  private static final ToolSpec FILE_SPEC = ToolSpec.builder("file", FILE_INPUT)
      .description("Files a folder.")
      .outputSchema(FILE_OUTPUT)
      .strictProfiles(SchemaProfile.OPENAI_STRICT)
      .build();

  /**
   * Called by {@code ServiceLoader}.
   */
  public ArchiveFunctionTools() {
  }

  /**
   * The tools, in the order of their source.
   */
  public static List<FunctionTool> of(Archive owner) {
    return List.of(
        new Adapter(owner, FILE_SPEC, FILE));
  }

  @Override
  public int level() {
    return 1;
  }

  @Override
  public List<FunctionTool> bind(Archive owner) {
    return of(owner);
  }

  private static List<Archive.Folder> readFolderList(JsonReader in) {
    List<Archive.Folder> list = new ArrayList<>();
    in.beginArray();
    while (in.nextElement()) {
      list.add(FolderJson.read(in));
    }
    return list;
  }

  private static void writeFolderList(JsonWriter out, List<Archive.Folder> value) {
    out.beginArray();
    for (Archive.Folder element : value) {
      FolderJson.write(out, element);
    }
    out.endArray();
  }

  private static List<Archive.Paper.Folder> readFolderList_(JsonReader in) {
    List<Archive.Paper.Folder> list = new ArrayList<>();
    in.beginArray();
    while (in.nextElement()) {
      list.add(FolderJson_.read(in));
    }
    return list;
  }

  private static void writeFolderList_(JsonWriter out, List<Archive.Paper.Folder> value) {
    out.beginArray();
    for (Archive.Paper.Folder element : value) {
      FolderJson_.write(out, element);
    }
    out.endArray();
  }

  /**
   * All tools in one class: a class for each would be slower to start.
   */
  private record Adapter(Archive owner, ToolSpec spec, int tool) implements FunctionTool {
    @Override
    public PreparedCall prepare(String argumentsJson) {
      JsonReader in = JsonReader.of(argumentsJson);
      return switch (tool) {
        case FILE -> FileCall.read(owner, in);
        default -> throw new AssertionError(tool);
      };
    }
  }

  /**
   * A checked call of {@code file}.
   */
  private record FileCall(Archive owner, Archive.Folder folder,
      Archive.Paper.Folder paper) implements PreparedCall {
    private static final JsonFields FIELDS = JsonFields.builder()
        .required("folder", "an object")
        .required("paper", "an object")
        .build();

    static PreparedCall read(Archive owner, JsonReader in) {
      Archive.Folder folder = null;
      Archive.Paper.Folder paper = null;
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> folder = FolderJson.read(in);
          case 1 -> paper = FolderJson_.read(in);
          default -> in.skip();
        }
      }
      if (!in.end()) {
        throw new InvalidArgumentsException("file", in.faults());
      }
      return new FileCall(owner, folder, paper);
    }

    @Override
    public String arguments() {
      JsonWriter out = new JsonWriter();
      out.beginObject();
      FolderJson.write(out.name("folder"), folder);
      FolderJson_.write(out.name("paper"), paper);
      out.endObject();
      return out.toString();
    }

    @Override
    public ToolOutput call(ToolContext context) throws Exception {
      Archive.Folder result = Objects.requireNonNull(owner.file(folder, paper),
          "file returned null");
      JsonWriter out = new JsonWriter();
      try {
        FolderJson.write(out, result);
      } catch (RuntimeException e) {
        throw new UnwritableResultException("file", e);
      }
      return ToolOutput.of(out.toString());
    }
  }

  /**
   * {@link Archive.Folder} as JSON.
   */
  private static final class FolderJson {
    private static final JsonFields FIELDS = JsonFields.builder()
        .required("name", "a string")
        .required("parts", "an array")
        .optional("newest")
        .build();

    static Archive.Folder read(JsonReader in) {
      int faults = in.faultCount();
      String name = null;
      List<Archive.Folder> parts = null;
      Optional<Archive.Document> newest = Optional.empty();
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> name = in.readString();
          case 1 -> parts = readFolderList(in);
          case 2 -> {
            if (!in.tryNull()) {
              newest = Optional.ofNullable(DocumentJson.read(in));
            }
          }
          default -> in.skip();
        }
      }
      if (in.faultCount() > faults) {
        return null;
      }
      try {
        return new Archive.Folder(name, parts, newest);
      } catch (Exception | AssertionError e) {
        in.reject(e);
        return null;
      }
    }

    static void write(JsonWriter out, Archive.Folder value) {
      out.beginObject();
      out.name("name").value(value.name());
      writeFolderList(out.name("parts"), value.parts());
      if (value.newest().isPresent()) {
        DocumentJson.write(out.name("newest"), value.newest().get());
      }
      out.endObject();
    }
  }

  /**
   * {@link Archive.Document} as JSON.
   */
  private static final class DocumentJson {
    private static final JsonFields FIELDS = JsonFields.builder()
        .required("title", "a string")
        .optional("copyIn")
        .build();

    static Archive.Document read(JsonReader in) {
      int faults = in.faultCount();
      String title = null;
      Optional<Archive.Folder> copyIn = Optional.empty();
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> title = in.readString();
          case 1 -> {
            if (!in.tryNull()) {
              copyIn = Optional.ofNullable(FolderJson.read(in));
            }
          }
          default -> in.skip();
        }
      }
      if (in.faultCount() > faults) {
        return null;
      }
      try {
        return new Archive.Document(title, copyIn);
      } catch (Exception | AssertionError e) {
        in.reject(e);
        return null;
      }
    }

    static void write(JsonWriter out, Archive.Document value) {
      out.beginObject();
      out.name("title").value(value.title());
      if (value.copyIn().isPresent()) {
        FolderJson.write(out.name("copyIn"), value.copyIn().get());
      }
      out.endObject();
    }
  }

  /**
   * {@link Archive.Paper.Folder} as JSON.
   */
  private static final class FolderJson_ {
    private static final JsonFields FIELDS = JsonFields.builder()
        .optional("next")
        .build();

    static Archive.Paper.Folder read(JsonReader in) {
      int faults = in.faultCount();
      List<Archive.Paper.Folder> next = null;
      in.beginObject(FIELDS);
      for (int field; (field = in.nextField()) != JsonReader.END; ) {
        switch (field) {
          case 0 -> {
            if (!in.tryNull()) {
              next = readFolderList_(in);
            }
          }
          default -> in.skip();
        }
      }
      if (next == null && in.faultCount() == faults) {
        JsonReader given = JsonReader.of("[]");
        next = readFolderList_(given);
        in.checkDefault("next", given);
      }
      if (in.faultCount() > faults) {
        return null;
      }
      try {
        return new Archive.Paper.Folder(next);
      } catch (Exception | AssertionError e) {
        in.reject(e);
        return null;
      }
    }

    static void write(JsonWriter out, Archive.Paper.Folder value) {
      out.beginObject();
      writeFolderList_(out.name("next"), value.next());
      out.endObject();
    }
  }
}
