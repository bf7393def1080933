package io.conserje.connectors.postgres;

import io.conserje.outbound.OptOuts;
import io.conserje.venue.Channel;
import io.conserje.venue.VenueId;
import java.time.Instant;
import java.util.function.Supplier;

/** Opt-outs in Postgres. */
public final class PostgresOptOuts implements OptOuts {

  /** Of an outbox row {@code o}: its guest wants none of it. */
  static final String UNWANTED =
      """
      EXISTS (SELECT FROM opt_outs p WHERE p.venue = o.venue AND p.address = o.guest_address
        AND (p.said_by = 'guest' OR p.channel = o.channel))
      """;

  private final Sql sql;

  public PostgresOptOuts(Sql sql) {
    this.sql = sql;
  }

  @Override
  public <T> T together(VenueId venue, Supplier<T> work) {
    return sql.at(venue, work);
  }

  @Override
  public void stop(VenueId venue, String address, Channel over, Instant now) {
    sql.at(venue, () -> write(sql, venue, address, "guest", over, now));
  }

  static int write(
      Sql sql, VenueId venue, String address, String saidBy, Channel over, Instant now) {
    return sql.update(
        """
        INSERT INTO opt_outs (venue, address, said_by, channel, since) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT DO NOTHING
        """,
        venue.value(),
        address,
        saidBy,
        over.code(),
        now);
  }

  @Override
  public boolean start(VenueId venue, String address, Channel over) {
    return sql.at(
            venue,
            () ->
                sql.update(
                    """
                    DELETE FROM opt_outs WHERE venue = ? AND address = ?
                      AND (said_by = 'guest' OR channel = ?)
                    """,
                    venue.value(),
                    address,
                    over.code()))
        > 0;
  }
}
