package io.conserje.connectors.postgres;

import io.conserje.venue.VenueId;

/** Who has a lock changes that book of that house alone, until their transaction ends. */
final class BookLocks {

  private BookLocks() {}

  static void tables(Sql sql, VenueId venue) {
    take(sql, "tables:", venue);
  }

  static void rooms(Sql sql, VenueId venue) {
    take(sql, "stays:", venue);
  }

  private static void take(Sql sql, String book, VenueId venue) {
    sql.one(
        "SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", _ -> true, book + venue.value());
  }
}
