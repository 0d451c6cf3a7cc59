package dev.adze.processor.bfcl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class SchemaDifferencesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'type':'string'} | {'type':'string','title':'T','default':'x','format':'uuid','x-y':1}",
        "{'type':'array'} | {'type':'array','uniqueItems':true,'items':{}}",
        "{'type':'array'} | {'type':'array','items':{'type':'string'}}",
        "{'type':'array'} | {'type':'array','items':{'description':'One of them.'}}",
        "{'type':'string'} | {'$ref':'#/$defs/Name','$defs':{'Name':{'type':'string'}}}",
        "{'type':'object'} | {'type':'object','properties':{},'required':[]}",
        "{'type':'object'} | {'type':'object','additionalProperties':false}",
        "{'type':'object'} | {'type':'object','additionalProperties':true}",
        "{'type':'object'} | {'type':'object','additionalProperties':{}}",
        "{'type':'string'} | {'type':['string','null']}",
        "{'type':'string'} | {'anyOf':[{'type':'string'},{'type':'null'}]}",
        "{'type':'string'} | {'oneOf':[{'type':'string'}]}",
        "{'enum':['a']} | {'const':'a'}",
        "{'enum':['a','b']} | {'enum':['b',null,'a']}",
        "{'anyOf':[{'type':'string'},{'type':'integer'}]}"
            + " | {'anyOf':[{'type':'integer','maximum':32767},{'type':'string'}]}",
        "{'type':'integer'} | {'type':'integer','minimum':-2147483648,'maximum':2147483647.0}",
        "{'type':'string'} | {'type':'string','minLength':1,'maxLength':1}",
        "{} | {'type':'string'}",
        "{} | true",
        "{'description':'The root is the tool.'} | {}",
      })
  void differencesOfFormDoNotCount(String expected, String generated) {
    assertThat(between(expected, generated)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'type':'string'} | {'type':'integer'} | /type: expected 'string'; got 'integer'",
        "{'type':'string'} | {} | /type: expected 'string'; got nothing",
        "{} | {'type':'integer'} | /type: expected nothing; got 'integer'",
        "{} | {'anyOf':[{'type':'null'}]} | /anyOf: expected nothing; got []",
        "{'enum':['a','b']} | {'enum':['a']} | /enum: expected ['a','b']; got ['a']",
        "{'enum':['a']} | {'enum':['A']} | /enum: expected ['a']; got ['A']",
        "{'minimum':18} | {'minimum':0} | /minimum: expected 18; got 0",
        "{'type':'string','minLength':2} | {'type':'string'} | /minLength: expected 2; got nothing",
        "{'pattern':'a'} | {'pattern':'b'} | /pattern: expected 'a'; got 'b'",
        "{'items':{'type':'string'}} | {'items':{}} | /items/type: expected 'string'; got nothing",
        "{'type':'object'} | {'type':'object','additionalProperties':{'type':'integer'}}"
            + " | /additionalProperties/type: expected nothing; got 'integer'",
        "{'anyOf':[{'type':'string'},{'type':'integer'}]}"
            + " | {'anyOf':[{'type':'string'},{'type':'boolean'}]}"
            + " | /anyOf: expected [{'type':'integer'},{'type':'string'}];"
            + " got [{'type':'boolean'},{'type':'string'}]",
      })
  void otherDifferencesDo(String expected, String generated, String difference) {
    assertThat(between(expected, generated)).containsExactly(difference.replace('\'', '"'));
  }

  @Test
  void everyPropertyIsCompared() {
    assertThat(
            between(
                """
                {'type':'object','required':['a','b','c'],'properties':{
                 'a':{'type':'string','description':'First.'},'b':{'type':'string'},
                 'c':{'type':'object','properties':{'d':{'type':'string','description':'In it.'}}}}}
                """,
                """
                {'type':'object','required':['c','b','a'],'properties':{
                 'c':{'type':'object','properties':{'d':{'type':'string'}}},
                 'a':{'type':['string','null'],'description':' First. '},'e':{'type':'string'}}}
                """))
        .containsExactly(
            "/b: missing property",
            "/c/d/description: expected \"In it.\"; got nothing",
            "/e: unexpected property",
            "/required: expected [\"a\",\"b\",\"c\"]; got [\"c\"]");
  }

  @Test
  void aReferenceThatLeadsBackToItselfKeepsItsName() {
    String list =
        "{'$ref':'#/$defs/Link','$defs':{'Link':{'properties':{'next':{'$ref':'#/$defs/%s'}}}}}";

    assertThat(between(list.formatted("Link"), list.formatted("Link"))).isEmpty();
    assertThatThrownBy(() -> between(list.formatted("Link"), list.formatted("Other")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A reference leads to a schema, but not #/$defs/Other");
  }

  private static List<String> between(String expected, String generated) {
    JsonMapper json = JsonMapper.shared();
    return SchemaDifferences.between(
        json.readTree(expected.replace('\'', '"')), json.readTree(generated.replace('\'', '"')));
  }
}
