package dev.adze.json;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a string must keep to: its length, and a regular expression. Lengths are in code points, as
 * in JSON Schema, so that an emoji counts as one.
 *
 * <p>No text makes a regular expression hang or overflow the stack: matching ends with a fault
 * ({@link JsonFault.Kind#TOO_COSTLY}) when it has looked at a million characters, or at a hundred
 * times as many as a text of more than 10,000 has, and when it nests deeper than the thread's
 * stack.
 *
 * <pre>{@code
 * private static final TextRule CODE =
 *     TextRule.builder().maxLength(8).pattern("^[A-Z]+$").build();
 * }</pre>
 *
 * <p>Immutable and safe for use by many threads; meant to be a constant.
 */
public final class TextRule {
  private final int minLength;
  private final int maxLength;
  private final boolean notBlank;
  private final @Nullable Pattern pattern;
  private final String expected;

  private TextRule(Builder builder) {
    minLength = builder.minLength;
    maxLength = builder.maxLength;
    notBlank = builder.notBlank;
    pattern = builder.compiled;
    expected = FaultText.text(builder.meaning, minLength, maxLength, notBlank, builder.pattern);
  }

  /**
   * Starts a rule that every string keeps.
   *
   * @return a new builder
   */
  public static Builder builder() {
    return new Builder();
  }

  String expected() {
    return expected;
  }

  /** What a string is at fault with; null if with nothing. */
  JsonFault.@Nullable Kind fault(String text) {
    int length = text.codePointCount(0, text.length());
    if (length < minLength || length > maxLength) {
      return JsonFault.Kind.WRONG_LENGTH;
    }
    if (notBlank && EcmaPattern.isBlank(text)) {
      return JsonFault.Kind.NO_MATCH;
    }
    return pattern == null ? null : fault(pattern, text);
  }

  private static JsonFault.@Nullable Kind fault(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(new MeteredText(text));
    try {
      return matcher.find() ? null : JsonFault.Kind.NO_MATCH;
    } catch (MeteredText.SpentException | StackOverflowError costly) {
      // Both come out of the matcher alone, which is thrown away: nothing is left half done.
      return JsonFault.Kind.TOO_COSTLY;
    }
  }

  /** Collects what a rule asks for. Not safe for use by several threads. */
  public static final class Builder {
    private int minLength;
    private int maxLength = Integer.MAX_VALUE;
    private boolean notBlank;
    private @Nullable String pattern;
    private @Nullable Pattern compiled;
    private @Nullable String meaning;

    private Builder() {}

    /**
     * Sets the least length.
     *
     * @param codePoints how many code points a string has at least
     * @return this builder
     */
    public Builder minLength(int codePoints) {
      minLength = codePoints;
      return this;
    }

    /**
     * Sets the greatest length.
     *
     * @param codePoints how many code points a string has at most
     * @return this builder
     */
    public Builder maxLength(int codePoints) {
      maxLength = codePoints;
      return this;
    }

    /**
     * Asks for a character that is not white space: what the pattern {@code \S} asks for, beside
     * {@link #pattern}.
     *
     * @return this builder
     */
    public Builder notBlank() {
      notBlank = true;
      return this;
    }

    /**
     * Sets the regular expression that is searched for in a string, as the schema's {@code pattern}
     * is; anchors make it match the whole. It means what it means in ECMA-262: {@code $} stands at
     * the very end, {@code .} is anything within a line, {@code \s} knows the white space of
     * Unicode and {@code \b} the words of ASCII. Beyond that, it must mean the same there and in
     * {@link Pattern}.
     *
     * @param ecmaPattern the expression, to the letter as in the schema
     * @return this builder
     * @throws java.util.regex.PatternSyntaxException if it is none
     */
    public Builder pattern(String ecmaPattern) {
      compiled = Pattern.compile(EcmaPattern.toJava(ecmaPattern));
      pattern = ecmaPattern;
      meaning = null;
      return this;
    }

    /**
     * Sets the regular expression, as {@link #pattern(String)} does, and what a string is called
     * that matches it: who reads of a fault is told this, and not the expression.
     *
     * @param ecmaPattern the expression, to the letter as in the schema
     * @param meaning what it means, such as "an e-mail address"
     * @return this builder
     * @throws java.util.regex.PatternSyntaxException if it is none
     */
    public Builder pattern(String ecmaPattern, String meaning) {
      pattern(ecmaPattern);
      this.meaning = Objects.requireNonNull(meaning, "meaning");
      return this;
    }

    /**
     * Ends the rule. The builder can go on; what it built does not change.
     *
     * @return the rule
     */
    public TextRule build() {
      return new TextRule(this);
    }
  }
}
