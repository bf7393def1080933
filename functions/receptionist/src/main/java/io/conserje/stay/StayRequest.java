package io.conserje.stay;

import io.conserje.venue.Venue;
import java.time.Instant;
import java.util.Locale;

/**
 * A wish about a stay that is in the book.
 *
 * @param reference as a person said it
 * @param key the same for every try of the same wish
 */
public record StayRequest(Venue venue, String reference, By by, String key, Instant now) {

  String plainReference() {
    return plain(reference);
  }

  static String plain(String reference) {
    return reference.replaceAll("[\\s.-]", "").toUpperCase(Locale.ROOT);
  }

  Act act(Act.Verb verb) {
    return new Act(verb, key, by.who(), by.why(), now);
  }

  boolean byHouse() {
    return by.house();
  }
}
