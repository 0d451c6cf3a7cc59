package dev.adze.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plain   text | plain text",
        "{@code a<b> {x}} | a<b> {x}",
        "{@literal <p>} | <p>",
        "{@link Foo#bar(int, long) the bar} | the bar",
        "{@link Foo#bar(int, long)} | Foo.bar(int, long)",
        "{@link #bar} and {@linkplain Foo foos} | bar and foos",
        "{@return the sum} | Returns the sum.",
        "{@systemProperty x.y} | x.y",
        "{@index word what it is} of {@index \"two words\" what} | word of two words",
        "a {@snippet lang=\"java\" id='x:y' :\\n int x = y ? 1 : 2;\\n} b | a\\nint x = y ? 1 : 2;\\nb",
        "a {@snippet file=\"X.java\" region=r} b | a\\nb",
        "G&auml;ste, S&szlig;&eacute; &sup2; &yuml; | Gäste, Sßé ² ÿ",
        "{@unclosed | {@unclosed",
        "a &lt; b &amp;&amp; c &#x2264; d &nbsp; &bogus; &#xd800; e | a < b && c ≤ d &bogus; &#xd800; e",
        "1 < 2 <b>bold</b><!-- no --> | 1 < 2 bold",
        "a<!-- not\\nthis -->b <!-- but this | ab <!-- but this",
        "a<br>b<p>c<ul><li>d<li>e</ul>f | a\\nb\\n\\nc\\n- d\\n- e\\nf",
        "<pre>{@code a\\n  b}</pre> | a\\nb",
      })
  void classicCommentsBecomePlainText(String comment, String expected) {
    assertThat(DocText.plain(comment.replace("\\n", "\n"), false, ""))
        .isEqualTo(expected.replace("\\n", "\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "`List<String>` and **bold** and *soft* | List<String> and bold and soft",
        "a * b | a * b",
        "[Foo#bar] and [label](https://x.y) and [label][Foo] | Foo.bar and label and label",
        "one\\n\\ntwo\\nthree | one\\n\\ntwo three",
        "items:\\n- a\\n- b\\n1. c | items:\\n- a\\n- b\\n1. c",
        "text\\n# Title\\nmore | text\\n\\nTitle more",
        "\\\\*no\\\\* | *no*",
        "```java\\nint x;\\nint y;\\n``` | int x;\\nint y;",
        "{@code `raw`} | `raw`",
        "``open `code` | ``open code",
      })
  void markdownCommentsBecomePlainText(String comment, String expected) {
    String source = comment.replace("\\\\", "\0").replace("\\n", "\n").replace('\0', '\\');
    assertThat(DocText.plain(source, true, "")).isEqualTo(expected.replace("\\n", "\n"));
  }

  /** Each would be nested, or searched to the end of the comment again and again. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<b>",
        "<!--",
        "<pre>",
        "<pre>{@code ",
        "<a",
        "{",
        "{@code ",
        "{@b ",
        "{@link A ",
        "{@return ",
        "[",
        "[a](",
        "> ",
        "`",
        "` `` ",
        "*",
        "\\",
        "&",
        "&amp",
        "\n",
        "\n\n- ",
        "\n# "
      })
  void whatIsNestedWithoutEndCostsNeitherStackNorTime(String opening) {
    String open = opening.repeat(100_000);
    for (String comment : List.of(open, open + "x" + closing(opening).repeat(100_000))) {
      Comment parsed = Comment.of(comment, true);
      assertThat(DocText.plain(parsed.description(), true, "").length())
          .isLessThanOrEqualTo(comment.length());
      assertThat(DocText.plain(comment, false, "").length()).isLessThanOrEqualTo(comment.length());
    }
  }

  private static String closing(String opening) {
    return opening.contains("{") ? "}" : opening.startsWith("[") ? "]" : "</b>-->";
  }

  @Test
  void tagsInTagsAreReadAsDeepAsPeopleWriteThem() {
    String deep = "{@b ".repeat(16) + "<i>x</i>" + "}".repeat(16);
    assertThat(DocText.plain(deep, false, "")).isEqualTo("x");
    assertThat(DocText.plain("{@b " + deep + "}", false, "")).isEqualTo("<i>x</i>");
  }

  @Test
  void inheritDocStandsForWhatIsInherited() {
    assertThat(DocText.plain("Here. {@inheritDoc} There.", false, "Above."))
        .isEqualTo("Here.\nAbove.\nThere.");
  }

  @Test
  void blockTagsEndTheDescriptionAndAtSignsInsideOthersDoNot() {
    Comment comment =
        Comment.of(
            """
             First {@code
             @param no} more.
             @param a first
               line
             @param <T> type
             @return none
             @param b second
            """,
            false);

    assertThat(DocText.plain(comment.description(), false, "")).isEqualTo("First @param no more.");
    assertThat(DocText.plain(comment.param("a"), false, "")).isEqualTo("first line");
    assertThat(DocText.plain(comment.param("b"), false, "")).isEqualTo("second");
    assertThat(comment.param("c")).isEmpty();
  }
}
