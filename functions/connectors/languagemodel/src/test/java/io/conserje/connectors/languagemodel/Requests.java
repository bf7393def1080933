package io.conserje.connectors.languagemodel;

import io.conserje.conversation.Message;
import io.conserje.conversation.ModelRequest;
import io.conserje.conversation.Step;
import io.conserje.conversation.ToolSpec;
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

/** What a model is asked in these tests. */
final class Requests {

  private static final Instant NOW = Instant.parse("2026-11-20T11:00:00Z");
  private static final ZoneId ZONE = ZoneId.of("Europe/Madrid");

  static final Venue HOUSE =
      new Venue(
          new VenueId("casa"),
          "Casa",
          "restaurant",
          ZONE,
          Locale.of("es"),
          "+34600000999",
          "Plaza 1",
          OpeningHours.NONE,
          HouseRules.of(8, Duration.ofMinutes(90), Duration.ofMinutes(30), Duration.ofDays(60)),
          DiningRoom.NONE,
          Lodging.NONE);

  private Requests() {}

  static ModelRequest saying(String text) {
    return of(List.of(), List.of(message(1, Message.From.GUEST, text)), List.of(), List.of());
  }

  static ModelRequest of(
      List<Message> history, List<Message> unanswered, List<Step> steps, List<ToolSpec> tools) {
    return new ModelRequest(
        HOUSE,
        NOW.atZone(ZONE),
        Channel.WHATSAPP,
        new Guest("Lucía", "+34600000101"),
        history,
        unanswered,
        Map.of(),
        steps,
        tools,
        "es");
  }

  static Message message(long position, Message.From from, String text) {
    return new Message(position, from, text, NOW);
  }
}
