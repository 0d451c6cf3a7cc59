package dev.adze.processor.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.tool.SchemaProfile;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A checker of renderings that finds nothing might as well not look. */
@Tag("oracle")
class ProfileRulesTest {
  private static final String CLOSED = "'type':'object','additionalProperties':false,";

  @Test
  void findsNothingWrongWithWhatKeepsTheRules() {
    String schema =
        "{"
            + CLOSED
            + "'properties':{'a':{'type':['string','null'],'enum':['x',null]},"
            + "'b':{'$ref':'#/$defs/B','description':'b'}},'required':['a','b'],"
            + "'$defs':{'B':{'anyOf':[{'type':'integer'},{'type':'null'}]}}}";
    assertThat(openAi(schema)).isEmpty();
    assertThat(anthropic(schema)).isEmpty();
  }

  @Test
  void findsWhatBreaksARuleOfBoth() {
    for (String property :
        new String[] {
          "{'type':'string','minLength':1}",
          "{'type':'array','items':{'type':'string'},'uniqueItems':true}",
          "{'type':'string','format':'regex'}",
          "{'type':'string','default':'x'}",
          "{}",
          "{'type':'string','enum':['x',null]}",
          "{'type':['string','null'],'enum':['x']}",
          "{'type':'object','properties':{},'required':[]}",
          "{'type':'object','properties':{},'required':[],'additionalProperties':{'type':'null'}}",
          "{'type':'object','additionalProperties':false}",
          "{'$ref':'#/$defs/None'}",
          "{'$ref':'#','type':'object'}",
          "{" + CLOSED + "'properties':{},'required':['a']}"
        }) {
      String schema = "{" + CLOSED + "'properties':{'a':" + property + "},'required':['a']}";
      assertThat(openAi(schema)).as(property).isNotEmpty();
      assertThat(anthropic(schema)).as(property).isNotEmpty();
    }
    assertThat(openAi("{'anyOf':[{'type':'object'}]}")).isNotEmpty();
  }

  @Test
  void tellsTheProfilesApart() {
    String optional = "{" + CLOSED + "'properties':{'a':{'type':'null'}}}";
    assertThat(openAi(optional)).isNotEmpty();
    assertThat(anthropic(optional)).isEmpty();
    String bounded =
        "{" + CLOSED + "'properties':{'a':{'type':'integer','minimum':1}},'required':['a']}";
    assertThat(openAi(bounded)).isEmpty();
    assertThat(anthropic(bounded)).isNotEmpty();
    String recursive =
        "{"
            + CLOSED
            + "'properties':{'a':{'anyOf':[{'type':'null'},{'$ref':'#'}]}},'required':['a']}";
    assertThat(openAi(recursive)).isEmpty();
    assertThat(anthropic(recursive)).isNotEmpty();
  }

  private static List<String> openAi(String schema) {
    return ProfileRules.broken(SchemaProfile.OPENAI_STRICT, Json.read(schema.replace('\'', '"')));
  }

  private static List<String> anthropic(String schema) {
    return ProfileRules.broken(
        SchemaProfile.ANTHROPIC_STRICT, Json.read(schema.replace('\'', '"')));
  }
}
