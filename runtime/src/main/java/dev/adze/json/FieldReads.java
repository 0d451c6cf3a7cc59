package dev.adze.json;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Goes through the members of objects, and counts those of containers. */
final class FieldReads {
  private FieldReads() {}

  /** The index of the next field that is known and new, or {@link JsonReader#END}. */
  static int next(Cursor in) {
    JsonFields fields = in.container;
    while (fields != JsonFields.ABSENT && in.more('}')) {
      in.seen |= Cursor.BEGUN;
      int field = field(in, fields);
      if (in.isBroken()) {
        break;
      }
      if (field >= 0 && mark(in, fields, field)) {
        return field;
      }
      if (in.admits()) {
        noteUnwanted(in, fields, field);
      }
      Walk.overMuted(in);
    }
    if (fields != JsonFields.ABSENT && !in.isBroken()) {
      checkMissing(in, fields);
    }
    in.close();
    return JsonReader.END;
  }

  /** The next name of a map that is new, or null at its end, which closes it. */
  static @Nullable String nextKey(Cursor in, @Nullable TextRule rule) {
    while (in.container == JsonFields.MAP && in.more('}')) {
      in.seen |= Cursor.BEGUN;
      int quote = in.name();
      if (quote < 0) {
        break;
      }
      String key = Strings.literal(in.text, quote);
      if (!Walk.isWellFormed(in.text, quote)) {
        in.noteIllFormed();
      } else if (in.nest().mark(key)) {
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
    in.close();
    return null;
  }

  static void checkSize(Cursor in, int min, int max) {
    Nest nest = in.nest();
    if (in.isBroken() || nest.closed() == JsonFields.ABSENT) {
      return;
    }
    int size = nest.closedSize();
    if ((size < min || size > max) && in.admits()) {
      String noun = nest.closed() == JsonFields.ARRAY ? "element" : "field";
      in.note(JsonFault.Kind.WRONG_SIZE, FaultText.size(min, max, noun) + "; got " + size);
    }
  }

  /** Reads a name and its colon; the field's index, or the complement of where its quote is. */
  private static int field(Cursor in, JsonFields fields) {
    in.peek();
    int index = fields.find(in.text, in.at, expected(in.seen, fields));
    if (index >= 0) {
      in.at += fields.quotedLength(index);
      in.colon();
      return index;
    }
    int quote = in.name();
    if (quote >= 0 && Walk.isWellFormed(in.text, quote)) {
      index = fields.indexOf(Strings.literal(in.text, quote));
    }
    return index >= 0 ? index : ~quote;
  }

  /** The field that comes next if the text keeps to the declared order. */
  private static int expected(int seen, JsonFields fields) {
    int known = seen & ~Cursor.BEGUN;
    return fields.fitsBits() ? Integer.SIZE - Integer.numberOfLeadingZeros(known) : known;
  }

  /** Notes that a field is there; false if it was there before. */
  private static boolean mark(Cursor in, JsonFields fields, int field) {
    if (!fields.fitsBits()) {
      in.seen = Cursor.BEGUN | (field + 1);
      return in.nest().mark(fields.name(field));
    }
    int before = in.seen;
    in.seen = before | 1 << field;
    return in.seen != before;
  }

  private static void noteUnwanted(Cursor in, JsonFields fields, int field) {
    if (field >= 0) {
      in.note(JsonFault.Kind.DUPLICATE_FIELD, FaultText.DUPLICATE);
    } else {
      String name = Strings.literal(in.text, ~field);
      in.note(JsonFault.Kind.UNKNOWN_FIELD, FaultText.unknownField(name, fields.names()));
    }
  }

  private static void checkMissing(Cursor in, JsonFields fields) {
    if (!fields.fitsBits()) {
      Set<String> names = in.nest().names();
      for (int i = 0; i < fields.size(); i++) {
        if (fields.expected(i) != null && !names.contains(fields.name(i))) {
          noteMissing(in, fields, i);
        }
      }
      return;
    }
    for (int missing = fields.requiredBits() & ~in.seen; missing != 0; missing &= missing - 1) {
      noteMissing(in, fields, Integer.numberOfTrailingZeros(missing));
    }
  }

  /** Notes that a closed object lacks a required field. */
  private static void noteMissing(Cursor in, JsonFields fields, int field) {
    if (in.admits()) {
      String path = in.path() + '/' + FaultText.step(fields.name(field));
      in.note(JsonFault.Kind.MISSING, path, "missing; expected " + fields.expected(field));
    }
  }
}
