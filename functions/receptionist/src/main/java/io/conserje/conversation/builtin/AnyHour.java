package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;
import io.conserje.venue.OpeningHours;
import io.conserje.venue.Service;

/** A guest who leaves the hour to the house comes when it opens. */
final class AnyHour {

  private static final FilteredPattern HOUR =
      FilteredPattern.compile(
          "\\bhoras?\\b.{0,20}\\b(?:igual|indiferente|la que)|\\b(?:cualquier|la) hora\\b|\\bany ?time\\b|\\bwhen(?:ever)?\\b|\\bcuando (?:quer|pod|haya|sea)|\\btimes?\\b.{0,12}\\b(?:matter|mind|fine)");

  private static final FilteredPattern WHICH =
      FilteredPattern.compile(
          "\\b(?:que|cuales) (?:horas|turnos|huecos)\\b|\\bque horario\\b|\\b(?:what|which) (?:times|hours|slots|time slots|sittings)\\b");

  private AnyHour() {}

  /** Whether the guest wants to hear first which hours there are. */
  static boolean asksWhich(String text) {
    return WHICH.matcher(Tokens.plain(text)).find();
  }

  /** Whether it is the hour that does not matter, of a message by which something does not. */
  static boolean in(String text) {
    return HOUR.matcher(Tokens.plain(text)).find();
  }

  /** The wish with the first hour of its day, or of its part of the day. */
  static Wish of(Wish wish, OpeningHours hours) {
    return hours.servicesOf(wish.date()).stream()
        .filter(service -> wish.part() == null || wish.part().meets(service))
        .findFirst()
        .map(Service::firstBooking)
        .map(first -> wish.withTime(TimeWish.exactly(first)))
        .orElse(wish);
  }
}
