package dev.adze.approval;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Arguments field by field, one line each, nested ones indented. */
final class ArgumentLines {
  private static final JsonFactory JSON = new JsonFactory();

  private final JsonParser in;
  private final List<String> lines = new ArrayList<>();

  private ArgumentLines(JsonParser in) {
    this.in = in;
  }

  static List<String> of(String json) {
    try (JsonParser in = JSON.createParser(ObjectReadContext.empty(), json)) {
      ArgumentLines arguments = new ArgumentLines(in);
      in.nextToken();
      arguments.value("", "");
      return arguments.lines;
    } catch (JacksonException e) {
      // The person sees what there is, and that it is not what it should be.
      return List.of("(not JSON) " + SafeText.quoted(json));
    }
  }

  private void value(String indent, String label) {
    JsonToken token = in.currentToken();
    if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
      container(indent, label, token);
    } else {
      lines.add(indent + label + scalar(token));
    }
  }

  private void container(String indent, String label, JsonToken start) {
    boolean object = start == JsonToken.START_OBJECT;
    int place = lines.size();
    String inner = label.isEmpty() ? indent : indent + "  ";
    while (!in.nextToken().isStructEnd()) {
      String name = "- ";
      if (object) {
        name = SafeText.name(in.currentName()) + ": ";
        in.nextToken();
      }
      value(inner, name);
    }
    if (lines.size() == place) {
      lines.add(indent + label + (object ? "{}" : "[]"));
    } else if (!label.isEmpty()) {
      lines.add(place, (indent + label).stripTrailing());
    }
  }

  private String scalar(JsonToken token) {
    String text = in.getString();
    return token == JsonToken.VALUE_STRING ? SafeText.quoted(text) : SafeText.plain(text);
  }
}
