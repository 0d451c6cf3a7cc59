package dev.adze.processor;

import java.util.Locale;
import javax.tools.Diagnostic;

/**
 * Everything that the processor finds fault with. A text says the rule, what was found and what to
 * do; its number never changes its meaning, because users silence warnings by it.
 */
enum Rule {
  T001("Tool name \"%s\" must match [a-zA-Z0-9_-]{1,64}. Use name = \"%s\"."),
  T006("Two tools are named \"%s\": %s and %s. Give one of them another name."),
  T011(
      Diagnostic.Kind.MANDATORY_WARNING,
      "%s has no description, so the model has only the name to go by. Describe it in %s."),
  T028("%s and %s are both called \"%s\" as branches of %s. Rename one with @Name."),
  T060("%s has type %s, which %s. %s"),
  T061("The default value \"%s\" does not fit %s: %s. Write a value that fits, as JSON."),
  T062("%s and %s have the same name on the wire, \"%s\". Rename one with @Name."),
  T063(
      "%s has no name in its class file. Compile the class with -parameters, or name the parameter"
          + " with @Name."),
  T064("Pattern \"%s\" %s. Write what java.util.regex and JSON Schema (ECMA-262) both have."),
  T067(
      Diagnostic.Kind.MANDATORY_WARNING,
      "%s uses %s from a class file, in which compilers before JDK 22 do not show @Nullable, so that"
          + " what may be null seems required. Compile both at once, or use JDK 22 or later."),
  T068(
      "@Tool method \"%s\" takes %d parameter slots (a long and a double take two), and at most 250"
          + " are possible. Group parameters in a record."),
  T069("@Tool methods must not be private. Make \"%s\" package-private or public."),
  T070("A class with @Tool methods must not be private. Make \"%s\" package-private or public."),
  T071("A class with @Tool methods must not be an inner class. Make \"%s\" static."),
  T072(
      "@Tool methods must not be generic, but \"%s\" is. Write the types that the parameters stand"
          + " for."),
  T073("%s has type %s, which has no JSON Schema. %s"),
  T074("@RequiresApproval has no effect %s. %s"),
  T075("Preview \"%s\" of \"%s\" %s. Declare: %sString %s(%s)."),
  T076("Timeout \"%s\" must be an ISO-8601 duration greater than zero. Write for instance PT30S."),
  T078(
      "%s inherits the tools of %s, but there is no %s to take them from. Compile %s with"
          + " adze-processor."),
  T079("The tools of a generic type need the types that its parameters stand for, but %s. %s"),
  T080("%s has no effect %s. %s"),
  T081("The class %s, which Adze writes for %s, exists already. Rename one of the two."),
  T082(
      Diagnostic.Kind.MANDATORY_WARNING,
      "The Javadoc of %s is not used: it is in another file than %s, and class files keep none, so"
          + " the description would come and go. %s"),
  T083("@Name must not be blank. Write the name that the JSON has."),
  T084(
      "%s cannot be processed: the type %s cannot be found, although no source mentions it. Add what"
          + " is missing to the class path."),
  T085("%s is %s, so it cannot have a default value. Remove one of the two."),
  T086(
      "A method has one name as a tool, but \"%s\" of %s is inherited as \"%s\" and as \"%s\"."
          + " Override it with @Tool."),
  T087(
      "The adapter of %s must be able to call the tools that it inherits from generic types, but"
          + " \"%s\" of %s is not visible in its package. Make it public."),
  T089("Output name \"%s\" must match [a-zA-Z0-9_-]{1,64}. Use name = \"%s\"."),
  T090("%s does not fit %s: %s. %s"),
  T091("The constraints of %s contradict each other: %s. Change one of them."),
  T092(
      Diagnostic.Kind.MANDATORY_WARNING,
      "%s on %s is not checked, and the model is not told: JSON Schema cannot say it. Check it in"
          + " the code, or remove it."),
  T093(
      Diagnostic.Kind.MANDATORY_WARNING,
      "%s on the type of %s is not used: it is in another file than the tool, and not every"
          + " compiler finds it in class files. Move the type to the tool's file, or check it in"
          + " the code."),
  T094("%s has %d %s, and the class that is written for it has room for %d. %s");

  private final Diagnostic.Kind kind;
  private final String pattern;

  Rule(String pattern) {
    this(Diagnostic.Kind.ERROR, pattern);
  }

  Rule(Diagnostic.Kind kind, String pattern) {
    this.kind = kind;
    this.pattern = pattern;
  }

  Diagnostic.Kind kind() {
    return kind;
  }

  /** The name by which {@code @SuppressWarnings} silences it; an error stays all the same. */
  String id() {
    return "adze:" + name();
  }

  String text(Object... found) {
    return String.format(Locale.ROOT, pattern, found) + " [" + id() + "]";
  }
}
