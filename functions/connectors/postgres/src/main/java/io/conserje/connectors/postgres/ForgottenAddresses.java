package io.conserje.connectors.postgres;

import io.conserje.venue.VenueId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Whom the house has forgotten of late, for as long as something of theirs may still be on its way.
 * Kept as digests with a key, so that nobody finds a number there by trying all of them.
 */
public final class ForgottenAddresses {

  /** As long as a queue keeps its dead letters. */
  private static final Duration ON_ITS_WAY = Duration.ofDays(14);

  /** Of a row {@code f}: this house, this digest, and forgotten later than this. */
  static final String AFTER = "f.venue = ? AND f.digest = ? AND f.at > ?";

  private final Sql sql;
  private final KeyedDigest digests;

  public ForgottenAddresses(Sql sql, KeyedDigest digests) {
    this.sql = sql;
    this.digests = digests;
  }

  String digest(VenueId venue, String address) {
    return digests.of(venue, address);
  }

  /** Part of the caller's transaction. */
  void add(VenueId venue, Collection<String> addresses, Instant now) {
    String[] all =
        addresses.stream()
            .filter(address -> !address.isBlank())
            .map(address -> digest(venue, address))
            .distinct()
            .toArray(String[]::new);
    sql.update(
        """
        INSERT INTO forgotten_addresses (venue, digest, at) SELECT ?, unnest(?::text[]), ?
        ON CONFLICT (venue, digest) DO UPDATE SET at = EXCLUDED.at
        """,
        venue.value(),
        all,
        now);
  }

  /**
   * Whether they were forgotten when this had happened, or at that very moment; part of the
   * caller's transaction.
   */
  boolean since(VenueId venue, String address, Instant happened) {
    return after(venue, address, happened.minusNanos(1000));
  }

  /** Whether they were forgotten later than that; part of the caller's transaction. */
  boolean after(VenueId venue, String address, Instant happened) {
    return sql.one(
            "SELECT 1 FROM forgotten_addresses f WHERE " + AFTER,
            _ -> true,
            venue.value(),
            digest(venue, address),
            happened)
        .isPresent();
  }

  /** How many have been remembered long enough. */
  public int forget(Instant now) {
    return sql.everywhere(
        () -> sql.update("DELETE FROM forgotten_addresses WHERE at < ?", now.minus(ON_ITS_WAY)));
  }

  /**
   * Gives a key to digests of before there was one.
   *
   * @return how many
   */
  public int seal() {
    return sql.everywhere(() -> {
      List<String> plain =
          sql.list(
              "SELECT DISTINCT digest FROM forgotten_addresses WHERE digest NOT LIKE ?",
              row -> row.text("digest"),
              KeyedDigest.PREFIX + "%");
      plain.forEach(digest ->
          sql.update(
              "UPDATE forgotten_addresses SET digest = ? WHERE digest = ?",
              digests.sealed(digest),
              digest));
      return plain.size();
    });
  }
}
