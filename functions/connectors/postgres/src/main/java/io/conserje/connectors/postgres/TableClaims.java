package io.conserje.connectors.postgres;

import io.conserje.reservation.Act;
import io.conserje.reservation.Count;
import io.conserje.reservation.Entry;
import io.conserje.reservation.Period;
import io.conserje.reservation.Plan.Reseated;
import io.conserje.reservation.Reservation;
import io.conserje.reservation.Wish;
import java.time.Instant;
import java.util.UUID;

/** Which tables are kept for whom: what changes when parties change places. */
final class TableClaims {

  private final Sql sql;

  TableClaims(Sql sql) {
    this.sql = sql;
  }

  static CountColumns counts(Entry entry) {
    Wish wish = entry.wish();
    return CountColumns.of(Count.of(wish.party(), wish.period()), wish.venue().rules());
  }

  /** The parties that make room leave their places together before any of them is seated anew. */
  void reseat(Entry entry, Act act) {
    for (Reseated reseated : entry.plan().reseated()) {
      sql.update(
          "DELETE FROM table_claims WHERE venue = ? AND reservation = ?",
          entry.wish().venue().id().value(),
          reseated.party().reservation());
    }
    entry.plan().reseated().forEach(reseated -> reseat(reseated, entry, act));
  }

  private void reseat(Reseated reseated, Entry entry, Act act) {
    String venue = entry.wish().venue().id().value();
    UUID moved = reseated.party().reservation();
    Period claim = reseated.party().claim();
    sql.update(
        """
        INSERT INTO table_claims (venue, table_name, period, reservation)
        SELECT ?, t, tstzrange(?, ?), ? FROM unnest(?::text[]) AS t
        """,
        venue,
        claim.from(),
        claim.to(),
        moved,
        reseated.to().names().toArray(String[]::new));
    sql.update(
        """
        INSERT INTO reservation_moves (reservation, venue, status, key, who, why, at)
        SELECT id, venue, status, ?, 'house', 'given another table', ? FROM reservations
        WHERE id = ? AND venue = ?
        """,
        act.key() + ":" + moved,
        act.at(),
        moved,
        venue);
  }

  /** A party that is there already has its tables from {@code begins} on. */
  void lengthen(Reservation party, Instant begins) {
    sql.update(
        "UPDATE table_claims SET period = tstzrange(?, ends) WHERE venue = ? AND reservation = ?",
        begins,
        party.venue().value(),
        party.id());
  }

  void giveUp(Reservation before) {
    CountColumns counts = CountColumns.of(Count.of(before.party(), before.period()));
    sql.update(
        """
        WITH freed AS (DELETE FROM table_claims WHERE venue = ? AND reservation = ?)
        UPDATE house_counts h SET used = h.used - c.used
        FROM unnest(?::text[], ?::text[], ?::int[]) AS c (what, quarter, used)
        WHERE h.venue = ? AND h.quarter = ANY (?::text[]::timestamptz[])
          AND h.what = c.what AND h.quarter = c.quarter::timestamptz
        """,
        before.venue().value(),
        before.id(),
        counts.what(),
        counts.quarter(),
        counts.number(),
        before.venue().value(),
        counts.quarter());
  }

  void keep(Reservation after, Entry entry, Act act) {
    CountColumns counts = counts(entry);
    Period claim = entry.wish().claim();
    sql.update(
        """
        WITH claimed AS (
          INSERT INTO table_claims (venue, table_name, period, reservation)
          SELECT ?, t, tstzrange(?, ?), ? FROM unnest(?::text[]) AS t),
        counted AS (
          INSERT INTO house_counts (venue, what, quarter, used, most)
          SELECT ?, c.what, c.quarter::timestamptz, c.used, c.most
          FROM unnest(?::text[], ?::text[], ?::int[], ?::int[]) AS c (what, quarter, used, most)
          ON CONFLICT (venue, what, quarter)
          DO UPDATE SET used = house_counts.used + EXCLUDED.used, most = EXCLUDED.most)
        INSERT INTO reservation_moves (reservation, venue, status, key, who, why, at)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        after.venue().value(),
        claim.from(),
        claim.to(),
        after.id(),
        after.tables().toArray(String[]::new),
        after.venue().value(),
        counts.what(),
        counts.quarter(),
        counts.number(),
        counts.most(),
        after.id(),
        after.venue().value(),
        after.standing().code(),
        act.key(),
        act.who(),
        act.why(),
        act.at());
  }
}
