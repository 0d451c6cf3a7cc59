package dev.adze.recordings;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/**
 * The members of a recorded object that our types have a word for. All others are left out and
 * noted: programs and servers add their own, and no list of those would ever be whole.
 *
 * @param of what the object is, as in "a message"
 * @param names the members
 */
record ModelledMembers(String of, Set<String> names) {
  static ModelledMembers of(String what, String... names) {
    return new ModelledMembers(what, Set.of(names));
  }

  /** Takes all others away. One that is null says nothing, and is not worth a note. */
  void keep(ObjectNode recorded, Consumer<String> note) {
    for (String name : List.copyOf(recorded.propertyNames())) {
      if (!names.contains(name) && !recorded.remove(name).isNull()) {
        note.accept("\"" + name + "\" of " + of + ": no type of ours has it");
      }
    }
  }
}
