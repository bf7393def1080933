package io.conserje.connectors.postgres.views;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * A reservation, as the API shows it.
 *
 * @param date and {@code time}: in the venue's own time
 * @param startsAt and {@code endsAt}: UTC
 * @param tables the tables it keeps; none any more once cancelled
 * @param conversation in which it was made, or null
 * @param zone where the guest wished to sit, or empty
 * @param tell what the guest has to know of the booking that was just made or moved; else null
 * @param expiresAt when a hold or an unanswered question ends, UTC; otherwise null
 */
@Serdeable
public record ReservationView(
    String reference,
    String venue,
    String status,
    String date,
    String time,
    String startsAt,
    String endsAt,
    int partySize,
    List<String> tables,
    GuestView guest,
    String notes,
    String channel,
    String conversation,
    String zone,
    int highChairs,
    boolean pets,
    boolean wheelchair,
    String allergies,
    String occasion,
    String language,
    String expiresAt,
    String tell) {

  /** The same, with what the guest has to know. */
  public ReservationView telling(String told) {
    return new ReservationView(
        reference,
        venue,
        status,
        date,
        time,
        startsAt,
        endsAt,
        partySize,
        tables,
        guest,
        notes,
        channel,
        conversation,
        zone,
        highChairs,
        pets,
        wheelchair,
        allergies,
        occasion,
        language,
        expiresAt,
        told);
  }

  @Serdeable
  public record GuestView(String name, String phone) {}
}
