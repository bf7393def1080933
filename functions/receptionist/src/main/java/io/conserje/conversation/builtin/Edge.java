package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;
import io.conserje.venue.OpeningHours;
import io.conserje.venue.Service;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;

/**
 * An hour that only the house's own hours tell: {@code a última hora}, {@code the latest you have}.
 */
enum Edge {
  FIRST(
      "ya mismo|ahora mismo|cuanto antes|right now|asap|straight away|a primera hora(?! (?:de la (?:tarde|manana)|nos|me|se|ha|hay))|lo mas (?:pronto|temprano)(?: posible| que)?|lo antes posible|en cuanto abr\\w+|(?<!a que hora )cuando abr(?:ais|an)"
          + "|as (?:early|soon) as (?:possible|you (?:can|open|have))|(?:your|the) earliest(?: possible| you have| slot| time| table)?|first (?:slot|sitting|seating)"
          + "|primer turno|la primera hora|a la primera hora"),
  LAST(
      "a (?:la )?ultima hora(?! (?:de la (?:tarde|manana)|nos|me|se|ha|hay|he|hemos|han|uno|una|dos|tuv\\w+|surg\\w+))|a ultimisima hora|lo mas tarde(?: posible| que)?|(?:la hora|a la hora|la) mas tard(?:e|ia)(?: posible| que| a la que|(?=\\W*$))|hasta que hora (?:puedo|podemos|podria|podriamos|se puede) (?:llegar|ir|venir|reservar|cenar|comer|coger mesa)|cuanto mas tarde,? mejor|lo ultimo que|la ultima (?:hora|mesa|reserva) (?:posible|que)|la ultima,? (?:hora )?(?:a|sobre) que hora|(?:a que hora|cual|cuando) (?:es|seria) (?:la|lo) (?:ultima?o?)(?: (?:hora|mesa|reserva))?(?=\\W*$)"
          + "|the latest (?:possible|you have|you(?:'ve| have) got|you can|slot|time|table)|your latest (?:slot|time|table)|as late as (?:possible|you can|you have)"
          + "|last (?:slot|sitting|seating)|ultimo turno|whats the (?:very )?latest(?=\\W*$)|the latest (?:we|i) (?:can|could)|whats the last (?:time|slot|table)|how late can (?:we|i) (?:come|arrive|book)");

  private final FilteredPattern words;

  Edge(String words) {
    this.words = FilteredPattern.compile("\\b(?:" + words + ")");
  }

  /** Null if the message names none. */
  static Edge in(String text) {
    String plain = Tokens.plain(text);
    for (Edge edge : values()) {
      if (edge.words.matcher(plain).find()) {
        return edge;
      }
    }
    return null;
  }

  /**
   * The first or last hour that can still be booked on a day; null on a day that has none.
   *
   * @param part of the day it must lie in, or null
   */
  TimeWish on(LocalDate day, PartOfDay part, OpeningHours hours, LocalDateTime now) {
    List<Service> services =
        hours.servicesOf(day).stream()
            .filter(s -> part == null || part.meets(s))
            .filter(s -> s.endsAfterMidnight() || day.atTime(s.lastBooking()).isAfter(now))
            .toList();
    if (services.isEmpty()) {
      return null;
    }
    if (this == LAST) {
      return TimeWish.exactly(services.getLast().lastBooking());
    }
    LocalTime first = services.getFirst().firstBooking();
    boolean over = day.atTime(first).isBefore(now);
    return over && services.size() == 1
        ? null
        : TimeWish.exactly(over ? services.get(1).firstBooking() : first);
  }
}
