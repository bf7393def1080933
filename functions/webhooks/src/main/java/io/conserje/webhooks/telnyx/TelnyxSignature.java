package io.conserje.webhooks.telnyx;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Whether a request was signed with an account's key: Ed25519 over the timestamp, a bar and the raw
 * body.
 *
 * @see <a href="https://developers.telnyx.com/docs/messaging/messages/receiving-webhooks">Telnyx:
 *     webhook signing</a>
 */
final class TelnyxSignature {

  /** What X.509 writes before the 32 bytes of an Ed25519 key (RFC 8410). */
  private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  private static final int KEY_BYTES = 32;
  private static final int SIGNATURE_BYTES = 64;

  private final PublicKey key;

  private TelnyxSignature(PublicKey key) {
    this.key = key;
  }

  /**
   * @param base64 the key as Telnyx shows it
   * @return empty for what is no such key
   */
  static Optional<TelnyxSignature> with(String base64) {
    return decoded(base64)
        .filter(raw -> raw.length == KEY_BYTES)
        .flatMap(TelnyxSignature::key)
        .map(TelnyxSignature::new);
  }

  private static Optional<PublicKey> key(byte[] raw) {
    byte[] encoded = new byte[PREFIX.length + KEY_BYTES];
    System.arraycopy(PREFIX, 0, encoded, 0, PREFIX.length);
    System.arraycopy(raw, 0, encoded, PREFIX.length, KEY_BYTES);
    try {
      return Optional.of(
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
    } catch (GeneralSecurityException noPointOfTheCurve) {
      return Optional.empty();
    }
  }

  boolean isOf(String timestamp, byte[] body, String signature) {
    return decoded(signature)
        .filter(bytes -> bytes.length == SIGNATURE_BYTES)
        .filter(bytes -> verified(timestamp, body, bytes))
        .isPresent();
  }

  private boolean verified(String timestamp, byte[] body, byte[] signature) {
    try {
      Signature verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(key);
      verifier.update((timestamp + "|").getBytes(StandardCharsets.UTF_8));
      verifier.update(body);
      return verifier.verify(signature);
    } catch (GeneralSecurityException malformed) {
      return false;
    }
  }

  /** Only in its one proper spelling: the last character has bits that decode to nothing. */
  private static Optional<byte[]> decoded(String base64) {
    try {
      byte[] bytes = Base64.getDecoder().decode(base64);
      return Base64.getEncoder().encodeToString(bytes).equals(base64)
          ? Optional.of(bytes)
          : Optional.empty();
    } catch (IllegalArgumentException noBase64) {
      return Optional.empty();
    }
  }
}
