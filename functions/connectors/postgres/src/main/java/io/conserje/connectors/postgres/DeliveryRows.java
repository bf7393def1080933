package io.conserje.connectors.postgres;

import io.conserje.inbound.DeliveryReport;
import io.conserje.outbound.Delivery;
import io.conserje.outbound.Outbox.Reported;
import io.conserje.venue.Channel;
import io.conserje.venue.VenueId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What providers report of rows in the outbox; every method is part of the caller's transaction.
 */
final class DeliveryRows {

  private final Sql sql;

  DeliveryRows(Sql sql) {
    this.sql = sql;
  }

  Optional<Reported> take(DeliveryReport report, Delivery state, Instant now) {
    return known(report)
        .map(known -> known.moves(state) ? moved(known, report, state, now) : known.row);
  }

  private Reported moved(Known known, DeliveryReport report, Delivery state, Instant now) {
    Reported row = known.row;
    move(row.id(), report, state, now);
    return new Reported(row.id(), row.venue(), row.conversation(), row.channel(), state);
  }

  /**
   * @param ofEarlier whether the report is about a copy that was given up before somebody replayed
   *     the message: only that it arrived after all counts
   */
  private record Known(Reported row, String providerMessageId, boolean ofEarlier) {

    boolean moves(Delivery state) {
      boolean counts = !ofEarlier || state == Delivery.DELIVERED || state == Delivery.READ;
      return counts && (row.state().canBecome(state) || givenUpUnasked());
    }

    /** Our last try had no answer; the report is the first word that it was taken all the same. */
    private boolean givenUpUnasked() {
      return row.state() == Delivery.FAILED && providerMessageId == null;
    }
  }

  private Optional<Known> known(DeliveryReport report) {
    return sql.one(
        """
        SELECT id, venue, conversation, channel, state, provider_message_id,
          ? = ANY (earlier_ids) AS of_earlier
        FROM outbox WHERE (provider = ? AND provider_message_id IN (?, ?))
          OR (id = ?::uuid AND (provider_message_id IS NULL OR provider_message_id = ?
            OR ? = ANY (earlier_ids)))
        FOR UPDATE
        """,
        row ->
            new Known(
                new Reported(
                    row.id("id"),
                    new VenueId(row.text("venue")),
                    row.id("conversation"),
                    Channel.of(row.text("channel")),
                    Delivery.of(row.text("state"))),
                row.text("provider_message_id"),
                row.result().getBoolean("of_earlier")),
        report.providerMessageId(),
        report.provider(),
        report.providerMessageId(),
        Sha256.hex(report.providerMessageId()),
        uuid(report.outboxId()),
        report.providerMessageId(),
        report.providerMessageId());
  }

  private void move(UUID id, DeliveryReport report, Delivery state, Instant now) {
    sql.update(
        """
        UPDATE outbox SET state = ?, provider = ?, error_code = ?,
          provider_message_id = CASE WHEN guest_address = '' THEN ? ELSE ? END,
          sending_until = NULL, changed_at = ? WHERE id = ?
        """,
        state.code(),
        report.provider(),
        report.errorCode(),
        Sha256.hex(report.providerMessageId()),
        report.providerMessageId(),
        now,
        id);
  }

  /** Our id came back through the provider, so it is checked like anything from outside. */
  private static String uuid(String id) {
    try {
      return id == null ? null : UUID.fromString(id).toString();
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
