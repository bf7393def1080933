package io.conserje.conversation.builtin;

import io.conserje.conversation.builtin.Ear.Situation;
import io.conserje.venue.Service;
import io.conserje.venue.Venue;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** All that is understood in one sentence, by the names that docs/conversations.md gives it. */
public final class SentenceSlots {

  private static final Map<String, Asked> ASKED =
      Map.ofEntries(
          Map.entry("people", Asked.PARTY),
          Map.entry("adults", Asked.PARTY),
          Map.entry("date", Asked.DATE),
          Map.entry("time", Asked.TIME),
          Map.entry("name", Asked.NAME),
          Map.entry("phone", Asked.PHONE),
          Map.entry("email", Asked.EMAIL),
          Map.entry("zone", Asked.ZONE),
          Map.entry("notes", Asked.NOTES),
          Map.entry("confirm", Asked.CONFIRM),
          Map.entry("offer", Asked.OFFER),
          Map.entry("which", Asked.CANCEL_WHICH),
          Map.entry("reference", Asked.REFERENCE),
          Map.entry("arrival", Asked.ARRIVAL),
          Map.entry("departure", Asked.DEPARTURE),
          Map.entry("nights", Asked.NIGHTS),
          Map.entry("room", Asked.ROOM));

  /** Who comes with one of these wants nothing booked. */
  private static final Set<Intent> NO_WISH =
      EnumSet.of(
          Intent.PERSON,
          Intent.COMPLAINT,
          Intent.EMERGENCY,
          Intent.ABUSE,
          Intent.GREET,
          Intent.THANKS,
          Intent.BYE,
          Intent.OTHER);

  private final Venue venue;
  private final Asked asked;
  private final Understanding heard;
  private final Map<String, Object> slots = new LinkedHashMap<>();

  private SentenceSlots(Venue venue, Asked asked, Understanding heard) {
    this.venue = venue;
    this.asked = asked;
    this.heard = heard;
  }

  /**
   * @param now in the venue's zone
   * @param asked what the house has just asked, as docs/conversations.md names it; null for nothing
   * @return dates and times as text, numbers, or true and false; what is not there was not found
   */
  public static Map<String, Object> read(
      Venue venue, ZonedDateTime now, String asked, String text) {
    Asked question = asked == null ? Asked.NOTHING : ASKED.getOrDefault(asked, Asked.NAME);
    boolean begun = question != Asked.NOTHING && question != Asked.PARTY;
    Wish wish = begun ? new Wish(2, null, null, null, null, null, null, null) : Wish.NONE;
    Tongue house = Tongue.of(venue.language().getLanguage());
    Situation situation = new Situation(now.toLocalDateTime(), question, null, house, wish, venue);
    return new SentenceSlots(venue, question, Ear.hear(text, situation)).slots();
  }

  private Map<String, Object> slots() {
    put("intent", heard.intent() == null ? null : heard.intent().code());
    put("name", heard.name());
    put("phone", heard.phone());
    put("email", heard.email());
    put("reference", heard.reference());
    answer();
    if (heard.intent() == null || !NO_WISH.contains(heard.intent())) {
      wishes();
    }
    return slots;
  }

  private void answer() {
    boolean yesOrNo = asked == Asked.CONFIRM || asked == Asked.OFFER;
    boolean takes =
        asked == Asked.OFFER && (heard.choice() != Choice.NONE || heard.about(Topic.ANY));
    if (yesOrNo && heard.answer() != YesNo.NEITHER) {
      put("answer", heard.answer() == YesNo.YES);
    } else if (takes) {
      put("answer", true);
    }
  }

  private void wishes() {
    boolean rooms = !venue.lodging().types().isEmpty();
    boolean asks = heard.intent() == Intent.QUESTION;
    if (rooms) {
      stay(asks);
    } else {
      table(asks);
    }
    if (!asks) {
      remarks();
    }
  }

  private void stay(boolean asks) {
    Stay stay = heard.stay();
    if (asked == Asked.TIME && heard.time() != null) {
      put("time", time(null));
    }
    put("arrival", stay.arrival());
    put("departure", stay.departure());
    if (!asks) {
      boolean days = stay.arrival() != null && stay.departure() != null;
      put("nights", days ? null : stay.nights());
      put("adults", stay.adults());
      put("children", stay.children());
      put("cots", stay.cots());
      put("room", stay.room());
    }
  }

  private void table(boolean asks) {
    LocalDate date = heard.day() == null ? null : heard.day().date();
    put("date", date);
    put("time", heard.time() == null ? null : time(date));
    if (asks) {
      return;
    }
    boolean counted = heard.party() != null && !heard.party().relative();
    put("people", counted ? heard.party().size() : null);
    put("zone", heard.zone() == null || heard.zone().isEmpty() ? null : heard.zone());
  }

  private void remarks() {
    Needs.put(heard.notes(), slots);
    put("notes", Needs.rest(heard.notes()));
    slots.remove("wheelchair");
  }

  private LocalTime time(LocalDate date) {
    if (date != null) {
      return heard.time().on(date, heard.part(), venue.hours()).toLocalTime();
    }
    return heard
        .time()
        .candidates()
        .filter(t -> heard.part() == null || heard.part().holds(t.getHour()))
        .filter(t -> venue.hours().services().stream().anyMatch(s -> takes(s, t)))
        .findFirst()
        .orElseGet(() -> heard.time().candidates().findFirst().orElseThrow());
  }

  private static boolean takes(Service service, LocalTime time) {
    boolean began = !time.isBefore(service.firstBooking());
    boolean ended = time.isAfter(service.lastBooking());
    return service.endsAfterMidnight() ? began || !ended : began && !ended;
  }

  private void put(String slot, Object value) {
    if (value instanceof LocalDate || value instanceof LocalTime) {
      slots.put(slot, value.toString());
    } else if (value != null) {
      slots.put(slot, value);
    }
  }
}
