package dev.adze.json;

import org.jspecify.annotations.Nullable;

/** Goes through the members of objects, and counts those of containers. */
final class FieldReads {
  private FieldReads() {}

  /** The index of the next field that is known and new, or {@link JsonReader#END}. */
  static int next(Cursor in, Frame object) {
    while (object.kind == Frame.Kind.OBJECT && in.more(object, '}')) {
      int index = name(in, object);
      if (in.isBroken()) {
        break;
      }
      if (index >= 0 && object.mark(index)) {
        object.next = index + 1;
        return index;
      }
      if (in.admits()) {
        noteUnwanted(in, object, index);
      }
      Walk.overMuted(in);
    }
    in.close(object);
    if (object.kind == Frame.Kind.OBJECT && !in.isBroken()) {
      noteMissing(in, object);
    }
    return JsonReader.END;
  }

  /** The next name of a map that is new, or null at its end, which closes it. */
  static @Nullable String nextKey(Cursor in, Frame map, @Nullable TextRule rule) {
    while (map.kind == Frame.Kind.FREE_OBJECT && in.more(map, '}') && in.name(map)) {
      String key = map.name(in.text);
      if (!Walk.isWellFormed(in.text, map.place)) {
        in.noteIllFormed();
      } else if (map.mark(key)) {
        map.next++;
        JsonFault.Kind fault = rule == null ? null : rule.fault(key);
        if (fault == null) {
          return key;
        }
        if (rule != null && in.admits()) {
          in.note(fault, FaultText.wrongName(rule.expected(), key));
        }
      } else if (in.admits()) {
        in.note(JsonFault.Kind.DUPLICATE_FIELD, FaultText.DUPLICATE);
      }
      Walk.overMuted(in);
    }
    in.close(map);
    return null;
  }

  static void checkSize(Cursor in, int min, int max) {
    Frame closed = in.closed;
    if (in.isBroken() || closed == null || closed.kind == Frame.Kind.ABSENT) {
      return;
    }
    int size = closed.size();
    if ((size < min || size > max) && in.admits()) {
      String noun = closed.kind == Frame.Kind.ARRAY ? "element" : "field";
      in.note(JsonFault.Kind.WRONG_SIZE, FaultText.size(min, max, noun) + "; got " + size);
    }
  }

  /** Reads a name and its colon, and answers the field's index or -1. */
  private static int name(Cursor in, Frame object) {
    in.peek();
    int index = object.fields.find(in.text, in.at, object.next);
    if (index >= 0) {
      object.place = in.at;
      in.at += object.fields.quotedLength(index);
      in.colon();
      return index;
    }
    return in.name(object) && Walk.isWellFormed(in.text, object.place)
        ? object.fields.indexOf(object.name(in.text))
        : -1;
  }

  private static void noteUnwanted(Cursor in, Frame object, int index) {
    if (index >= 0) {
      in.note(JsonFault.Kind.DUPLICATE_FIELD, FaultText.DUPLICATE);
    } else {
      String message = FaultText.unknownField(object.name(in.text), object.fields.names());
      in.note(JsonFault.Kind.UNKNOWN_FIELD, message);
    }
  }

  /** Notes the required fields that a closed object lacks. */
  private static void noteMissing(Cursor in, Frame object) {
    JsonFields fields = object.fields;
    for (int i = object.missing(0); i >= 0; i = object.missing(i + 1)) {
      if (in.admits()) {
        String path = in.path() + '/' + FaultText.step(fields.name(i));
        in.note(JsonFault.Kind.MISSING, path, "missing; expected " + fields.expected(i));
      }
    }
  }
}
