package io.conserje.connectors.postgres.views;

import io.conserje.connectors.postgres.PostgresStays;
import io.conserje.connectors.postgres.Sql;
import io.conserje.stay.Stay;
import io.conserje.venue.VenueId;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The stays of a house. */
public final class StayViews {

  private final Sql sql;
  private final PostgresStays stays;

  public StayViews(Sql sql, PostgresStays stays) {
    this.sql = sql;
    this.stays = stays;
  }

  /** Stays that have anything to do with the days from one to the other, in whatever state. */
  public List<StayView> between(VenueId venue, LocalDate from, LocalDate to) {
    return stays.between(venue, from, to).stream().map(StayView::of).toList();
  }

  /** A stay and all that happened to it, oldest first. */
  @Serdeable
  public record Story(StayView stay, List<Move> moves) {}

  /**
   * @param verb what was done
   * @param status where it stood then
   * @param who {@code guest}, {@code staff} or {@code house}
   * @param at UTC
   */
  @Serdeable
  public record Move(String verb, String status, String who, String why, String at) {}

  public Optional<Story> story(VenueId venue, String reference) {
    return stays
        .byReference(venue, reference)
        .map(stay -> new Story(StayView.of(stay), moves(stay)));
  }

  private List<Move> moves(Stay stay) {
    return sql.at(
        stay.venue(),
        () ->
            sql.list(
                """
                SELECT verb, status, who, why, at FROM stay_moves
                WHERE venue = ? AND stay = ? ORDER BY number
                """,
                row ->
                    new Move(
                        row.text("verb"),
                        row.text("status"),
                        row.text("who"),
                        row.text("why"),
                        Times.instant(row.instant("at"))),
                stay.venue().value(),
                stay.id()));
  }
}
