package io.conserje.connectors.postgres;

import io.conserje.reservation.ReferenceChecks;
import io.conserje.venue.VenueId;
import java.time.Instant;
import java.util.UUID;

/** What became of references that guests told, in Postgres. */
final class PostgresReferenceChecks implements ReferenceChecks {

  /** As an array, so that the index on references is still used; takes venue and conversation. */
  static final String PASSED =
      """
      ARRAY(SELECT k.reference FROM reference_checks k
        WHERE k.venue = ? AND k.conversation = ? AND k.passed)
      """;

  private final Sql sql;

  PostgresReferenceChecks(Sql sql) {
    this.sql = sql;
  }

  @Override
  public boolean passed(VenueId venue, UUID conversation, String reference) {
    return sql.at(
        venue,
        () ->
            sql.one(
                    """
                    SELECT 1 AS passed FROM reference_checks
                    WHERE venue = ? AND conversation = ? AND reference = ? AND passed LIMIT 1
                    """,
                    row -> row.number("passed"),
                    venue.value(),
                    conversation,
                    reference)
                .isPresent());
  }

  @Override
  public int failed(VenueId venue, UUID conversation, String reference, Instant since) {
    return sql.at(
        venue,
        () ->
            sql.one(
                    """
                    SELECT count(*)::int AS failures FROM reference_checks
                    WHERE venue = ? AND NOT passed AND at > ? AND (conversation = ? OR reference = ?)
                    """,
                    row -> row.number("failures"),
                    venue.value(),
                    since,
                    conversation,
                    reference)
                .orElse(0));
  }

  @Override
  public void note(VenueId venue, UUID conversation, String reference, boolean passed, Instant at) {
    sql.at(
        venue,
        () ->
            sql.update(
                """
                INSERT INTO reference_checks (venue, conversation, reference, passed, at)
                VALUES (?, ?, ?, ?, ?)
                """,
                venue.value(),
                conversation,
                reference,
                passed,
                at));
  }
}
