package io.conserje.connectors.postgres;

import io.conserje.venue.VenueId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;

/**
 * Whom the house has forgotten of late, for as long as news of their calls may still be on its way.
 * Kept as digests, so that nobody reads a number there; whoever has the table and tries all numbers
 * finds them. Every method is part of the caller's transaction.
 */
final class ForgottenAddresses {

  /** As long as a queue keeps its dead letters. */
  private static final Duration ON_ITS_WAY = Duration.ofDays(14);

  private final Sql sql;

  ForgottenAddresses(Sql sql) {
    this.sql = sql;
  }

  void add(VenueId venue, Collection<String> addresses, Instant now) {
    sql.update("DELETE FROM forgotten_addresses WHERE at < ?", now.minus(ON_ITS_WAY));
    for (String address : addresses) {
      sql.update(
          """
          INSERT INTO forgotten_addresses VALUES (?, ?, ?)
          ON CONFLICT (venue, digest) DO UPDATE SET at = EXCLUDED.at
          """,
          venue.value(),
          digest(venue, address),
          now);
    }
  }

  /** Whether they were forgotten after this happened. */
  boolean since(VenueId venue, String address, Instant happened) {
    return sql.one(
            "SELECT 1 FROM forgotten_addresses WHERE venue = ? AND digest = ? AND at >= ?",
            _ -> true,
            venue.value(),
            digest(venue, address),
            happened)
        .isPresent();
  }

  private static String digest(VenueId venue, String address) {
    try {
      byte[] text = (venue.value() + "\n" + address).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
