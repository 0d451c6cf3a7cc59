package dev.adze.processor.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The second judge has to know every keyword that the processor writes, and that exactly. */
@Tag("oracle")
class JudgeTest {
  @Test
  void knowsTypes() {
    of("{'type':'integer'}")
        .accepts("1.0", "-0", "1e2", "10e-1", "0e-5", "1e400")
        .refuses("1.5", "'1'", "true", "null", "[1]", "1e-1");
    of("{'type':'number'}").accepts("1", "1e400", "-0.5").refuses("'1'", "null", "{}");
    of("{'type':'boolean'}").accepts("true", "false").refuses("'true'", "0", "null");
    of("{'type':['string','null']}").accepts("''", "null").refuses("0", "{}", "[]", "false");
    of("{'type':'object'}").accepts("{}").refuses("[]", "null");
    of("{'type':'array'}").accepts("[]").refuses("{}", "''");
  }

  @Test
  void comparesNumbersExactly() {
    of("{'minimum':1,'maximum':3}")
        .accepts("1", "3", "1.0", "2.5", "'0'", "null")
        .refuses("0.9999999999999999999999", "3.0000000000000000000001", "1e400", "-1e400");
    of("{'exclusiveMinimum':0}").accepts("1e-400", "1").refuses("0", "-0.0", "-1");
    of("{'exclusiveMaximum':0.1}").accepts("0.09999999999999999999").refuses("0.1", "0.10");
    of("{'multipleOf':0.01}").accepts("0.01", "1", "1.10", "0").refuses("0.001", "1.005");
    of("{'maximum':9223372036854775807}")
        .accepts("9223372036854775807", "-1e30")
        .refuses("9223372036854775808", "1e30", "1e300");
  }

  @Test
  void readsStringsAsEcmaDoes() {
    of("{'minLength':1,'maxLength':2}")
        .accepts("'a'", "'😀😀'", "5")
        .refuses("''", "'abc'", "'e\\u0301e'");
    of("{'pattern':'^a+$'}").accepts("'a'", "'aa'", "1").refuses("''", "'ba'", "'a\\n'");
    of("{'pattern':'\\\\S'}")
        .accepts("'a'", "' a'", "'\\u200b'")
        .refuses("''", "' \\t'", "'\\u00a0'", "'\\u2028\\ufeff'");
  }

  @Test
  void comparesValuesAsJson() {
    of("{'enum':['a',null]}").accepts("'a'", "null").refuses("'A'", "'a '", "0");
    of("{'const':{'a':[1]}}").accepts("{'a':[1.0]}").refuses("{'a':[2]}", "{'a':[1],'b':1}", "1");
    of("{'uniqueItems':true}")
        .accepts("[1,2]", "[1,'1']", "[[1],[2]]", "[]", "[{},[]]", "{}")
        .refuses("[1,1.0]", "[{'a':1,'b':2},{'b':2,'a':1.0}]", "[[0],[-0]]", "['a',0,'a']");
    of("{'uniqueItems':false}").accepts("[1,1]");
  }

  @Test
  void looksIntoArraysAndObjects() {
    of("{'items':{'type':'null'},'minItems':1,'maxItems':2}")
        .accepts("[null]", "[null,null]", "{}")
        .refuses("[]", "[null,null,null]", "[0]", "[null,0]");
    of("{'properties':{'a':{'type':'null'}},'required':['a'],'additionalProperties':false}")
        .accepts("{'a':null}", "[]")
        .refuses("{}", "{'a':0}", "{'a':null,'b':0}");
    of("{'properties':{'a':{'type':'null'}},'additionalProperties':{'type':'string'}}")
        .accepts("{}", "{'b':''}", "{'a':null,'b':''}")
        .refuses("{'b':1}", "{'a':''}");
    of("{'propertyNames':{'enum':['a','b']},'minProperties':1,'maxProperties':1}")
        .accepts("{'a':0}", "[]")
        .refuses("{}", "{'c':0}", "{'a':0,'b':0}");
    of("{'anyOf':[{'type':'null'},{'$ref':'#/$defs/D'}],'$defs':{'D':{'type':'array','items':{'$ref':'#'}}}}")
        .accepts("null", "[]", "[null,[[]]]")
        .refuses("0", "[0]", "[[[[null,{}]]]]");
  }

  @Test
  void takesNullAsAbsentIfAsked() {
    String schema = "{'properties':{'a':{'type':'string'},'b':{'type':'string'}},'required':['b']}";
    of(schema).accepts("{'b':''}").refuses("{'a':null,'b':''}");
    Judge lenient = new Judge(json(schema), true);
    assertThat(lenient.fits(json("{'a':null,'b':''}"))).isTrue();
    assertThat(lenient.fits(json("{'a':0,'b':''}"))).isFalse();
    assertThat(lenient.fits(json("{'b':null}"))).isFalse();
    assertThat(lenient.fits(json("{'a':null}"))).isFalse();
  }

  @Test
  void passesOverKeywordsIfAsked() {
    Judge judge =
        new Judge(json("{'minimum':1,'maximum':2}"), false, (key, rule) -> !key.equals("minimum"));
    assertThat(judge.fits(json("0"))).isTrue();
    assertThat(judge.fits(json("3"))).isFalse();
  }

  @Test
  void overlooksNoKeyword() {
    Judge judge = new Judge(json("{'minContains':1,'dependentRequired':{}}"), false);
    assertThatIllegalArgumentException().isThrownBy(() -> judge.fits(json("{}")));
  }

  private static Checked of(String schema) {
    return new Checked(new Judge(json(schema), false));
  }

  private record Checked(Judge judge) {
    Checked accepts(String... values) {
      assertThat(List.of(values)).allMatch(value -> judge.fits(json(value)));
      return this;
    }

    Checked refuses(String... values) {
      assertThat(List.of(values)).noneMatch(value -> judge.fits(json(value)));
      return this;
    }
  }

  private static JsonNode json(String quotedSingly) {
    return Json.read(quotedSingly.replace('\'', '"'));
  }
}
