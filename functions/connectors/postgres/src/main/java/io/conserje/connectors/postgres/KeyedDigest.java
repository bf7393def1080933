package io.conserje.connectors.postgres;

import io.conserje.venue.VenueId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Digests of addresses that nobody can try out who does not have the deployment's key: there are
 * few enough telephone numbers to try all of them with a plain one.
 */
public final class KeyedDigest {

  /** What the key is used for here, so that nothing else it signs fits. */
  private static final String PURPOSE = "conserje: addresses that were forgotten, 1";

  /** Tells a digest with a key from one of before there was one. */
  static final String PREFIX = "k1:";

  private static final String HMAC = "HmacSHA256";

  private final Supplier<String> key;

  /**
   * @param key {@code SESSION_SECRET_KEY}, read at each use; it throws where there is none
   */
  public KeyedDigest(Supplier<String> key) {
    this.key = key;
  }

  public String of(VenueId venue, String address) {
    return sealed(Sha256.hex(venue.value() + "\n" + address));
  }

  /**
   * @param plain as digests were stored before there was a key
   */
  String sealed(String plain) {
    byte[] own = hmac(key.get().getBytes(StandardCharsets.UTF_8), PURPOSE);
    return PREFIX + HexFormat.of().formatHex(hmac(own, plain));
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
