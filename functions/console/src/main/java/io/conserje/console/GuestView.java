package io.conserje.console;

import io.conserje.guest.GuestRecord;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;

/**
 * A guest, as the API shows it.
 *
 * @param tier {@code regular}, {@code frequent}, {@code vip} or {@code premium}
 * @param tierSetByStaff false: the visits say it
 * @param lastVisit when it began, UTC; null without one
 */
@Serdeable
record GuestView(
    String id,
    String venue,
    String name,
    List<String> alsoKnownAs,
    String language,
    List<Reached> addresses,
    List<Preference> preferences,
    List<Note> notes,
    int visits,
    int noShows,
    int upcoming,
    String lastVisit,
    String tier,
    boolean tierSetByStaff,
    List<OptOut> optOuts) {

  /**
   * Where the guest does not want to be written to.
   *
   * @param saidBy {@code guest}, which counts for every channel, or {@code provider}
   */
  @Serdeable
  record OptOut(String address, String channel, String saidBy, String since) {}

  /**
   * @param kind {@code phone}, {@code whatsapp} or {@code email}
   */
  @Serdeable
  record Reached(String kind, String address) {}

  @Serdeable
  record Preference(String name, String value, String who, String at) {}

  @Serdeable
  record Note(String note, String who, String at) {}

  static GuestView of(GuestRecord guest) {
    Instant last = guest.visits().last();
    return new GuestView(
        guest.id().toString(),
        guest.venue().value(),
        guest.name(),
        guest.alsoKnownAs(),
        guest.language().isEmpty() ? null : guest.language(),
        guest.addresses().stream().map(a -> new Reached(a.kind().code(), a.value())).toList(),
        guest.preferences().stream()
            .map(p -> new Preference(p.name(), p.value(), p.who(), p.at().toString()))
            .toList(),
        guest.notes().stream().map(n -> new Note(n.note(), n.who(), n.at().toString())).toList(),
        guest.visits().visits(),
        guest.visits().noShows(),
        guest.visits().ahead(),
        last == null ? null : last.toString(),
        guest.tier().code(),
        guest.tierBySay(),
        guest.optOuts().stream()
            .map(o -> new OptOut(o.address(), o.channel(), o.saidBy(), o.since().toString()))
            .toList());
  }
}
