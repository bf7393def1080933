package io.conserje.handoff;

import io.conserje.guest.Guest;
import io.conserje.guest.Staff;
import io.conserje.handoff.PersonRequest.Reason;
import io.conserje.handoff.PersonRequests.Waiting;
import io.conserje.inbound.DeliveryReport;
import io.conserje.inbound.InboundLedger;
import io.conserje.inbound.InboundMessage;
import io.conserje.outbound.Notice;
import io.conserje.outbound.Notices;
import io.conserje.venue.Staffing.Contact;
import io.conserje.venue.Venue;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * A ledger that knows the house's people: one of theirs who answers OK takes what they were told of
 * last, and a talk that begins while the house answers itself is theirs from the first word.
 */
public final class StaffedLedger implements InboundLedger {

  /** After that an OK is about something else. */
  private static final Duration STILL_ABOUT_IT = Duration.ofHours(2);

  private static final Set<String> MINE =
      Set.of(
          "ok",
          "okay",
          "oki",
          "vale",
          "voy",
          "mio",
          "mia",
          "lo llevo",
          "lo llevo yo",
          "la llevo yo",
          "lo cojo",
          "lo cojo yo",
          "me encargo",
          "me encargo yo",
          "yo me encargo",
          "mine",
          "i take it",
          "i ll take it",
          "i have it",
          "i ve got it");

  private final InboundLedger ledger;
  private final PersonRequests requests;
  private final CallPerson person;
  private final TakeOver takeOver;
  private final Notices notices;

  public StaffedLedger(
      InboundLedger ledger,
      PersonRequests requests,
      CallPerson person,
      TakeOver takeOver,
      Notices notices) {
    this.ledger = ledger;
    this.requests = requests;
    this.person = person;
    this.takeOver = takeOver;
    this.notices = notices;
  }

  @Override
  public Entry record(
      InboundMessage message,
      Venue venue,
      boolean overLimit,
      Function<Locale, String> politeLine,
      Instant now) {
    Optional<Contact> contact = contact(message, venue);
    if (contact.isPresent() && takes(contact.get(), message, venue, now)) {
      return ledger.record(message, venue, true, null, now);
    }
    Entry entry = ledger.record(message, venue, overLimit, politeLine, now);
    if (contact.isEmpty()
        && !entry.equals(Entry.FORGOTTEN)
        && venue.staff().answerNow(now.atZone(venue.zone()), venue.hours().holidays())) {
      person.fromTheFirstWord(venue, request(message, entry.conversation(), now), now);
    }
    return entry;
  }

  private static PersonRequest request(InboundMessage message, UUID conversation, Instant now) {
    String address = message.guestAddress();
    return new PersonRequest(
        Reason.OTHER,
        null,
        null,
        0,
        new Guest(message.guestName(), address.startsWith("+") ? address : ""),
        "",
        conversation,
        now);
  }

  private static Optional<Contact> contact(InboundMessage message, Venue venue) {
    return venue.staff().contacts().stream()
        .filter(contact -> contact.channel() == message.channel())
        .filter(contact -> contact.address().equals(message.guestAddress()))
        .findFirst();
  }

  private boolean takes(Contact contact, InboundMessage message, Venue venue, Instant now) {
    if (!MINE.contains(plain(message.text()))) {
      return false;
    }
    Optional<Waiting> last =
        requests.waiting(venue.id()).stream()
            .filter(Waiting::leftToPerson)
            .filter(waiting -> waiting.told() > 0)
            .filter(waiting -> waiting.toldAt().plus(STILL_ABOUT_IT).isAfter(now))
            .max(Comparator.comparing(Waiting::toldAt));
    last.ifPresent(waiting -> take(waiting, contact, message, venue, now));
    return last.isPresent();
  }

  private void take(
      Waiting waiting, Contact contact, InboundMessage message, Venue venue, Instant now) {
    Staff staff = new Staff(contact.name(), now);
    takeOver.takeOver(waiting.request().conversation(), staff, "staff:" + message.eventId());
    Guest guest = waiting.request().guest();
    String text =
        HandoverWording.in(venue.language()).yours((guest.name() + " " + guest.phone()).strip());
    String key = "yours:" + waiting.id() + ":" + message.eventId();
    notices.say(
        new Notice(
                venue.id(), contact.address(), venue.language(), text, key, now, contact.channel())
            .of(waiting.id()));
  }

  private static String plain(String text) {
    return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replaceAll("[^a-z]+", " ")
        .strip();
  }

  @Override
  public Optional<Entry> find(String provider, String eventId) {
    return ledger.find(provider, eventId);
  }

  @Override
  public void noVenue(InboundMessage message, Instant now) {
    ledger.noVenue(message, now);
  }

  @Override
  public void report(DeliveryReport report, UUID conversation, Instant now) {
    ledger.report(report, conversation, now);
  }
}
