package dev.adze.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.adze.model.Message;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a seal keeps out. */
class StateSealTest {
  private static final StateSeal SEAL = StateSeal.of(key(1));

  private static byte[] key(int fill) {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) fill);
    return key;
  }

  private static RunState state() {
    RunState begun = RunState.of(RunSetup.builder("run_1", "tester").build());
    LoopInput start = new LoopInput.Start(List.of(Message.user("hi \ud83d\ude00")));
    return RunLoop.apply(begun, start, Duration.ZERO).state();
  }

  private static void assertRefused(String text, StateSeal seal) {
    assertThatThrownBy(() -> RunState.fromJson(text, seal))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("A sealed text is used only as it was sealed.");
  }

  @Test
  void aSealedStateComesBackAsItWasAndIsTrusted() {
    RunState read = RunState.fromJson(state().toJson(SEAL), StateSeal.of(key(1)));

    assertThat(read).usingRecursiveComparison().isEqualTo(state());
    assertThat(read.isTrusted()).isTrue();
  }

  @Test
  void anUnsealedStateIsTrustedOnlyIfSomebodySaysSo() {
    RunState read = RunState.fromJson(state().toJson());

    assertThat(read.isTrusted()).isFalse();
    assertThat(read.trusted().isTrusted()).isTrue();
    assertThat(read.withSequence(3).isTrusted()).isFalse();
  }

  /** Attack: tampered state. */
  @Test
  void aStateThatWasChangedAnywhereIsRefused() {
    String sealed = state().toJson(SEAL);
    int state = sealed.indexOf("{\"format\"");
    for (int i = state; i < sealed.length() - 1; i++) {
      char other = (char) (sealed.charAt(i) ^ 1);
      assertRefused(sealed.substring(0, i) + other + sealed.substring(i + 1), SEAL);
    }
    assertRefused(sealed.replace("{\"format\"", "{ \"format\""), SEAL);
    assertRefused(sealed.substring(0, sealed.length() - 1) + " }", SEAL);
  }

  @Test
  void anotherKeyOrCodeIsRefused() {
    String sealed = state().toJson(SEAL);
    int code = sealed.indexOf("\"hmac\":\"") + 8;
    for (int i = code; i < code + 64; i++) {
      char other = sealed.charAt(i) == '0' ? '1' : '0';
      assertRefused(sealed.substring(0, i) + other + sealed.substring(i + 1), SEAL);
    }
    assertRefused(sealed, StateSeal.of(key(2)));
  }

  @Test
  void aTextWithoutASealIsNotOpened() {
    String sealed = state().toJson(SEAL);
    for (String text : List.of("", "{}", state().toJson(), sealed.substring(0, 90), sealed + " ")) {
      assertThatThrownBy(() -> RunState.fromJson(text, SEAL))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("Only a sealed state can be opened with a seal.");
    }
  }

  @Test
  void aSealedTextIsNotReadWithoutItsSeal() {
    String sealed = state().toJson(SEAL);

    assertThatThrownBy(() -> RunState.fromJson(sealed))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Known values of HMAC-SHA256, computed elsewhere, so that sealed states outlive this class. */
  @Test
  void theCodeIsThatOfTheTextWithItsPurpose() {
    assertThat(StateSeal.of(key(1)).seal("{}"))
        .isEqualTo(
            "{\"sealed\":1,\"hmac\":\"e58b5a94f5a4d7897517ce726bb8e2e49ea24629d2cbe2455856e9ec381e7f54\",\"state\":{}}");
  }

  @Test
  void theKeyIsLongEnoughCopiedAndNeverShown() {
    assertThatThrownBy(() -> StateSeal.of(new byte[31]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least 32 bytes")
        .hasMessageContaining("has 31");
    byte[] key = key(1);
    StateSeal seal = StateSeal.of(key);
    Arrays.fill(key, (byte) 9);
    assertThat(RunState.fromJson(state().toJson(SEAL), seal).runId()).isEqualTo("run_1");
    assertThat(seal.toString() + state().toJson(seal))
        .doesNotContain(HexFormat.of().formatHex(key(1)), Arrays.toString(key(1)));
  }
}
