package io.conserje.conversation.models;

import io.conserje.conversation.ModelRequest;
import io.conserje.conversation.Patience;
import io.conserje.conversation.Step;
import io.conserje.guest.Guest;
import io.conserje.venue.Channel;
import io.conserje.venue.DiningRoom;
import io.conserje.venue.HouseRules;
import io.conserje.venue.Lodging;
import io.conserje.venue.OpeningHours;
import io.conserje.venue.Venue;
import io.conserje.venue.VenueId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** What a model is asked where only its answer matters: by nobody, in a house without a table. */
final class Question {

  private static final Venue HOUSE =
      new Venue(
          new VenueId("casa"),
          "Casa",
          "restaurant",
          ZoneId.of("Europe/Madrid"),
          Locale.of("es"),
          "+34600000999",
          "Plaza Mayor 1",
          OpeningHours.NONE,
          HouseRules.of(10, Duration.ofMinutes(90), Duration.ZERO, Duration.ofDays(90)),
          DiningRoom.NONE,
          Lodging.NONE);

  private Question() {}

  static ModelRequest at(Instant now, Channel channel, List<Step> steps, Patience patience) {
    return new ModelRequest(
        HOUSE,
        now.atZone(HOUSE.zone()),
        channel,
        new Guest("", ""),
        List.of(),
        List.of(),
        Map.of(),
        steps,
        List.of(),
        "es",
        new UUID(0, 1),
        patience);
  }
}
