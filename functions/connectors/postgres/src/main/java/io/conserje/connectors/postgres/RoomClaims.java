package io.conserje.connectors.postgres;

import io.conserje.stay.RoomClaim;
import io.conserje.venue.RoomType;
import io.conserje.venue.Venue;
import java.util.List;
import java.util.Optional;

/** Which rooms are kept, and how many of a type count as sold. */
record RoomClaims(Sql sql) {

  /**
   * Gives back what was kept and keeps what is to be kept. Within it rooms may be swapped; at its
   * end no room is kept twice.
   */
  void keep(
      Venue venue, Optional<RoomClaim> before, Optional<RoomClaim> after, List<RoomClaim> moved) {
    if (before.equals(after) && moved.isEmpty()) {
      return;
    }
    sql.update("SET CONSTRAINTS one_stay_per_room DEFERRED");
    before.ifPresent(claim -> giveBack(venue, claim, after));
    moved.forEach(claim -> move(venue, claim));
    after.ifPresent(claim -> keep(venue, claim, before));
    sql.update("SET CONSTRAINTS one_stay_per_room IMMEDIATE");
  }

  private void giveBack(Venue venue, RoomClaim claim, Optional<RoomClaim> after) {
    sql.update(
        "DELETE FROM room_claims WHERE venue = ? AND stay = ?", venue.id().value(), claim.stay());
    sql.update(
        """
        UPDATE type_nights SET used = used - 1
        WHERE venue = ? AND room_type = ? AND night >= ? AND night < ?
          AND NOT (room_type = ? AND night >= ?::date AND night < ?::date)
        """,
        counted(venue, claim, after));
  }

  private void move(Venue venue, RoomClaim claim) {
    sql.update(
        "UPDATE room_claims SET room = ? WHERE venue = ? AND stay = ? AND movable",
        claim.room(),
        venue.id().value(),
        claim.stay());
  }

  private void keep(Venue venue, RoomClaim claim, Optional<RoomClaim> before) {
    sql.update(
        """
        INSERT INTO type_nights AS t (venue, room_type, night, used, most)
        SELECT venue, room_type, night::date, 1, %d
        FROM (SELECT ? AS venue, ? AS room_type) AS sold,
          generate_series(?::date, ?::date - 1, interval '1 day') AS night
        WHERE NOT (room_type = ? AND night >= ?::date AND night < ?::date)
        ORDER BY night
        ON CONFLICT (venue, room_type, night) DO UPDATE SET used = t.used + 1, most = EXCLUDED.most
        """
            .formatted(allotment(venue, claim)),
        counted(venue, claim, before));
    sql.update(
        """
        INSERT INTO room_claims (stay, venue, room, period, room_type, from_night, to_night, movable)
        VALUES (?, ?, ?, tstzrange(?, ?), ?, ?, ?, ?)
        """,
        claim.stay(),
        venue.id().value(),
        claim.room(),
        claim.period().from(),
        claim.period().to(),
        claim.type(),
        claim.nights().arrival(),
        claim.nights().departure(),
        claim.movable());
  }

  /** The nights of {@code claim}, and those of {@code other}, which are counted as they were. */
  private static Object[] counted(Venue venue, RoomClaim claim, Optional<RoomClaim> other) {
    return new Object[] {
      venue.id().value(),
      claim.type(),
      claim.nights().arrival(),
      claim.nights().departure(),
      other.map(RoomClaim::type).orElse(""),
      other.map(o -> o.nights().arrival()).orElse(claim.nights().arrival()),
      other.map(o -> o.nights().departure()).orElse(claim.nights().arrival())
    };
  }

  /** Of a type the house no longer has, no further night is sold. */
  private static int allotment(Venue venue, RoomClaim claim) {
    return venue.lodging().type(claim.type()).map(RoomType::allotment).orElse(0);
  }
}
