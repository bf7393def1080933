package io.conserje.connectors.postgres;

import io.conserje.venue.VenueId;
import java.util.Optional;

/** By which event of a provider a message came. */
public final class PostgresInboundEvents {

  private final Sql sql;

  public PostgresInboundEvents(Sql sql) {
    this.sql = sql;
  }

  /**
   * @param id the provider's
   * @param houseAddress to which address of the house, by the provider's own name for it
   */
  public record Event(String provider, String id, String houseAddress) {}

  /**
   * @param message its position
   */
  public Optional<Event> of(VenueId venue, long message) {
    return sql.at(
        venue,
        () ->
            sql.one(
                """
                SELECT l.provider, l.event_id, coalesce(a.carrier_address, c.house_address) AS house_address
                FROM inbound_ledger l JOIN conversations c ON c.id = l.conversation
                LEFT JOIN channel_addresses a ON a.channel = c.channel AND a.address = c.house_address
                  AND a.carrier = l.provider
                WHERE l.message = ?
                """,
                row ->
                    new Event(
                        row.text("provider"), row.text("event_id"), row.text("house_address")),
                message));
  }
}
