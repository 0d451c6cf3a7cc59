package dev.adze.loop;

import dev.adze.approval.Grant;
import dev.adze.internal.Hmac;
import dev.adze.internal.json.JsonIn;
import dev.adze.internal.json.JsonOut;
import java.util.List;

/**
 * What a state is sealed with before it leaves the process, so that it cannot come back as another
 * one: a state holds approvals, so whoever can write one can approve. The seal is an HMAC-SHA256
 * over the text. It keeps nobody from reading the state, and does not tell the newest state of a
 * run from an older one; that is what a store is for.
 *
 * <p>Immutable, and safe for use by many threads. Nothing of the key is ever shown.
 */
public final class StateSeal {
  /** A shorter key could be found by trying. */
  private static final int MIN_KEY_BYTES = 32;

  // The code stands in front, at a fixed place: nothing of a text is parsed before it is known to
  // be ours.
  private static final String BEFORE_CODE = "{\"sealed\":1,\"hmac\":\"";
  private static final String BEFORE_STATE = "\",\"state\":";
  private static final String END = "}";

  /** Keeps codes made with the same key for something else from fitting a state. */
  private static final String PURPOSE = "dev.adze state 1\n";

  private static final String PURPOSE_OF_GRANTS = "dev.adze grants 1\n";

  private final Hmac hmac;

  private StateSeal(byte[] key) {
    this.hmac = new Hmac(key);
  }

  /**
   * {@return a seal with this key}
   *
   * @param key random bytes that are kept secret, at least 32; copied
   * @throws IllegalArgumentException if there are fewer
   */
  public static StateSeal of(byte[] key) {
    if (key.length < MIN_KEY_BYTES) {
      throw new IllegalArgumentException(
          "The key of a seal has at least "
              + MIN_KEY_BYTES
              + " bytes, or it could be guessed. This one has "
              + key.length
              + ". Take them from a SecureRandom, once, and keep them secret.");
    }
    return new StateSeal(key);
  }

  /**
   * Seals what was granted.
   *
   * @param grants what
   * @param place where it is kept: it can be opened there alone
   * @return the text to keep
   */
  public String seal(List<Grant> grants, String place) {
    String text =
        JsonOut.toKeep().written("grants", grants.stream().map(Grant::toJson).toList()).end();
    return seal(PURPOSE_OF_GRANTS + place + "\n", text);
  }

  /**
   * Opens what was granted.
   *
   * @param sealed what {@link #seal(List, String)} gave, to the letter
   * @param place where it is kept
   * @return what was sealed
   * @throws IllegalArgumentException if it was changed since, was sealed with another key or not at
   *     all, or is kept at another place
   */
  public List<Grant> openGrants(String sealed, String place) {
    String text = open(sealed, PURPOSE_OF_GRANTS + place + "\n");
    return JsonIn.kept(text).list("grants", each -> Grant.fromJson(each.json()));
  }

  String seal(String state) {
    return seal(PURPOSE, state);
  }

  String open(String sealed) {
    return open(sealed, PURPOSE);
  }

  private String seal(String purpose, String text) {
    return BEFORE_CODE + hmac.of(purpose + text) + BEFORE_STATE + text + END;
  }

  private String open(String sealed, String purpose) {
    int code = BEFORE_CODE.length();
    int state = code + Hmac.LENGTH + BEFORE_STATE.length();
    int end = sealed.length() - END.length();
    if (end < state
        || !sealed.startsWith(BEFORE_CODE)
        || !sealed.startsWith(BEFORE_STATE, code + Hmac.LENGTH)
        || !sealed.endsWith(END)) {
      throw new IllegalArgumentException(
          "Only a sealed state can be opened with a seal. This text is none. It has to be kept to"
              + " the letter; a store that formats JSON anew breaks the seal. An unsealed state is"
              + " read with RunState.fromJson(text).");
    }
    String text = sealed.substring(state, end);
    if (!hmac.fits(sealed.substring(code, code + Hmac.LENGTH), purpose + text)) {
      throw new IllegalArgumentException(
          "A sealed text is used only as it was sealed. This one was changed since, or was sealed"
              + " with another key. Use the text that toJson(seal) gave and the same key; do not go"
              + " on with what somebody has changed.");
    }
    return text;
  }

  /** Tells nothing of the key. */
  @Override
  public String toString() {
    return "StateSeal[HMAC-SHA256]";
  }
}
