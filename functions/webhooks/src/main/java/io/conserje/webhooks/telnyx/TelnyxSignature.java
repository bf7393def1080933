package io.conserje.webhooks.telnyx;

import com.google.crypto.tink.subtle.Ed25519Verify;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * Whether a request was signed with an account's key: Ed25519 over the timestamp, a bar and the raw
 * body.
 *
 * @see <a href="https://developers.telnyx.com/docs/messaging/messages/receiving-webhooks">Telnyx:
 *     webhook signing</a>
 */
final class TelnyxSignature {

  private static final int KEY_BYTES = 32;
  private static final int SIGNATURE_BYTES = 64;

  private final Ed25519Verify key;

  private TelnyxSignature(Ed25519Verify key) {
    this.key = key;
  }

  /**
   * @param base64 the key as Telnyx shows it
   * @return empty for what is no such key
   */
  static Optional<TelnyxSignature> with(String base64) {
    return decoded(base64)
        .filter(raw -> raw.length == KEY_BYTES)
        .map(raw -> new TelnyxSignature(new Ed25519Verify(raw)));
  }

  boolean isOf(String timestamp, byte[] body, String signature) {
    return decoded(signature)
        .filter(bytes -> bytes.length == SIGNATURE_BYTES)
        .filter(bytes -> verified(timestamp, body, bytes))
        .isPresent();
  }

  private boolean verified(String timestamp, byte[] body, byte[] signature) {
    byte[] before = (timestamp + "|").getBytes(StandardCharsets.UTF_8);
    byte[] signed = Arrays.copyOf(before, before.length + body.length);
    System.arraycopy(body, 0, signed, before.length, body.length);
    try {
      key.verify(signature, signed);
      return true;
    } catch (GeneralSecurityException anothers) {
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
