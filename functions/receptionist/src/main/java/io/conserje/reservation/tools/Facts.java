package io.conserje.reservation.tools;

import io.conserje.conversation.Tool;
import io.conserje.conversation.Wording;
import io.conserje.conversation.Wordings;
import io.conserje.reservation.Alternative;
import io.conserje.reservation.Outcome.Refused;
import io.conserje.reservation.Refusal;
import io.conserje.reservation.Reservation;
import io.conserje.venue.Venue;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/** How the book's answers are told to a model: the same in every tool. */
final class Facts {

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  private Facts() {}

  static Map<String, Object> of(String status, LocalDateTime at, int partySize) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("status", status);
    facts.putAll(when(at));
    facts.put("party_size", partySize);
    return facts;
  }

  static Map<String, Object> of(String status, Reservation reservation, Venue venue) {
    Map<String, Object> facts = of(status, local(reservation, venue), reservation.party().size());
    facts.put("reference", reservation.reference());
    facts.put("name", reservation.guest().name());
    return facts;
  }

  static Map<String, Object> refused(Refused refused, Tool.Context context) {
    Venue venue = context.venue();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("status", "refused");
    facts.put("reason", refused.why().code());
    facts.put("say", words(refused.why(), context));
    facts.put("alternatives", refused.alternatives().stream().map(Facts::alternative).toList());
    if (refused.why() == Refusal.PARTY_TOO_LARGE) {
      facts.put("largest_party", venue.rules().largestParty());
      facts.put("house_phone", venue.phone());
    }
    return facts;
  }

  private static String words(Refusal why, Tool.Context context) {
    Wording wording = Wordings.in(context.language());
    return wording.refused(why, context.venue().rules().largestParty(), context.venue().phone());
  }

  static LocalDateTime local(Reservation reservation, Venue venue) {
    return reservation.period().from().atZone(venue.zone()).toLocalDateTime();
  }

  private static Map<String, Object> alternative(Alternative alternative) {
    Map<String, Object> facts = when(alternative.at());
    if (!alternative.zone().isEmpty()) {
      facts.put("zone", alternative.zone());
    }
    return facts;
  }

  private static Map<String, Object> when(LocalDateTime at) {
    Map<String, Object> when = new LinkedHashMap<>();
    when.put("date", at.toLocalDate().toString());
    when.put("time", CLOCK.format(at));
    return when;
  }
}
