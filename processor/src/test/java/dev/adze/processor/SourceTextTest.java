package dev.adze.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

/** What a text becomes in source must be that text again when it is compiled. */
class SourceTextTest {
  private static final String[] PIECES = {
    "a",
    " ",
    "  ",
    "\n",
    "\n ",
    "\t",
    "\r",
    "\"",
    "\"\"\"",
    "\\",
    "\\u0041",
    "\u0085",
    "\u2028",
    "\u2029",
    "\u2003",
    "\u00e9",
    "\ud83d\ude00",
    "$",
    ",\"",
    "word ",
    "\0",
    "\u001f",
    "{}"
  };

  @RepeatedTest(5)
  void everyTextComesBackWhole(@TempDir Path folder) throws Exception {
    long seed = Long.getLong("tests.seed", 11);
    Random random = new Random(seed);
    List<String> texts = new ArrayList<>(List.of("\n ", " a\n b", "\u2028", "a  \n", "\n\n"));
    for (int i = 0; i < 1_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(random.nextInt(3) > 0 ? 8 : 60); n > 0; n--) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
      texts.add(text.toString());
    }

    texts.add("\u20ac".repeat(70_000));
    texts.add("\"".repeat(70_000) + "\n\\");
    texts.add("\u2003\ud83d\ude00".repeat(30_000));
    List<CodeBlock> written = new ArrayList<>();
    for (String text : texts) {
      boolean fits = text.length() < 20_000;
      written.add(SourceText.text(text));
      written.add(fits ? SourceText.literal(text) : SourceText.text(text));
    }
    TypeSpec type =
        TypeSpec.classBuilder("Texts")
            .addModifiers(Modifier.PUBLIC)
            .addField(
                FieldSpec.builder(
                        ArrayTypeName.of(ClassName.get(String.class)),
                        "ALL",
                        Modifier.PUBLIC,
                        Modifier.STATIC,
                        Modifier.FINAL)
                    .initializer("{$>$>$L$<$<}", CodeBlock.join(written, ",\n"))
                    .build())
            .build();
    String source = SourceText.ascii(SourceLayout.text("texts", type, name -> false));
    Compiled compiled = Compiled.compile().source("texts/Texts.java", source).into(folder);

    assertThat(compiled.texts()).as("seed %s", seed).isEmpty();
    try (URLClassLoader loader = compiled.loader()) {
      String[] all = (String[]) loader.loadClass("texts.Texts").getField("ALL").get(null);
      for (int i = 0; i < texts.size(); i++) {
        assertThat(all[2 * i]).as("text, seed %s", seed).isEqualTo(texts.get(i));
        assertThat(all[2 * i + 1]).as("literal, seed %s", seed).isEqualTo(texts.get(i));
      }
    }
  }
}
