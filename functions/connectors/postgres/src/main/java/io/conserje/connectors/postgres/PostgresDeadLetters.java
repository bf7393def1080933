package io.conserje.connectors.postgres;

import io.conserje.connectors.postgres.Sql.Row;
import io.conserje.guest.Staff;
import io.conserje.venue.VenueId;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Messages that no provider delivered, and to whom what lies in the dead letters belongs. */
public final class PostgresDeadLetters {

  /** As long as a queue keeps its dead letters. */
  private static final Duration KEPT = Duration.ofDays(14);

  private static final int MOST = 200;
  private static final String REPLAYED = "dead_letter_replayed";

  /**
   * Of an outbox row {@code o}: given up, wanted all the same, and not sent another way. What was
   * only to be heard besides its text is no loss.
   */
  private static final String DEAD =
      """
      o.state IN ('failed', 'undelivered') AND o.kind <> 'spoken' AND o.body <> '' AND o.guest_address <> ''
        AND NOT EXISTS (SELECT FROM outbox i WHERE i.instead_of = o.id) AND NOT
      """
          + PostgresOptOuts.UNWANTED;

  private final Sql sql;
  private final PostgresAuditLog audit;

  public PostgresDeadLetters(Sql sql, Json json) {
    this.sql = sql;
    this.audit = new PostgresAuditLog(sql, json);
  }

  /** Whose it is. */
  public record Home(VenueId venue, UUID conversation, String channel) {}

  /**
   * A message in the outbox that has been given up.
   *
   * @param error the provider's words; null for none
   */
  public record Unsent(
      UUID id,
      Home home,
      String provider,
      String guest,
      String text,
      Instant writtenAt,
      int attempts,
      String errorCode,
      String error) {}

  /**
   * The newest first, 200 at most.
   *
   * @param venue null for every house's
   */
  public List<Unsent> unsent(VenueId venue, Instant now) {
    return venue == null ? sql.everywhere(() -> unsent(now)) : sql.at(venue, () -> unsent(now));
  }

  private List<Unsent> unsent(Instant now) {
    return sql.list(
        "SELECT o.* FROM outbox o WHERE o.changed_at > ? AND "
            + DEAD
            + " ORDER BY o.changed_at DESC, o.id LIMIT ?",
        PostgresDeadLetters::unsent,
        now.minus(KEPT),
        MOST);
  }

  private static Unsent unsent(Row row) throws SQLException {
    return new Unsent(
        row.id("id"),
        home(row),
        row.text("provider"),
        row.text("guest_address"),
        row.text("body"),
        row.instant("written_at"),
        row.number("attempts"),
        row.text("error_code"),
        row.text("error"));
  }

  /**
   * Puts it in line again. What may have reached the provider after all is asked for before it is
   * sent again; what they have reported as lost is sent anew.
   *
   * @param id how the log calls it
   * @return empty if it is not dead, or not any more
   */
  public Optional<Home> sendAgain(UUID message, String id, Staff staff) {
    return sql.everywhere(() ->
        sql.one("SELECT o.* FROM outbox o WHERE o.id = ?", PostgresDeadLetters::home, message)
            .filter(home -> sql.at(home.venue(), () -> waits(message, home, id, staff))));
  }

  private boolean waits(UUID message, Home home, String id, Staff staff) {
    int dead =
        sql.update(
            """
            UPDATE outbox o SET state = 'waiting', due_at = ?, changed_at = ?, sending_until = NULL,
              attempts = CASE WHEN o.provider_message_id IS NULL THEN least(o.attempts, 1) ELSE 0 END,
              first_tried_at = CASE WHEN o.provider_message_id IS NULL THEN o.first_tried_at END
            WHERE o.id = ? AND
            """
                + DEAD,
            staff.at(),
            staff.at(),
            message);
    if (dead == 1) {
      note(home.venue(), id, staff);
    }
    return dead == 1;
  }

  /** Notes who has put a letter back on its queue; said again it is one line all the same. */
  public void replayed(VenueId venue, String id, Staff staff) {
    sql.at(
        venue,
        () -> {
          if (audit.newest(venue, id, null, 1).isEmpty()) {
            note(venue, id, staff);
          }
          return null;
        });
  }

  private void note(VenueId venue, String id, Staff staff) {
    audit.write(venue, staff, REPLAYED, id, Map.of());
  }

  /** Whether and at which house somebody has replayed it before. */
  public Optional<VenueId> wasReplayed(String id) {
    return sql.everywhere(() ->
        sql.one(
            "SELECT venue FROM audit_log WHERE subject = ? AND what = ? LIMIT 1",
            row -> new VenueId(row.text("venue")),
            id,
            REPLAYED));
  }

  public Optional<Home> ofConversation(UUID conversation) {
    return sql.everywhere(() ->
        sql.one(
            "SELECT venue, id AS conversation, channel FROM conversations WHERE id = ?",
            PostgresDeadLetters::home,
            conversation));
  }

  /**
   * Of the message a provider reports on.
   *
   * @param message our own id of it; null when it did not come back
   */
  public Optional<Home> ofReport(String provider, String providerMessageId, UUID message) {
    return sql.everywhere(() ->
        sql.one(
            """
            SELECT venue, conversation, channel FROM outbox
            WHERE (provider = ? AND provider_message_id = ?) OR id = ? LIMIT 1
            """,
            PostgresDeadLetters::home,
            provider,
            providerMessageId,
            message));
  }

  private static Home home(Row row) throws SQLException {
    return new Home(new VenueId(row.text("venue")), row.id("conversation"), row.text("channel"));
  }
}
