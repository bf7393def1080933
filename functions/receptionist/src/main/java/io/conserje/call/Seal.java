package io.conserje.call;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What shows that an address was made here. */
final class Seal {

  private static final String ALGORITHM = "HmacSHA256";

  private Seal() {}

  /**
   * @param purpose keeps one use of the key apart from every other
   */
  static byte[] of(String key, String purpose, byte[] text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      mac.update((purpose + "|").getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(text);
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
