package dev.adze.processor;

import java.util.Locale;
import javax.tools.Diagnostic;

/**
 * Everything that the processor finds fault with. A text says the rule, what was found and what to
 * do; its number never changes its meaning, because users silence warnings by it.
 *
 * <p>Some numbers have nothing to report. What they stand for holds by construction: arguments are
 * an object (T025), definitions are local (T055), tools stand in the order of their source (T066),
 * and nothing is written that has headers or metadata (T053, T054). Recursion is no fault where it
 * is not T031 or T050 (T065). OpenAI's Responses API takes longer names than its chat, and a tool
 * is not told which it will serve, so that T001 holds for both. What Groq refuses to pass on when a
 * model errs (T041) depends on the model, not on the tool: the client reads it as a call that
 * failed.
 */
enum Rule {
  T001("Tool name \"%s\" must match [a-zA-Z0-9_-]{1,64}. Use name = \"%s\"."),
  T002(
      "Tool name \"%s\" must match [a-zA-Z0-9_-]{1,128} for Anthropic, and some of its programs take"
          + " 64 characters only. Use name = \"%s\"."),
  T003("Tool name \"%s\" must match [a-zA-Z0-9_-]{1,64} for Groq. Use name = \"%s\"."),
  T004(
      "%s name \"%s\" must begin with a letter or _ for Gemini, go on with letters, digits and _, and"
          + " have at most 64 characters. Name it so."),
  T005(
      Diagnostic.Kind.MANDATORY_WARNING,
      "Tool name \"%s\" should match [a-zA-Z0-9_.-]{1,128} for MCP. Choose one that does."),
  T006("Two tools are named \"%s\": %s and %s. Give one of them another name."),
  T010(
      Diagnostic.Kind.MANDATORY_WARNING,
      "The description of tool \"%s\" has %d characters, and OpenAI and Groq may refuse more than %d."
          + " Shorten it."),
  T011(
      Diagnostic.Kind.MANDATORY_WARNING,
      "%s has no description, so the model has only the name to go by. Describe it in %s."),
  T020(
      "The arguments of tool \"%s\" have %d properties, and OpenAI's strict mode takes up to 5000, for"
          + " older models 100. Take some out, or do not ask for strict mode."),
  T021(
      "The arguments of tool \"%s\" nest %d levels deep, and OpenAI's strict mode takes up to 10, for"
          + " older models 5. Make them flatter, or do not ask for strict mode."),
  T022(
      "The names and constants in the arguments of tool \"%s\" have %d characters in all, and OpenAI's"
          + " strict mode takes up to 120000, for older models 15000. Shorten them, or do not ask for"
          + " strict mode."),
  T023(
      "The enums in the arguments of tool \"%s\" have %d values in all, and OpenAI's strict mode takes"
          + " up to 1000, for older models 500. Take some out, or do not ask for strict mode."),
  T024(
      "An enum of over 250 values in the arguments of tool \"%s\" has %d characters, and OpenAI's"
          + " strict mode takes up to 15000, for older models 7500. Shorten its names, or do not ask"
          + " for strict mode."),
  T026("%s has %s. %s"),
  T027(
      Diagnostic.Kind.MANDATORY_WARNING,
      "%s has type %s, which has no fields, and OpenAI's strict mode may refuse an object without."
          + " Give it one, or leave it out."),
  T028("%s and %s are both called \"%s\" as branches of %s. Rename one with @Name."),
  T030(
      Diagnostic.Kind.MANDATORY_WARNING,
      "The arguments of tool \"%s\" have %d %s, and Anthropic's strict mode takes up to %d in all"
          + " tools of a request. Require some, or do not ask for strict mode."),
  T031(
      "%s contains itself, which Anthropic's strict mode does not take. Make it flat, or do not ask"
          + " for strict mode."),
  T032(
      Diagnostic.Kind.MANDATORY_WARNING,
      "%s has a limit that Anthropic's strict mode says in words. It is checked all the same: silence"
          + " this, or take the limit away."),
  T033(
      Diagnostic.Kind.MANDATORY_WARNING,
      "The arguments of tool \"%s\" may be too large for Anthropic's strict mode: %s. Make them"
          + " smaller, or do not ask for strict mode."),
  T040(
      Diagnostic.Kind.MANDATORY_WARNING,
      "%s has %d tools, and OpenAI and Groq take up to 128 in a request. Move some to another class,"
          + " and give an agent those it needs."),
  T050(
      Diagnostic.Kind.MANDATORY_WARNING,
      "A schema of tool \"%s\" defines %s under $defs, which clients of MCP before 2025-11-25 may"
          + " drop. Use a type that is not generic and does not contain itself, or silence this."),
  T051(
      Diagnostic.Kind.MANDATORY_WARNING,
      "Tool \"%s\" returns what is no object, and clients of MCP before 2026-07-28 take only objects,"
          + " so that it is wrapped for them. Return a record, or silence this."),
  T052(Diagnostic.Kind.MANDATORY_WARNING, "Tool \"%s\" has readOnly = true, but %s. %s"),
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
  T075("Preview \"%s\" of \"%s\" %s.%s Declare: %sString %s(%s)."),
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
  T094("%s has %d %s, and the class that is written for it has room for %d. %s"),

  T095("The option -Aadze.providers names \"%s\", which is no provider.%s Use some of %s."),
  T096(
      "@Tool methods must throw exceptions only, but \"%s\" throws %s. Declare Exception, or what it"
          + " throws in fact."),
  T097(
      "Parameter name \"%s\" must match [a-zA-Z0-9_.-]{1,64} for Anthropic, which else refuses the"
          + " whole request. Use @Name(\"%s\")."),
  T098("What Adze writes needs %s. %s");

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
