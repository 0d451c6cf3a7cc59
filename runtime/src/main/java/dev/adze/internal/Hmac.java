package dev.adze.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 of texts. The key is copied, kept, and shown to nobody. */
public final class Hmac {
  /** How many characters a code has, in hexadecimal digits. */
  public static final int LENGTH = 64;

  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  /**
   * Creates one.
   *
   * @param key not empty
   */
  public Hmac(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /** The code of a text, in lower-case hexadecimal digits. */
  public String of(String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException missing) {
      throw new LinkageError("Every Java platform has HMAC-SHA256.", missing);
    }
  }

  /** Whether this is the code of the text, in a time that does not tell how much of it is. */
  public boolean fits(String code, String text) {
    return MessageDigest.isEqual(
        code.getBytes(StandardCharsets.UTF_8), of(text).getBytes(StandardCharsets.UTF_8));
  }
}
