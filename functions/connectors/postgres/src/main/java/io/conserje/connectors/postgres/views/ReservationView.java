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
    String conversation) {

  @Serdeable
  public record GuestView(String name, String phone) {}
}
