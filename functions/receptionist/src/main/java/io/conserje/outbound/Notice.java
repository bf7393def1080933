package io.conserje.outbound;

import io.conserje.venue.Channel;
import io.conserje.venue.VenueId;
import java.time.Instant;
import java.util.Locale;

/**
 * One thing the house tells a guest unasked.
 *
 * @param phone the guest's, E.164
 * @param language of the text, and of a conversation that begins with it
 * @param key what it is about: said once per house and key
 * @param over by which channel; null for what suits the guest best
 */
public record Notice(
    VenueId venue,
    String phone,
    Locale language,
    String text,
    String key,
    Instant now,
    Channel over) {

  public Notice(
      VenueId venue, String phone, Locale language, String text, String key, Instant now) {
    this(venue, phone, language, text, key, now, null);
  }
}
