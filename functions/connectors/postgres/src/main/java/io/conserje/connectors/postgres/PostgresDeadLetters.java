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
  private static final String DISCARDED = "dead_letter_discarded";

  /**
   * Of an outbox row {@code o}: given up, wanted all the same, and not sent another way. What was
   * only to be heard besides its text is no loss; that nothing more will be written is true only
   * while it is not wanted.
   */
  private static final String DEAD =
      """
      o.state IN ('failed', 'undelivered') AND o.kind <> 'spoken' AND o.discarded_at IS NULL
        AND NOT o.last_word AND o.body <> '' AND o.guest_address <> ''
        AND NOT EXISTS (SELECT FROM outbox i WHERE i.instead_of = o.id) AND NOT
      """
          + PostgresOptOuts.UNWANTED;

  private final Sql sql;
  private final PostgresAuditLog audit;
  private final ForgottenAddresses forgotten;

  /**
   * @param digests how whom the house has forgotten is remembered
   */
  public PostgresDeadLetters(Sql sql, Json json, KeyedDigest digests) {
    this.sql = sql;
    this.forgotten = new ForgottenAddresses(sql, digests);
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
   * Puts it in line again, with all the time a new message has. What may have reached the provider
   * after all is asked for before it is sent again, where it can be asked; what they have reported
   * as lost is sent anew, and what they still say of that copy is not about this one.
   *
   * @param id how the log calls it
   * @return empty if it is not dead, or not any more
   */
  public Optional<Home> sendAgain(UUID message, String id, Staff staff) {
    return sql.everywhere(() ->
        sql.one("SELECT o.* FROM outbox o WHERE o.id = ?", PostgresDeadLetters::home, message)
            .filter(home -> sql.at(home.venue(), () -> waits(message, home, id, staff))));
  }

  /** What waited for a provider that was left alone was claimed at its end, and not tried. */
  private boolean waits(UUID message, Home home, String id, Staff staff) {
    int dead =
        sql.update(
            """
            UPDATE outbox o SET state = 'waiting', due_at = ?, changed_at = ?, replayed_at = ?,
              sending_until = NULL, provider = NULL, provider_message_id = NULL,
              earlier_ids = array_remove(o.earlier_ids || o.provider_message_id, NULL),
              attempts = CASE WHEN o.provider_message_id IS NOT NULL
                OR o.attempts = 1 AND o.error_code = 'provider_down' THEN 0 ELSE least(o.attempts, 1) END,
              first_tried_at = CASE WHEN o.provider_message_id IS NULL THEN o.first_tried_at END
            WHERE o.id = ? AND
            """
                + DEAD,
            staff.at(),
            staff.at(),
            staff.at(),
            message);
    if (dead == 1) {
      note(home.venue(), id, REPLAYED, Map.of(), staff);
    }
    return dead == 1;
  }

  /**
   * It is not to be sent any more, and is listed no longer.
   *
   * @param id how the log calls it
   * @param reason for the audit log; nothing of the guest
   * @return empty if it is not dead, or not any more
   */
  public Optional<Home> discard(UUID message, String id, String reason, Staff staff) {
    return sql.everywhere(() ->
        sql.one("SELECT o.* FROM outbox o WHERE o.id = ?", PostgresDeadLetters::home, message)
            .filter(home -> sql.at(home.venue(), () -> rests(message, home, id, reason, staff))));
  }

  private boolean rests(UUID message, Home home, String id, String reason, Staff staff) {
    boolean dead =
        sql.update(
                "UPDATE outbox o SET discarded_at = ? WHERE o.id = ? AND " + DEAD,
                staff.at(),
                message)
            == 1;
    if (dead) {
      note(home.venue(), id, DISCARDED, Map.of("reason", reason), staff);
    }
    return dead;
  }

  /** Notes who has put a letter back on its queue; said again it is one line all the same. */
  public void replayed(VenueId venue, String id, Staff staff) {
    noteOnce(venue, id, REPLAYED, Map.of(), staff);
  }

  /** Notes who has thrown a letter away, and why; said again it is one line all the same. */
  public void discarded(VenueId venue, String id, String reason, Staff staff) {
    noteOnce(venue, id, DISCARDED, Map.of("reason", reason), staff);
  }

  private void noteOnce(
      VenueId venue, String id, String what, Map<String, Object> details, Staff staff) {
    sql.at(
        venue,
        () -> {
          if (audit.newest(venue, id, null, 1).isEmpty()) {
            note(venue, id, what, details, staff);
          }
          return null;
        });
  }

  private void note(
      VenueId venue, String id, String what, Map<String, Object> details, Staff staff) {
    audit.write(venue, staff, what, id, details);
  }

  /** Whether and at which house that was the last thing somebody did with it. */
  public Optional<VenueId> wasReplayed(String id) {
    return was(id, REPLAYED);
  }

  public Optional<VenueId> wasDiscarded(String id) {
    return was(id, DISCARDED);
  }

  private Optional<VenueId> was(String id, String what) {
    return sql.everywhere(() ->
        sql
            .list(
                """
                SELECT venue, what FROM audit_log
                WHERE subject = ? AND what IN ('dead_letter_replayed', 'dead_letter_discarded')
                ORDER BY number DESC LIMIT 1
                """,
                row ->
                    row.text("what").equals(what)
                        ? Optional.of(new VenueId(row.text("venue")))
                        : Optional.<VenueId>empty(),
                id)
            .stream()
            .flatMap(Optional::stream)
            .findFirst());
  }

  /** Whether the guest at this address was erased after this came in. */
  public boolean isForgotten(VenueId venue, String address, Instant cameIn) {
    return sql.at(venue, () -> forgotten.after(venue, address, cameIn));
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
