package io.conserje.conversation.builtin;

import io.conserje.conversation.Message;
import io.conserje.conversation.Message.From;
import io.conserje.conversation.ModelAnswer;
import io.conserje.conversation.ModelRequest;
import io.conserje.guest.Guest;
import io.conserje.venue.Channel;
import io.conserje.venue.DiningRoom;
import io.conserje.venue.HouseRules;
import io.conserje.venue.Lodging;
import io.conserje.venue.OpeningHours;
import io.conserje.venue.Venue;
import io.conserje.venue.VenueId;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What nobody says in a house that does not exist, heard before a snapshot is made: what has to be
 * loaded and compiled to understand guests is then in the snapshot, and the first of them does not
 * wait for it.
 */
public final class TalkRehearsal {

  private static final ZonedDateTime SOME_DAY =
      ZonedDateTime.of(2026, 1, 2, 12, 0, 0, 0, ZoneId.of("Europe/Madrid"));

  private static final Venue NOWHERE =
      new Venue(
          new VenueId("ensayo"),
          "Ensayo",
          "restaurant",
          SOME_DAY.getZone(),
          Locale.of("es"),
          "+34600000000",
          "",
          OpeningHours.NONE,
          HouseRules.of(10, Duration.ofHours(2), Duration.ZERO, Duration.ofDays(60)),
          DiningRoom.NONE,
          Lodging.NONE);

  private static final List<String> SAID =
      List.of(
          "hola, quería reservar una mesa para cuatro mañana a las nueve y media",
          "somos dos adultos y un niño, necesitamos una trona y venimos con el perro",
          "a nombre de Ana Gil, el teléfono es el 600 11 22 33",
          "¿a qué hora cierran la cocina los domingos y tienen aparcamiento?",
          "al final el viernes que viene no puedo, quiero cambiarla al sábado",
          "quiero anular la reserva",
          "sí, perfecto, gracias",
          "hi, a table for two on Saturday at half past eight, please",
          "can I have it outside, and is there anything without gluten?",
          "no, that's all, thank you");

  private TalkRehearsal() {}

  /**
   * @param times how often all of it is heard
   */
  public static void hear(int times) {
    BuiltInModel model = new BuiltInModel();
    for (int time = 0; time < times; time++) {
      Map<String, String> memory = Map.of();
      for (String text : SAID) {
        ModelAnswer answer = model.answer(request(text + "?".repeat(time % 2), memory));
        memory = answer.calls().isEmpty() ? answer.memory() : memory;
      }
    }
  }

  private static ModelRequest request(String text, Map<String, String> memory) {
    return new ModelRequest(
        NOWHERE,
        SOME_DAY,
        Channel.WEBCHAT,
        new Guest("", ""),
        List.of(),
        List.of(new Message(1, From.GUEST, text, SOME_DAY.toInstant())),
        memory,
        List.of(),
        List.of(),
        "es");
  }
}
