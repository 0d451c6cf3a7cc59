package dev.adze.internal.http;

import static dev.adze.model.ModelException.Kind;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailuresTest {
  @ParameterizedTest
  @CsvSource({
    "307,NOT_FOUND", "400,INVALID_REQUEST", "401,AUTHENTICATION", "402,QUOTA", "403,PERMISSION",
    "404,NOT_FOUND", "408,TIMEOUT", "409,OVERLOADED", "413,CONTEXT_LENGTH", "418,INVALID_REQUEST",
    "422,INVALID_REQUEST", "429,RATE_LIMIT", "498,OVERLOADED", "500,SERVER", "502,SERVER",
    "503,OVERLOADED", "504,SERVER", "529,OVERLOADED"
  })
  void knowsStatuses(int status, Kind kind) {
    assertThat(Failures.kind(status, null)).isEqualTo(kind);
    assertThat(Failures.kind(status, error("{\"error\":{\"message\":\"no\"}}"))).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "429,insufficient_quota,QUOTA",
    "400,context_length_exceeded,CONTEXT_LENGTH",
    "400,invalid_api_key,AUTHENTICATION",
    "400,model_not_found,NOT_FOUND",
    "429,rate_limit_exceeded,RATE_LIMIT",
    "400,unsupported_parameter,INVALID_REQUEST",
    "0,server_error,SERVER",
    "0,rate_limit_exceeded,RATE_LIMIT",
    "0,overloaded_error,OVERLOADED",
    "0,503,OVERLOADED",
    "0,429,RATE_LIMIT",
    "0,400,INVALID_REQUEST",
    "0,invalid_request_error,INVALID_REQUEST",
    "0,1500,SERVER"
  })
  void knowsCodes(int status, String code, Kind kind) {
    ProviderError error = error("{\"error\":{\"message\":\"no\",\"code\":\"" + code + "\"}}");

    assertThat(Failures.kind(status, error)).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "This model's maximum context length is 8192 tokens,CONTEXT_LENGTH",
    "prompt too long; exceeded max context length by 9 tokens,CONTEXT_LENGTH",
    "Incorrect API key provided: abc,AUTHENTICATION",
    "Unsupported value,INVALID_REQUEST"
  })
  void knowsWordsWhereThereIsNoCode(String message, Kind kind) {
    assertThat(Failures.kind(400, error("{\"error\":\"" + message + "\"}"))).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'error':{'message':'m','type':'t','param':null,'code':'c'}} | m | c",
        "{'error':{'message':'m','type':'t','code':null}} | m | t",
        "{'error':{'message':'m','code':400}} | m | 400",
        "{'error':'m','code':'c'} | m | c",
        "{'message':'m','type':'t','code':'c'} | m | c",
        "{'object':'error','message':'m','code':'1500'} | m | 1500",
        "{'detail':'m'} | m | ",
        "{'detail':[{'loc':['body'],'msg':'m','type':'missing'}]} | m | missing",
        "[{'error':{'code':400,'message':'m','details':[{'x':1}]}}] | m | 400",
        "[\"m\"] | m | "
      })
  void readsEveryShapeOfAnError(String json, String message, String code) {
    ProviderError error = error(json.replace('\'', '"'));

    assertThat(error.message()).isEqualTo(message);
    assertThat(error.code()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}",
        "{'error':null}",
        "{'error':{}}",
        "{'error':''}",
        "[]",
        "7",
        "<html>",
        "{'e",
        "''"
      })
  void findsNoErrorWhereThereIsNone(String body) {
    assertThat(ProviderError.read(bytes(body.replace('\'', '"')))).isNull();
  }

  @Test
  void findsNoErrorInNothing() {
    assertThat(ProviderError.read(new byte[0])).isNull();
  }

  private static ProviderError error(String json) {
    return ProviderError.read(bytes(json));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
