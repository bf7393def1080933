package io.conserje.call;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * What lets one call, once, into the host of its sound: it stands in the address that the telephone
 * company is told. Whoever lets it in remembers {@link #nonce} until {@link #until}.
 */
public record StreamToken(String callId, String venue, Instant until, String nonce) {

  private static final Duration VALID = Duration.ofMinutes(2);
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  public static StreamToken of(String callId, String venue, String nonce, Instant now) {
    return new StreamToken(
        callId, venue, Instant.ofEpochSecond(now.plus(VALID).getEpochSecond()), nonce);
  }

  /** As a part of a path. */
  public String signed(String key) {
    String text = String.join("|", callId, venue, "" + until.getEpochSecond(), nonce);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return ENCODER.encodeToString(bytes) + "." + ENCODER.encodeToString(hmac(key, bytes));
  }

  /** Empty for one that is not ours or is over. */
  public static Optional<StreamToken> read(String signed, String key, Instant now) {
    try {
      String[] parts = signed.split("\\.", -1);
      byte[] text = Base64.getUrlDecoder().decode(parts[0]);
      byte[] seal = Base64.getUrlDecoder().decode(parts[parts.length - 1]);
      if (parts.length != 2 || !MessageDigest.isEqual(hmac(key, text), seal)) {
        return Optional.empty();
      }
      String[] fields = new String(text, StandardCharsets.UTF_8).split("\\|", -1);
      Instant until = Instant.ofEpochSecond(Long.parseLong(fields[2]));
      return until.isAfter(now)
          ? Optional.of(new StreamToken(fields[0], fields[1], until, fields[3]))
          : Optional.empty();
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException notOurs) {
      return Optional.empty();
    }
  }

  private static byte[] hmac(String key, byte[] text) {
    return Seal.of(key, "stream", text);
  }
}
