package dev.adze.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.adze.tool.ToolSpec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a grant covers, and how it is kept. */
class GrantTest {
  private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
  private static final ToolSpec TOOL =
      ToolSpec.builder("pay", "{\"type\":\"object\"}").requiresApproval("it costs").build();
  private static final ApprovalRequest REQUEST = request("run", "agent", TOOL, "{\"eur\":5}");

  private static ApprovalRequest request(String run, String agent, ToolSpec tool, String json) {
    return new ApprovalRequest(run, agent, "call_1_1", tool, json, Optional.empty(), "");
  }

  private static Grant grant(Grant.Scope scope) {
    return Grant.of(REQUEST, ArgumentMatch.any(), scope);
  }

  @Test
  void itCoversTheAgentAndToolItWasMadeOf() {
    Grant grant = grant(Grant.Scope.RUN);
    assertThat(grant.covers(REQUEST, NOW)).isTrue();
    assertThat(grant.covers(request("run", "other", TOOL, "{}"), NOW)).isFalse();
    ToolSpec other = ToolSpec.builder("buy", TOOL.inputSchema()).requiresApproval("").build();
    assertThat(grant.covers(request("run", "agent", other, "{}"), NOW)).isFalse();
    assertThat(grant.covers(request("run 2", "agent", TOOL, "{}"), NOW)).isFalse();
    assertThat(grant(Grant.Scope.SESSION).covers(request("run 2", "agent", TOOL, "{}"), NOW))
        .isTrue();
  }

  @Test
  void anyChangeOfTheContractKillsIt() {
    Stream.of(
            TOOL.toBuilder().description("Pays more."),
            TOOL.toBuilder().requiresApproval("other"),
            TOOL.toBuilder().title("Refund"),
            TOOL.toBuilder().approvalRememberable(false),
            ToolSpec.builder("pay", "{\"type\":\"object\",\"additionalProperties\":true}")
                .requiresApproval("it costs"))
        .forEach(changed ->
            assertThat(
                    grant(Grant.Scope.SESSION)
                        .covers(request("run", "agent", changed.build(), "{}"), NOW))
                .isFalse());
  }

  @Test
  void itEndsAtItsMoment() {
    Grant grant = grant(Grant.Scope.RUN).until(NOW);
    assertThat(grant.covers(REQUEST, NOW.minusNanos(1))).isTrue();
    assertThat(grant.covers(REQUEST, NOW)).isFalse();
  }

  @Test
  void aToolThatMayNotBeRememberedIsNeverCovered() {
    ToolSpec strict = TOOL.toBuilder().approvalRememberable(false).build();
    ApprovalRequest request = request("run", "agent", strict, "{}");
    assertThat(Grant.of(request, ArgumentMatch.any(), Grant.Scope.RUN).covers(request, NOW))
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\'',
      value = {
        "/eur;5;true",
        "/eur;5.0;false",
        "/eur;\"5\";false",
        "/guest/name;\"Ada\";true",
        "/guest/name;\"\\u0041da\";true",
        "/guest;{\"vip\":true,\"name\":\"Ada\"};true",
        "/guest;{\"name\":\"Ada\"};false",
        "/list/1;2;true",
        "/list/2;3;false",
        "/list/01;2;false",
        "/list/-;2;false",
        "/a~1b/m~0n;null;true",
        "/none;null;false",
        "/eur/x;5;false"
      })
  void aPlaceIsComparedAsJson(String pointer, String value, boolean matches) {
    String arguments =
        "{\"eur\":5,\"guest\":{\"name\":\"Ada\",\"vip\":true},\"list\":[1,2],"
            + "\"a/b\":{\"m~n\":null}}";
    assertThat(ArgumentMatch.equalTo(pointer, value).matches(arguments)).isEqualTo(matches);
    assertThat(ArgumentMatch.oneOf(pointer, "\"x\"", value).matches(arguments)).isEqualTo(matches);
  }

  @Test
  void theOtherMatches() {
    assertThat(ArgumentMatch.exact("{\"a\":1,\"b\":2}").matches("{\"b\":2,\"a\":1}")).isTrue();
    assertThat(ArgumentMatch.exact("{\"a\":1}").matches("{\"a\":1,\"b\":2}")).isFalse();
    ArgumentMatch starts = ArgumentMatch.startsWith("/url", "https://a.example/");
    assertThat(starts.matches("{\"url\":\"https://a.example/x\"}")).isTrue();
    assertThat(starts.matches("{\"url\":\"https://a.example.evil/\"}")).isFalse();
    assertThat(starts.matches("{\"url\":[\"https://a.example/x\"]}")).isFalse();
    assertThat(starts.matches("no JSON")).isFalse();
    assertThat(ArgumentMatch.exact("{}").matches("no JSON")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"eur", "/~", "/~2", "eur/x"})
  void whatIsNoPointerIsRefused(String pointer) {
    assertThatThrownBy(() -> ArgumentMatch.equalTo(pointer, "1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("JSON Pointer");
  }

  @Test
  void whatWouldMatchNothingOrAllIsRefused() {
    assertThatThrownBy(() -> ArgumentMatch.startsWith("/a", ""))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ArgumentMatch.oneOf("/a"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ArgumentMatch.equalTo("/a", "text"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("quotation marks");
  }

  @Test
  void itIsReadAsItWasWritten() {
    List.of(
            ArgumentMatch.any(),
            ArgumentMatch.exact("{\"a\":\"\u00e9\"}"),
            ArgumentMatch.oneOf("/a", "1", "\"b\""),
            ArgumentMatch.startsWith("/a", "x"))
        .forEach(match -> {
          Grant grant = Grant.of(REQUEST, match, Grant.Scope.SESSION);
          assertThat(Grant.fromJson(grant.toJson())).isEqualTo(grant);
          assertThat(Grant.fromJson(grant.until(NOW).toJson())).isEqualTo(grant.until(NOW));
          assertThat(grant.toJson()).matches("\\p{ASCII}*");
        });
  }

  @Test
  void theTextOfTheFirstVersionIsRead() {
    assertThat(
            Grant.fromJson(
                """
                {"run":"run","call":"call_1_1","agent":"agent","tool":"pay",
                 "contract_hash":"%s",
                 "match":{"kind":"one_of","pointer":"/eur","values":["5"]},
                 "scope":"session","expiry":"2030-01-01T00:00:00Z"}\
                """
                    .formatted(TOOL.contractHash())))
        .isEqualTo(
            Grant.of(REQUEST, ArgumentMatch.equalTo("/eur", "5"), Grant.Scope.SESSION).until(NOW));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[]", "null", "{\"run\":1}"})
  void whatIsNoGrantIsRefused(String text) {
    assertThatThrownBy(() -> Grant.fromJson(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("A grant is read from the text that toJson() gave.");
  }

  @Test
  void aRequestsHashTellsItsArgumentsApart() {
    assertThat(REQUEST.argumentsHash())
        .hasSize(64)
        .isNotEqualTo(request("run", "agent", TOOL, "{\"eur\":6}").argumentsHash());
    assertThat(request("r", "a", TOOL, "{\"x\":\"\ud83d\"}").argumentsHash())
        .isNotEqualTo(request("r", "a", TOOL, "{\"x\":\"\ud83e\"}").argumentsHash());
  }
}
