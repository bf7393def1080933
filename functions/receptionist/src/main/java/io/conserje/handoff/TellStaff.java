package io.conserje.handoff;

import io.conserje.conversation.SpokenDays;
import io.conserje.outbound.Notice;
import io.conserje.outbound.Notices;
import io.conserje.outbound.Notices.Said;
import io.conserje.venue.Channel;
import io.conserje.venue.Correspondence.Occasion;
import io.conserje.venue.Staffing.Contact;
import io.conserje.venue.Staffing.Fact;
import io.conserje.venue.Venue;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the house's people of a request: the first of them, then that one again and the next. */
final class TellStaff {

  private static final Logger LOG = LoggerFactory.getLogger(TellStaff.class);

  private final PersonRequests requests;
  private final Notices notices;

  TellStaff(PersonRequests requests, Notices notices) {
    this.requests = requests;
    this.notices = notices;
  }

  /**
   * @param step how many times staff have been told before
   * @param since when they were told last, or were to be told first: of another time it is said
   *     again
   */
  void tell(
      Venue venue,
      UUID id,
      PersonRequest request,
      String summary,
      boolean waits,
      int step,
      Instant since,
      Instant now) {
    List<Contact> contacts = venue.staff().contacts();
    IntStream.rangeClosed(step - 1, step)
        .filter(i -> i >= 0 && i < contacts.size())
        .forEach(i -> {
          String key = "staff:" + id + ":" + since.toEpochMilli() + ":" + step + ":" + i;
          Contact contact = contacts.get(i);
          String text = text(venue, request, summary, waits && contact.canAnswer());
          Notice notice =
              new Notice(
                      venue.id(),
                      contact.address(),
                      venue.language(),
                      text,
                      key,
                      now,
                      contact.channel())
                  .of(id);
          say(venue, contact, notice.about(Occasion.STAFF, facts(venue, contact, request)));
        });
    requests.told(venue.id(), id, step + 1, now);
  }

  private void say(Venue venue, Contact contact, Notice notice) {
    if (notices.say(notice) instanceof Said.Unreachable) {
      LOG.warn(
          "A contact of {} is not told of a guest who waits: the house has no address on {} to write"
              + " from.",
          venue.id().value(),
          contact.channel().code());
    }
  }

  /** For a template, and for a program that reads what is on the house's list by its name. */
  private static Map<String, String> facts(Venue venue, Contact contact, PersonRequest request) {
    Map<String, String> facts = new HashMap<>();
    facts.put("name", contact.name());
    if (contact.channel() == Channel.WEBHOOK) {
      facts.put("reason", request.reason().code());
      facts.put("conversation", Objects.toString(request.conversation(), ""));
      venue.staff().list().forEach(fact -> facts.put(named(fact), plain(fact, request)));
      facts.values().removeIf(String::isEmpty);
    }
    return facts;
  }

  private static String named(Fact fact) {
    return switch (fact) {
      case NAME -> "guest_name";
      case PHONE -> "guest_phone";
      default -> fact.name().toLowerCase(Locale.ROOT);
    };
  }

  private static String plain(Fact fact, PersonRequest request) {
    return switch (fact) {
      case NAME -> request.guest().name();
      case PHONE -> request.guest().phone();
      case DATE -> request.date() == null ? "" : request.date().toString();
      case TIME -> request.time() == null ? "" : request.time().toString();
      case PARTY_SIZE -> request.partySize() == 0 ? "" : String.valueOf(request.partySize());
      case NOTES -> request.notes();
    };
  }

  private static String text(Venue venue, PersonRequest request, String summary, boolean waits) {
    HandoverWording wording = HandoverWording.in(venue.language());
    List<String> facts =
        venue.staff().list().stream()
            .filter(fact -> !value(fact, request, venue).isEmpty())
            .map(fact -> wording.fact(fact, value(fact, request, venue)))
            .toList();
    return wording.call(venue.name(), request.reason(), facts, summary, waits);
  }

  private static String value(Fact fact, PersonRequest request, Venue venue) {
    SpokenDays days = SpokenDays.in(venue.language());
    return switch (fact) {
      case NAME -> request.guest().name();
      case PHONE -> request.guest().phone();
      case DATE -> request.date() == null ? "" : days.day(request.date());
      case TIME -> request.time() == null ? "" : days.time(request.time());
      case PARTY_SIZE -> request.partySize() == 0 ? "" : String.valueOf(request.partySize());
      case NOTES -> request.notes();
    };
  }
}
