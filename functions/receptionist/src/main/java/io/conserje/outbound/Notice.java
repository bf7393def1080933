package io.conserje.outbound;

import io.conserje.venue.Channel;
import io.conserje.venue.Correspondence.Occasion;
import io.conserje.venue.VenueId;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * One thing the house tells a guest unasked.
 *
 * @param phone the guest's, E.164
 * @param language of the text, and of a conversation that begins with it
 * @param key what it is about: said once per house and key
 * @param over by which channel; null for what suits the guest best
 * @param occasion which of the house's templates says it where only a template may
 * @param facts what such a template may be filled with, besides the text itself
 * @param request the guest's request that the house's people are told of, so that it goes with the
 *     guest; null for what a guest is told
 */
public record Notice(
    VenueId venue,
    String phone,
    Locale language,
    String text,
    String key,
    Instant now,
    Channel over,
    Occasion occasion,
    Map<String, String> facts,
    UUID request) {

  public Notice {
    facts = Map.copyOf(facts);
  }

  public Notice(
      VenueId venue, String phone, Locale language, String text, String key, Instant now) {
    this(venue, phone, language, text, key, now, null);
  }

  public Notice(
      VenueId venue,
      String phone,
      Locale language,
      String text,
      String key,
      Instant now,
      Channel over) {
    this(venue, phone, language, text, key, now, over, Occasion.REPLY, Map.of(), null);
  }

  /** The same, of which a template may tell. */
  public Notice about(Occasion occasion, Map<String, String> facts) {
    return new Notice(venue, phone, language, text, key, now, over, occasion, facts, request);
  }

  /** The same, as a word to staff of what a guest has asked for. */
  public Notice of(UUID request) {
    return new Notice(venue, phone, language, text, key, now, over, occasion, facts, request);
  }
}
