package io.conserje.reservation;

import io.conserje.outbound.Notice;
import io.conserje.outbound.NoticeFacts;
import io.conserje.outbound.NoticeWording;
import io.conserje.outbound.Notices;
import io.conserje.outbound.Notices.Said;
import io.conserje.venue.Correspondence.Occasion;
import io.conserje.venue.Venue;
import io.conserje.venue.Venues;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the guest of a booking that needs a yes by message, in the transaction that writes it, and
 * says so when no yes came in time.
 */
public final class ConfirmByMessage implements BookWatcher {

  private static final Logger LOG = LoggerFactory.getLogger(ConfirmByMessage.class);

  private final Notices notices;
  private final Venues venues;

  public ConfirmByMessage(Notices notices, Venues venues) {
    this.notices = notices;
    this.venues = venues;
  }

  @Override
  public void written(Entry entry, Reservation made, Act act) {
    ask(entry.wish().venue(), made, act);
  }

  /** What was asked before is not what is booked now. */
  @Override
  public void rewritten(Reservation before, Entry entry, Reservation after, Act act) {
    ask(entry.wish().venue(), after, act);
  }

  private void ask(Venue venue, Reservation made, Act act) {
    if (!(made.standing() instanceof Standing.Pending(Instant until)) || !byMessage(venue, made)) {
      return;
    }
    LocalDateTime answerBy = until.atZone(venue.zone()).toLocalDateTime();
    say(
        venue,
        made,
        act,
        Occasion.CONFIRMATION,
        answerBy,
        (words, at) ->
            words.toConfirm(
                venue.name(),
                at,
                made.party().size(),
                made.guest().name(),
                made.reference(),
                answerBy));
  }

  @Override
  public void moved(Reservation before, Reservation after, Act act) {
    if (!(before.standing() instanceof Standing.Pending)
        || !(after.standing() instanceof Standing.Expired)) {
      return;
    }
    Venue venue = venues.byId(before.venue()).orElseThrow();
    if (byMessage(venue, before)) {
      say(
          venue,
          before,
          act,
          Occasion.NOT_CONFIRMED,
          null,
          (words, at) ->
              words.notConfirmed(venue.name(), at, before.party().size(), before.reference()));
    }
  }

  private static boolean byMessage(Venue venue, Reservation made) {
    String phone = made.guest().phone();
    return !phone.isBlank() && !venue.rules().policy().landline(phone);
  }

  private void say(
      Venue venue,
      Reservation about,
      Act act,
      Occasion occasion,
      LocalDateTime until,
      BiFunction<NoticeWording, LocalDateTime, String> text) {
    Locale language = language(venue, about);
    LocalDateTime at = about.period().from().atZone(venue.zone()).toLocalDateTime();
    Notice notice =
        new Notice(
            venue.id(),
            about.guest().phone(),
            language,
            text.apply(NoticeWording.in(language), at),
            "confirmation:" + act.key(),
            act.at());
    Said said =
        notices.say(
            notice.about(
                occasion,
                NoticeFacts.of(
                    about.guest(), at, about.party().size(), about.reference(), until, language)));
    if (said instanceof Said.Unreachable) {
      LOG.info("Booking {} waits for a yes aloud: its guest cannot be written to.", about.id());
    }
  }

  private static Locale language(Venue venue, Reservation about) {
    String spoken = about.details().language();
    return spoken.isEmpty() ? venue.language() : Locale.forLanguageTag(spoken);
  }
}
