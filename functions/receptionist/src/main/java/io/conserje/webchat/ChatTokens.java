package io.conserje.webchat;

import io.conserje.venue.VenueId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs conversation tokens, so that none can be made or altered outside. */
public final class ChatTokens {

  private static final String ALGORITHM = "HmacSHA256";

  /** Keeps this use of the key apart from every other. */
  private static final String PURPOSE = "conserje web chat 1\n";

  private static final int LONGEST = 400;
  private static final int SESSION_BYTES = 16;

  private final Supplier<String> key;
  private final SecureRandom random;

  /**
   * @param key {@code SESSION_SECRET_KEY}, read at each use
   */
  public ChatTokens(Supplier<String> key, SecureRandom random) {
    this.key = key;
    this.random = random;
  }

  /** A new conversation's. */
  public ChatToken begin(VenueId venue, Instant now) {
    byte[] session = new byte[SESSION_BYTES];
    random.nextBytes(session);
    return new ChatToken(venue, encode(session), now);
  }

  /**
   * A new conversation's, the same for the same first message: a browser that never got the answer
   * finds the conversation again.
   *
   * @param firstMessage an id nobody else can know
   */
  public ChatToken begin(VenueId venue, String firstMessage, Instant now) {
    byte[] session =
        sign(("first " + venue.value() + " " + firstMessage).getBytes(StandardCharsets.UTF_8));
    return new ChatToken(venue, encode(Arrays.copyOf(session, SESSION_BYTES)), now);
  }

  public String write(ChatToken token) {
    byte[] content = token.bytes();
    return encode(content) + "." + encode(sign(content));
  }

  /** Empty unless it was written here, for this house, and not too long ago. */
  public Optional<ChatToken> read(String written, VenueId venue, Instant now) {
    return read(written, now).filter(token -> token.venue().equals(venue));
  }

  /** The same for whatever house. */
  public Optional<ChatToken> read(String written, Instant now) {
    String[] parts = written.length() > LONGEST ? new String[0] : written.split("\\.", -1);
    if (parts.length != 2) {
      return Optional.empty();
    }
    return decode(parts[0])
        .filter(content ->
            decode(parts[1]).filter(mac -> MessageDigest.isEqual(mac, sign(content))).isPresent())
        .flatMap(ChatToken::read)
        .filter(token -> token.validAt(now));
  }

  private byte[] sign(byte[] content) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.get().getBytes(StandardCharsets.UTF_8), ALGORITHM));
      mac.update(PURPOSE.getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Only the one way of writing it that {@link #encode} has. */
  private static Optional<byte[]> decode(String text) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      return encode(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
