package io.conserje.conversation.builtin;

import io.conserje.conversation.builtin.DateWords.Day;
import io.conserje.conversation.builtin.Intents.Guess;
import io.conserje.conversation.builtin.PartyWords.Party;
import io.conserje.venue.Holidays;
import io.conserje.venue.Venue;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;

/**
 * Turns a message into what it says. What was asked decides how a bare number or a bare word is to
 * be read.
 */
final class Ear {

  /**
   * What one has to know to understand a message.
   *
   * @param tongue the conversation's language so far, or null at its beginning
   * @param otherwise the language where the words do not tell
   * @param wish what is known of the booking already
   * @param venue whose rooms, zones and holidays guests name; null for none in particular
   * @param stands what a bare number may be about; or null
   */
  record Situation(
      LocalDateTime now,
      Asked asked,
      Tongue tongue,
      Tongue otherwise,
      Wish wish,
      Venue venue,
      HourOrParty stands) {

    Situation(
        LocalDateTime now, Asked asked, Tongue tongue, Tongue otherwise, Wish wish, Venue venue) {
      this(now, asked, tongue, otherwise, wish, venue, null);
    }
  }

  private static final double CLEAR = 0.6;

  /** A bare number as large is nobody's party. */
  private static final int CROWD = 300;

  private final Situation situation;
  private final Words words;
  private final Tongue tongue;
  private final boolean media;
  private boolean changing;
  private Day day;
  private TimeWish time;
  private PartOfDay part;
  private Party party;
  private String name;
  private String phone;
  private String email;
  private Stay stay = Stay.NONE;
  private String zone;
  private String notes;
  private String reference;
  private YesNo answer = YesNo.NEITHER;
  private boolean assents;
  private int choice = Choice.NONE;

  private Ear(String message, Situation situation) {
    String text = message.strip();
    boolean bracketed = text.startsWith("[") && text.indexOf(']') > 0;
    String said = bracketed ? text.substring(text.indexOf(']') + 1) : text;
    this.media = bracketed && said.isBlank() || said.isBlank();
    this.situation = situation;
    this.words = Words.of(Pointing.otherWeek(Courtesy.without(Homophones.mended(said))));
    this.tongue = LanguageWords.of(words, situation.tongue(), situation.otherwise());
  }

  static Understanding hear(String message, Situation situation) {
    return new Ear(message, situation).hear();
  }

  private Understanding hear() {
    Intents.Heard meant = Intents.hear(words, situation.venue());
    changing = meant.guess().intent() == Intent.CHANGE && meant.guess().likely() > CLEAR;
    addresses();
    Ages.pass(words, tongue);
    Set<Topic> topics = TopicWords.heard(words, phone != null);
    name = situation.asked().takesName() ? WholeName.in(words) : null;
    name = name != null ? name : NameWords.introduced(words);
    reference = References.in(words, situation.asked());
    name = name == null ? References.named(words, reference) : name;
    lodging();
    choice = situation.asked().takesChoice() ? Choice.in(words) : choice;
    dayAndHour();
    party = PartyWords.in(words, tongue, changing);
    zone = HouseZones.in(words, situation.venue());
    notes = rooms() ? notes : Extras.notes(words);
    answer = YesNo.in(words);
    answer = ShortAnswers.refuses(words, situation.asked(), time) ? YesNo.NO : answer;
    assents =
        Assent.in(words.text(), situation.asked())
            || ShortAnswers.slipped(words, situation.asked());
    answer = assents ? YesNo.YES : answer;
    askedNotes();
    amendedParty();
    ofTheOccasion();
    bareName();
    bareNumbers(topics);
    return new Understanding(
        tongue,
        day,
        time,
        part,
        party,
        name,
        phone,
        email,
        zone,
        notes,
        reference,
        answer,
        choice,
        stay,
        settled(meant, topics),
        meant.all(),
        topics,
        media,
        words.asks());
  }

  private Intent settled(Intents.Heard meant, Set<Topic> topics) {
    Guess guess = meant.guess();
    boolean wishes = day != null || time != null || party != null || stay.begun() || zone != null;
    boolean says = wishes || notes != null || name != null || phone != null || email != null;
    boolean mine = situation.asked().takesName() && topics.contains(Topic.MY_NAME);
    boolean answers =
        mine || says || reference != null || answer != YesNo.NEITHER || choice != Choice.NONE;
    boolean unsure = guess.intent() == Intent.QUESTION && guess.likely() < CLEAR;
    boolean whole =
        rooms()
            ? stay.arrival() != null && (stay.departure() != null || stay.room() != null)
            : day != null && party != null && (time != null || unsure && part != null);
    Intent intent =
        Intents.settled(
            rooms() ? guess : FreshWish.meant(guess, words, time, whole || ofAGroup()),
            situation.asked(),
            answers,
            wishes,
            whole,
            rooms(),
            rooms() ? ofHouse(topics) : FreshWish.beside(ofHouse(topics), meant, words.text()));
    return ofWhatStands(intent, wishes) ? Intent.CHANGE : intent;
  }

  /** {@code about booking HH4832, there'll be 7 of us}: who tells its code has a booking. */
  private boolean ofWhatStands(Intent intent, boolean wishes) {
    return reference != null && wishes && (intent == Intent.BOOK || intent == Intent.STAY);
  }

  private boolean ofAGroup() {
    return day != null && FreshWish.ofAGroup(party, situation.venue(), words.text());
  }

  private Intents.OfHouse ofHouse(Set<Topic> topics) {
    boolean wanted = topics.stream().anyMatch(HouseQuestions.ABOUT_BOOKINGS::contains);
    return new Intents.OfHouse(
        Asking.sounds(words.text()), !HouseQuestions.meant(words.text()).isEmpty(), wanted);
  }

  private boolean rooms() {
    return situation.venue() != null && !situation.venue().lodging().types().isEmpty();
  }

  private void addresses() {
    email = EmailWords.in(words);
    String house = situation.venue() == null ? "+34" : situation.venue().phone();
    phone = PhoneWords.in(words, tongue, house);
  }

  private void lodging() {
    if (rooms()) {
      LocalDate today = situation.now().toLocalDate();
      Words rest = words.copy();
      boolean over = PastStay.only(words.text());
      stay =
          over
              ? Stay.NONE
              : StayWords.in(rest, tongue, today, situation.asked(), situation.venue());
      notes = RoomWishes.in(rest);
      if (notes != null && situation.asked().takesName() && name == null) {
        words.useAll(rest);
      }
    }
  }

  private void dayAndHour() {
    if (situation.asked() == Asked.PHONE && BareNumbers.areFigures(words, tongue)) {
      return;
    }
    soon();
    part = PartOfDay.in(words);
    day =
        day != null
            ? day
            : DateWords.in(words, tongue, situation.now().toLocalDate(), holidays(), changing);
    time = time != null ? time : TimeWords.in(words, tongue, changing);
    if (time != null && part != null) {
      time = time.in(part);
    }
  }

  private void askedNotes() {
    boolean none = answer == YesNo.NO || words.asks() || media || ShortAnswers.nothing(words);
    if (notes == null && situation.asked() == Asked.NOTES && !none && words.size() > 0) {
      notes = words.said(0, words.size());
    }
  }

  /** {@code menú infantil para 12 niños}, where a group is asked what else there is to know. */
  private void ofTheOccasion() {
    if (situation.asked() == Asked.NOTES && party != null && !AmendedParty.countsAll(words)) {
      party = null;
    }
  }

  private Holidays holidays() {
    return situation.venue() == null ? Holidays.NONE : situation.venue().hours().holidays();
  }

  /** {@code en una hora}, {@code in half an hour}. */
  private void soon() {
    Hit<Integer> minutes = SoonWords.in(words, tongue);
    if (minutes != null) {
      LocalDateTime quarter = SoonWords.quarterAfter(situation.now(), minutes.value());
      day = Day.of(quarter.toLocalDate());
      time = TimeWish.exactly(quarter.toLocalTime());
    }
  }

  private void bareName() {
    if (name == null && situation.asked().takesName()) {
      name = NameWords.answer(words);
      name = name == null && words.asks() ? NameWords.besideAsking(words) : name;
      boolean room = name != null && rooms() && situation.venue().lodging().type(name).isPresent();
      name = room ? null : name;
    } else if (name == null
        && (situation.wish().begun()
            || party != null
            || day != null
            || stay.begun()
            || situation.asked() != Asked.NOTHING)
        && !agreed()) {
      name =
          NameWords.unasked(
              words, situation.asked() == Asked.CONFIRM, situation.wish().name() != null);
      name = PhoneTalk.leads(name, phone, situation.asked()) ? null : name;
    }
  }

  /** {@code Splendid, yes}: a word beside a yes corrects no name that was read back. */
  private boolean agreed() {
    boolean said = assents || words.size() <= 3;
    return situation.asked() == Asked.CONFIRM && answer == YesNo.YES && said;
  }

  /** How many come was said before, and no hour is asked for. */
  private void amendedParty() {
    Asked asked = situation.asked();
    boolean other =
        situation.asked().wantsTime()
            || asked == Asked.CANCEL_WHICH
            || asked == Asked.PHONE && (phone != null || !AmendedParty.outright(words))
            || asked == Asked.DATE;
    boolean before =
        party != null
            ? !party.relative()
            : situation.wish().party() != null
                || time != null && AmendedParty.settles(words, tongue);
    Hit<Integer> number = before && !other ? AmendedParty.in(words, tongue) : null;
    if (number == null || party != null && !AmendedParty.corrects(words, number)) {
      return;
    }
    party = null;
    boolean hour = number.value() > 12 && number.value() < 24;
    if (hour && time == null) {
      takeHour(number);
    } else {
      takeParty(number);
    }
  }

  private void takeHour(Hit<Integer> number) {
    time = TimeWish.of(number.value(), 0);
    words.use(number);
  }

  private void bareNumbers(Set<Topic> topics) {
    if (party == null && situation.asked() == Asked.PARTY) {
      Hit<Integer> meant = BareNumbers.party(words, tongue);
      if (meant != null) {
        takeParty(meant);
      }
    }
    for (int i = 0; i < words.size(); i++) {
      boolean ofThose = words.is(i - 1, "las", "los") && words.is(i - 2, "de");
      if (words.used(i) || ofThose) {
        continue;
      }
      if (situation.asked().wantsTime() && time == null && bareTime(i)) {
        continue;
      }
      Hit<Integer> number = BareNumbers.at(words, i, tongue);
      boolean article = Numbers.article(words.plain(i)) && words.size() > 2;
      boolean elsewhere =
          BareNumbers.ofAnotherHour(words, number, time)
              || words.is(i - 1, "than", "gone", "til", "till", "until", "past", "hasta", "tras");
      boolean things =
          number != null
              && situation.asked() == Asked.NOTHING
              && BareNumbers.countThings(words, number);
      if (number != null && !article && !elsewhere && !things) {
        bareNumber(number, topics);
      }
    }
  }

  private boolean bareTime(int i) {
    Hit<Integer> number = Numbers.at(words, i, tongue);
    if (number != null
        && situation.asked() == Asked.OFFER
        && choice == Choice.NONE
        && number.value() <= 9) {
      choice = number.value();
    }
    time =
        Numbers.article(words.plain(i)) && words.size() > 2
            ? null
            : TimeWords.bare(words, i, tongue);
    time = time == null ? null : time.in(part);
    return time != null;
  }

  private void bareNumber(Hit<Integer> number, Set<Topic> topics) {
    boolean alone = words.size() == number.to() - number.from();
    if (alone && !situation.asked().takesNumber(situation.wish().begun())) {
      return;
    }
    switch (situation.asked()) {
      case PARTY, CONFIRM -> takeParty(number);
      case NAME -> {
        if (words.size() <= (situation.stands() == null ? 2 : 4) && name == null) {
          takeParty(number);
        }
      }
      case DATE -> takeDay(number);
      case CANCEL_WHICH -> choice = choice == Choice.NONE ? number.value() : choice;
      default -> {
        if (party != null && party.relative() && number.value() > 1) {
          party = new Party(number.value(), false);
          return;
        }
        boolean booking =
            situation.wish().begun()
                || day != null
                || party != null
                    && words.opens(number.from())
                    && words.is(number.to(), "then", "pues")
                || topics.contains(Topic.BOOK);
        boolean free = situation.wish().party() == null || BareNumbers.beforeHour(words, number);
        if (party == null && free && (booking || words.size() <= 2)) {
          takeParty(number);
        } else if (booking
            && words.size() <= 8
            && time == null
            && situation.wish().time() == null
            && number.value() <= 24) {
          time = TimeWish.of(number.value(), 0).in(part);
        }
      }
    }
  }

  private void takeParty(Hit<Integer> number) {
    HourOrParty stands = situation.stands();
    if (party == null && time == null && stands != null && stands.hour(words, number)) {
      takeHour(number);
    } else if (party == null && number.value() > 0 && number.value() < CROWD) {
      party = new Party(number.value(), false);
      words.use(number);
    }
  }

  private void takeDay(Hit<Integer> number) {
    Words asDay = Words.of("el " + number.value());
    LocalDate today = situation.now().toLocalDate();
    if (day == null && number.value() <= 31) {
      day = DateWords.in(asDay, Tongue.SPANISH, today);
      words.use(number);
    }
  }
}
