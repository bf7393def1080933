package io.conserje.reservation.tools;

import io.conserje.conversation.Arguments;
import io.conserje.conversation.Tool;
import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolSpec.Parameter;
import io.conserje.reservation.Booking.Refused;
import io.conserje.reservation.Refusal;
import io.conserje.reservation.Reservation;
import io.conserje.reservation.Wish;
import io.conserje.venue.Venue;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the book's answers are told to a model, and its questions read: the same in every tool. */
final class Facts {

  static final Parameter DATE = new Parameter("date", "string", "yyyy-mm-dd, local", true);
  static final Parameter TIME = new Parameter("time", "string", "HH:mm, local, 24 hours", true);
  static final Parameter PARTY =
      new Parameter("party_size", "integer", "how many people will sit", true);
  static final Parameter ZONE =
      new Parameter("zone", "string", "terrace or inside, if the guest wishes", false);

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  private Facts() {}

  static Wish wish(ToolCall call, Tool.Context context) {
    Arguments arguments = Arguments.of(call);
    return new Wish(
        context.venue(),
        arguments.dateTime(),
        arguments.number("party_size"),
        arguments.text("zone"),
        context.now().toInstant());
  }

  static Map<String, Object> of(String status, LocalDateTime at, int partySize) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("status", status);
    facts.putAll(when(at));
    facts.put("party_size", partySize);
    return facts;
  }

  static Map<String, Object> of(String status, Reservation reservation, Venue venue) {
    Map<String, Object> facts = of(status, local(reservation, venue), reservation.partySize());
    facts.put("reference", reservation.reference());
    facts.put("name", reservation.guest().name());
    return facts;
  }

  static Map<String, Object> refused(Refused refused, Venue venue) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("status", "refused");
    facts.put("reason", refused.why().code());
    facts.put(
        "alternatives",
        refused.alternatives().stream()
            .map(ZonedDateTime::toLocalDateTime)
            .map(Facts::when)
            .toList());
    if (refused.why() == Refusal.PARTY_TOO_LARGE) {
      facts.put("largest_party", venue.rules().largestParty());
      facts.put("house_phone", venue.phone());
    }
    return facts;
  }

  static Map<String, Object> refused(Refusal why) {
    return Map.of("status", "refused", "reason", why.code(), "alternatives", List.of());
  }

  static LocalDateTime local(Reservation reservation, Venue venue) {
    return reservation.period().from().atZone(venue.zone()).toLocalDateTime();
  }

  private static Map<String, Object> when(LocalDateTime at) {
    Map<String, Object> when = new LinkedHashMap<>();
    when.put("date", at.toLocalDate().toString());
    when.put("time", CLOCK.format(at));
    return when;
  }
}
