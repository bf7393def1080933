package io.conserje.webchat;

import io.conserje.venue.VenueId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Which conversation of which house a browser is in. It goes out signed and comes back with every
 * message; who has no valid one begins a conversation of their own.
 *
 * @param session names the conversation within the house; nobody can guess it
 */
public record ChatToken(VenueId venue, String session, Instant issuedAt) {

  /** How long a guest may come back to a conversation. */
  static final Duration VALID = Duration.ofDays(90);

  private static final String SEPARATOR = " ";

  /** The guest's address within the conversations of a house. */
  public String address() {
    return "web:" + session;
  }

  boolean validAt(Instant now) {
    return !issuedAt.isAfter(now.plus(VALID)) && issuedAt.plus(VALID).isAfter(now);
  }

  byte[] bytes() {
    return String.join(SEPARATOR, venue.value(), session, Long.toString(issuedAt.getEpochSecond()))
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Empty for what no token says; call it only with what was signed. */
  static Optional<ChatToken> read(byte[] bytes) {
    String[] parts = new String(bytes, StandardCharsets.UTF_8).split(SEPARATOR);
    if (parts.length != 3 || !parts[2].matches("\\d{1,12}")) {
      return Optional.empty();
    }
    Instant issuedAt = Instant.ofEpochSecond(Long.parseLong(parts[2]));
    return Optional.of(new ChatToken(new VenueId(parts[0]), parts[1], issuedAt));
  }
}
