package io.conserje.conversation.builtin;

import io.conserje.conversation.ToolResult;
import io.conserje.venue.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A table from the first wish to the entry in the book. */
final class BookingTalk {

  private final Turn turn;
  private final Memory memory;
  private final Offers offers;
  private final Questions questions;
  private final BookCalls calls;
  private final Naming naming;
  private final WaitlistTalk waitlist;
  private final GroupTalk group;
  private final PhoneTalk phones;
  private final Relative relative;
  private final BookingAnswers answers;

  BookingTalk(Turn turn, WaitlistTalk waitlist) {
    this.turn = turn;
    this.memory = turn.memory();
    this.offers = new Offers(turn);
    this.questions = new Questions(turn);
    this.calls = new BookCalls(turn);
    this.naming = new Naming(turn);
    this.waitlist = waitlist;
    this.group = new GroupTalk(turn);
    this.phones = new PhoneTalk(turn);
    this.relative = new Relative(turn);
    this.answers = new BookingAnswers(turn, waitlist, this::next);
  }

  /** Null if the message is not about a booking. */
  Reply hear(Understanding heard, boolean asksHouse) {
    boolean underWay = memory.wish.begun() || memory.asked != Asked.NOTHING;
    boolean onlyHours = heard.about(Topic.HOURS) && heard.party() == null;
    Understanding said = onlyHours && !heard.about(Topic.BOOK) ? heard.withoutDay() : heard;
    boolean meant = said.intent() == Intent.BOOK && !(onlyHours && heard.question());
    boolean books = said.about(Topic.BOOK) || said.about(Topic.WAITLIST) || meant;
    books |= !memory.booked.isEmpty() && Standing.another(memory.text);
    boolean names = said.day() != null || said.time() != null || said.party() != null;
    boolean asksOnly = said.intent() == Intent.QUESTION && !names;
    boolean ofAnother = memory.asked.ofWhatStands();
    if (ofAnother && !memory.wish.begun() && !books && !names) {
      return null;
    }
    boolean resumes = !underWay && Resuming.in(memory, said);
    if (!underWay && !resumes && (asksOnly || !said.wishes() && !books)) {
      memory.knownName = said.name() == null ? memory.knownName : said.name();
      return null;
    }
    boolean nothingToAdd = memory.asked == Asked.NOTES;
    boolean off =
        said.about(Topic.DROP) && (!said.wishes() && !nothingToAdd || Dropping.clear(memory.text))
            || Dropping.forAnotherTime(memory.text)
            || gives(said, memory.text);
    boolean instead =
        (said.day() != null || said.time() != null)
            && Standing.otherwise(memory.text)
            && !Dropping.forAnotherTime(memory.text);
    boolean cancels = said.about(Topic.CANCEL) && !HouseQuestions.ofCancelling(memory.text);
    if (underWay && !instead && (off || cancels)) {
      Wish before = memory.wish;
      memory.dropWish();
      memory.dropped = before;
      memory.unknown = "";
      return Reply.say(turn.say().dropped());
    }
    if (resumes) {
      memory.wish = memory.dropped;
      memory.dropped = Wish.NONE;
      return next();
    }
    boolean answers = said.answer() != YesNo.NEITHER || said.name() != null || said.phone() != null;
    return asksHouse && !said.wishes() && !answers && underWay ? null : take(said);
  }

  /** {@code dice que mejor no, que lo dejamos}. */
  private static boolean gives(Understanding said, String text) {
    return said.answer() == YesNo.NO && !said.wishes() && Dropping.clear(text);
  }

  private Reply take(Understanding heard) {
    Wish before = memory.wish;
    memory.wish = corrected(heard);
    if (heard.about(Topic.WEEKEND) && memory.wish.date() == null) {
      return ask(Asked.DATE, turn.say().whichOfTheWeekend());
    }
    if (heard.day() != null && heard.day().contradictory()) {
      memory.addAside(turn.say().contradictory(heard.day().date()));
    }
    if (memory.wish.date() == null) {
      String none = NoSuchDay.in(memory.text, turn.table());
      if (!none.isEmpty()) {
        return ask(Asked.DATE, none + " " + turn.say().askDate());
      }
    }
    boolean changed = !memory.wish.equals(before);
    boolean asked = memory.asked == Asked.NOTES;
    if (heard.notes() != null && !asked && !Objects.equals(before.notes(), memory.wish.notes())) {
      memory.addAside(turn.table().noted());
    }
    boolean sameTable = calls.key(memory.wish).equals(calls.key(before));
    boolean firstTable = calls.key(before).isEmpty();
    memory.waits = memory.waits && (sameTable || firstTable) || heard.about(Topic.WAITLIST);
    memory.misses = changed || heard.answer() != YesNo.NEITHER ? 0 : memory.misses;
    boolean full = memory.asked == Asked.OFFER || memory.asked == Asked.OTHER_MOMENT;
    if (heard.about(Topic.WAITLIST)
        && waitlist.possible()
        && (full || memory.asked == Asked.WAITLIST)) {
      return waitlist.join();
    }
    Reply reply = answers.to(heard, before, changed);
    if (reply != null) {
      return reply;
    }
    boolean numbered =
        memory.asked == Asked.PHONE && !phones.missing() || memory.asked == Asked.NOTES;
    boolean lost =
        !changed && !numbered && before.begun() && !heard.about(Topic.BOOK) && unclear(heard);
    return lost ? null : next();
  }

  private static boolean unclear(Understanding heard) {
    return (heard.answer() == YesNo.NEITHER || heard.question())
        && !heard.wishes()
        && heard.name() == null
        && heard.phone() == null
        && heard.choice() == Choice.NONE
        && !heard.about(Topic.WAITLIST)
        && !heard.about(Topic.OTHER_DAY)
        && !heard.about(Topic.OTHER_TIME);
  }

  private Wish corrected(Understanding heard) {
    boolean shifted = !memory.shift.none();
    Offer offered =
        memory.asked == Asked.OFFER && !shifted && !heard.about(Topic.WAITLIST)
            ? offers.chosen(heard)
            : null;
    Wish wish = relative.asBefore(memory.wish.after(heard));
    boolean readBack =
        memory.asked == Asked.CONFIRM && heard.name() == null
            || Naming.respells(heard, memory.text);
    wish =
        wish.withName(
            readBack
                ? Naming.respelled(memory.wish.name(), memory.text)
                : Naming.mended(memory.wish.name(), wish.name(), memory.text));
    wish =
        memory.asked == Asked.PHONE
            ? wish.withName(Surname.added(memory.wish.name(), wish.name(), memory.text))
            : wish;
    wish = echoesHour(heard) ? wish.withParty(memory.wish.party()) : wish;
    wish = heard.day() == null ? wish : wish.withDate(relative.day(wish.date()));
    wish =
        Needs.seated(turn.venue().room(), wish.noting(Removals.without(memory.text, wish.notes())));
    if (offered != null) {
      memory.edge = null;
      return wish.at(offered);
    }
    if (heard.about(Topic.WAITLIST)
        && memory.wish.begun()
        && memory.asked != Asked.TIME
        && memory.asked != Asked.DATE) {
      return wish;
    }
    if (heard.about(Topic.OTHER_DAY) && heard.day() == null) {
      wish = wish.withDate(null);
    }
    boolean otherTime =
        heard.about(Topic.OTHER_TIME)
            || memory.edge != null
            || (heard.about(Topic.LATER) || heard.about(Topic.EARLIER))
                && memory.wish.begun()
                && !Dropping.putsOff(memory.text);
    if (otherTime && heard.time() == null) {
      wish = wish.withoutTime();
    }
    boolean anyHour =
        heard.about(Topic.ANY)
            && wish.time() == null
            && (memory.asked == Asked.TIME || AnyHour.in(memory.text));
    if (anyHour && wish.date() != null) {
      wish = AnyHour.of(wish, turn.hours());
    }
    if (heard.about(Topic.MY_NAME) && heard.name() == null && naming.byChannel()) {
      wish = wish.withName(naming.ofChannel());
    }
    if (wish.date() == null && !heard.about(Topic.OTHER_DAY) && memory.mentioned != null) {
      wish = wish.withDate(memory.mentioned);
      memory.mentioned = null;
    }
    return relative.moved(wish, memory.wish);
  }

  /** {@code put us on the list for 9}, of a table at nine: no number of people. */
  private boolean echoesHour(Understanding heard) {
    TimeWish time = memory.wish.time();
    return heard.about(Topic.WAITLIST)
        && heard.party() != null
        && memory.wish.party() != null
        && time != null
        && time.candidates().anyMatch(at -> at.getHour() % 12 == heard.party().size() % 12);
  }

  /** Asks for what is missing, or looks it up, or reads it back. */
  Reply next() {
    Wish wish = memory.wish;
    Sayings say = turn.say();
    int largest = turn.venue().rules().largestParty();
    if (wish.party() != null && wish.party() > largest) {
      memory.groupSaid = turn.said(memory.groupSaid);
      return group.handOver();
    }
    if (wish.date() != null && turn.hours().closedOn(wish.date()) && !late(wish)) {
      String closed = say.closedDay(wish.date());
      memory.wish = wish.withDate(null);
      return ask(Asked.DATE, closed + " " + say.askDate());
    }
    if (wish.date() != null
        && wish.time() == null
        && wish.part() != null
        && questions.services().isEmpty()) {
      return noSuchMeal(wish);
    }
    if (wish.party() == null) {
      boolean open = wish.date() != null && wish.time() == null;
      Asked first = open && AnyHour.asksWhich(memory.text) ? Asked.TIME : Asked.PARTY;
      return ask(first, questions.of(first));
    }
    if (wish.date() == null || wish.moment(turn.hours()) == null) {
      return ask(questions.missing(), questions.of(questions.missing()));
    }
    if (waitlist.agreed()) {
      return waitlist.join();
    }
    if (calls.key(wish).equals(memory.refused)) {
      return Reply.say(questions.offerAgain());
    }
    return calls.key(wish).equals(memory.free) ? nameAndReadBack() : check();
  }

  private Reply noSuchMeal(Wish wish) {
    List<Service> all = turn.hours().servicesOf(wish.date());
    String sorry = turn.say().noSuchMeal(wish.date(), wish.part(), all);
    memory.wish = wish.withoutPart();
    return ask(Asked.OTHER_MOMENT, sorry + " " + turn.say().otherDayOrTime());
  }

  /** A moment the house offered may lie after midnight, on a day that is else closed. */
  private static boolean late(Wish wish) {
    return wish.settled() != null;
  }

  private Reply ask(Asked asked, String question) {
    memory.asked = asked;
    boolean open = asked == Asked.PARTY || asked == Asked.DATE || asked == Asked.TIME;
    boolean again = open && turn.lastSaid().endsWith(question) && turn.request().steps().isEmpty();
    return Reply.say(again ? turn.say().fine() + " " + question : question);
  }

  private Reply check() {
    memory.asked = naming.known() ? Asked.NOTHING : Asked.NAME;
    return calls.check();
  }

  private Reply nameAndReadBack() {
    if (memory.wish.name() == null && memory.asked != Asked.NAME) {
      naming.propose();
    }
    if (memory.wish.name() == null) {
      return ask(Asked.NAME, turn.say().askName());
    }
    memory.wish = memory.wish.withName(Naming.fuller(memory.wish.name(), memory.knownName));
    if (phones.missing()) {
      return phones.ask(Task.TABLE);
    }
    return ask(Asked.CONFIRM, questions.of(Asked.CONFIRM));
  }

  /** Null if the result is another tool's. */
  Reply hear(ToolResult result) {
    return switch (result.name()) {
      case "check_availability" -> checked(result);
      case "create_reservation" -> created(result);
      default -> group.hear(result);
    };
  }

  private Reply checked(ToolResult result) {
    if (result.status().equals("free")) {
      memory.free = BookCalls.key(calls.asked(result));
      memory.refused = "";
      memory.tell = Facts.text(result.content(), "tell");
      memory.offers.clear();
      memory.asked = memory.asked == Asked.NAME && naming.known() ? Asked.NOTHING : memory.asked;
      boolean named = memory.wish.name() != null;
      Reply reply = next();
      boolean asksName = memory.asked == Asked.NAME && !named || memory.asked == Asked.PHONE;
      return asksName ? Reply.say(free(result) + " " + reply.text()) : reply;
    }
    return refused(result, "");
  }

  /** That there is a table, and when: what was corrected is heard to be understood. */
  private String free(ToolResult result) {
    return turn.table()
        .free(Facts.moment(calls.asked(result)), memory.wish.party(), memory.wish.zone());
  }

  private Reply created(ToolResult result) {
    if (result.status().equals("refused")) {
      boolean taken = Facts.text(result.content(), "reason").equals("full");
      return refused(result, taken ? turn.say().justTaken() : "");
    }
    memory.dropWish();
    memory.booked = Facts.text(result.content(), "reference");
    memory.wasLast(result.content());
    memory.knownName = Facts.text(result.content(), "name");
    return Reply.say("");
  }

  private Reply refused(ToolResult result, String because) {
    Refused refused = new Refused(turn, result.content(), calls.asked(result));
    memory.free = "";
    memory.refused = BookCalls.key(refused.asked());
    memory.full = refused.reason().equals("full") ? memory.refused : "";
    memory.offers = new ArrayList<>();
    Facts.list(result.content(), "alternatives").forEach(a -> memory.offers.add(Offer.of(a)));
    offers.ofTheMeal();
    return switch (refused.reason()) {
      case "party_too_large" -> group.handOver();
      case "party_too_small" ->
          ask(Asked.PARTY, turn.say().tooSmall() + " " + turn.say().askParty());
      case "name_missing" -> nameMissing();
      case "phone_invalid", "mobile_needed" -> badPhone();
      case "invalid_arguments" -> trouble();
      default -> offer(because.isEmpty() ? refused.why() : because);
    };
  }

  private Reply nameMissing() {
    memory.free = memory.refused;
    memory.refused = "";
    memory.wish = memory.wish.withName(null);
    return ask(Asked.NAME, turn.say().askName());
  }

  private Reply badPhone() {
    memory.free = memory.refused;
    memory.refused = "";
    return phones.refused(Task.TABLE);
  }

  private Reply trouble() {
    memory.asked = Asked.OTHER_MOMENT;
    return Reply.say(turn.say().engine().troubleOnOurSide(turn.phone()));
  }

  private Reply offer(String because) {
    if (waitlist.agreed()) {
      return waitlist.join();
    }
    if (memory.offers.isEmpty() && memory.fallback.isEmpty() && waitlist.possible()) {
      return waitlist.propose(because);
    }
    Reply instead = new SecondWish(turn).instead(this::next);
    if (instead != null) {
      return instead;
    }
    Sayings say = turn.say();
    if (memory.offers.isEmpty()) {
      return ask(Asked.OTHER_MOMENT, because + " " + say.otherDayOrTime());
    }
    Offer other = offers.alsoNamed(turn.heard());
    if (other != null) {
      memory.wish = memory.wish.at(other);
      return next();
    }
    String waits = waitlist.possible() ? turn.table().mayWait() + " " : "";
    return ask(Asked.OFFER, because + " " + waits + say.offer(memory.offers, memory.wish.date()));
  }
}
