package io.conserje.conversation.builtin;

import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolResult;
import io.conserje.venue.Service;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A table from the first wish to the entry in the book. */
final class BookingTalk {

  private final Turn turn;
  private final Memory memory;

  BookingTalk(Turn turn) {
    this.turn = turn;
    this.memory = turn.memory();
  }

  /** Null if the message is not about a booking. */
  Reply hear(Understanding heard, boolean asksHouse) {
    boolean underWay = memory.wish.begun() || memory.asked != Asked.NOTHING;
    boolean onlyHours = heard.about(Topic.HOURS) && heard.party() == null;
    Understanding said = onlyHours && !heard.about(Topic.BOOK) ? heard.withoutDay() : heard;
    if (!underWay && !said.wishes() && !said.about(Topic.BOOK)) {
      return null;
    }
    if (!underWay && changesWhatIsBooked(said)) {
      return Reply.say(turn.say().changeByPhone(turn.phone()));
    }
    if (underWay && (said.about(Topic.DROP) || said.about(Topic.CANCEL))) {
      memory.dropWish();
      return Reply.say(turn.say().dropped());
    }
    return asksHouse && !said.wishes() && said.answer() == YesNo.NEITHER && underWay
        ? null
        : take(said);
  }

  /** After a booking, "mejor somos cinco" is about that booking. */
  private boolean changesWhatIsBooked(Understanding heard) {
    boolean whole = heard.day() != null && (heard.party() != null || heard.time() != null);
    return !memory.booked.isEmpty() && !heard.about(Topic.BOOK) && !whole;
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
    boolean changed = !memory.wish.equals(before);
    memory.misses = changed || heard.answer() != YesNo.NEITHER ? 0 : memory.misses;
    Reply reply =
        switch (memory.asked) {
          case CONFIRM -> afterReadBack(heard, before, changed);
          case WHAT_TO_CHANGE -> changed ? null : afterWhatToChange(heard);
          case OFFER -> changed ? null : afterOffer(heard);
          case OTHER_MOMENT -> changed ? null : afterOtherMoment(heard);
          default -> null;
        };
    if (reply != null) {
      return reply;
    }
    boolean lost = !changed && before.begun() && !heard.about(Topic.BOOK) && unclear(heard);
    return lost ? null : next();
  }

  private static boolean unclear(Understanding heard) {
    return (heard.answer() == YesNo.NEITHER || heard.question())
        && !heard.wishes()
        && heard.name() == null
        && heard.choice() == Choice.NONE
        && !heard.about(Topic.OTHER_DAY)
        && !heard.about(Topic.OTHER_TIME);
  }

  private Wish corrected(Understanding heard) {
    LocalDateTime offered = memory.asked == Asked.OFFER ? chosen(heard) : null;
    Wish wish = memory.wish.after(heard);
    if (offered != null) {
      return wish.at(offered);
    }
    if (heard.about(Topic.OTHER_DAY) && heard.day() == null) {
      wish = wish.withDate(null);
    }
    boolean otherTime =
        heard.about(Topic.OTHER_TIME)
            || (heard.about(Topic.LATER) || heard.about(Topic.EARLIER)) && memory.wish.begun();
    if (otherTime && heard.time() == null) {
      wish = wish.withTime(null);
    }
    if (memory.asked == Asked.TIME && heard.about(Topic.ANY) && !services().isEmpty()) {
      wish = wish.withTime(TimeWish.exactly(services().getFirst().firstBooking()));
    }
    if (heard.about(Topic.MY_NAME) && heard.name() == null && namedByChannel()) {
      wish = wish.withName(turn.request().guest().name().strip());
    }
    if (wish.date() == null && !heard.about(Topic.OTHER_DAY) && memory.mentioned != null) {
      wish = wish.withDate(memory.mentioned);
      memory.mentioned = null;
    }
    return wish;
  }

  /** Which of the times on offer the guest takes; null if none, or not clearly. */
  private LocalDateTime chosen(Understanding heard) {
    List<LocalDateTime> offers = memory.offers;
    if (offers.isEmpty()) {
      return null;
    }
    LocalDateTime named = named(heard, offers);
    if (named != null || heard.time() != null && heard.choice() == Choice.NONE) {
      return named;
    }
    if (heard.choice() == Choice.LAST) {
      return offers.getLast();
    }
    if (heard.choice() > 0 && heard.choice() <= offers.size()) {
      return offers.get(heard.choice() - 1);
    }
    boolean takesAny =
        heard.about(Topic.ANY) || offers.size() == 1 && heard.answer() == YesNo.YES && !heard.wishes();
    return takesAny ? offers.getFirst() : direction(heard, offers);
  }

  private LocalDateTime named(Understanding heard, List<LocalDateTime> offers) {
    if (heard.time() == null && heard.day() == null) {
      return null;
    }
    List<LocalDateTime> fitting =
        offers.stream()
            .filter(o -> heard.day() == null || o.toLocalDate().equals(heard.day().date()))
            .filter(o -> heard.time() == null || isAt(o, heard.time()))
            .toList();
    boolean clear = fitting.size() == 1 || !fitting.isEmpty() && heard.time() != null;
    return clear ? fitting.getFirst() : null;
  }

  private static boolean isAt(LocalDateTime offer, TimeWish time) {
    return time.candidates().anyMatch(offer.toLocalTime()::equals);
  }

  private LocalDateTime direction(Understanding heard, List<LocalDateTime> offers) {
    LocalDateTime wished = memory.wish.moment(turn.hours());
    if (wished == null || !heard.about(Topic.LATER) && !heard.about(Topic.EARLIER)) {
      return null;
    }
    Stream<LocalDateTime> fitting =
        offers.stream()
            .filter(o -> heard.about(Topic.LATER) ? o.isAfter(wished) : o.isBefore(wished));
    return fitting.findFirst().orElse(null);
  }

  private Reply afterReadBack(Understanding heard, Wish before, boolean changed) {
    boolean sameTable =
        memory.wish.withName(before.name()).equals(before)
            || key(memory.wish).equals(key(before));
    boolean plainYes =
        heard.answer() == YesNo.YES && !heard.question() && !(heard.about(Topic.BUT) && !changed);
    if (plainYes && sameTable && key(memory.wish).equals(memory.free)) {
      return create();
    }
    if (changed) {
      return null;
    }
    if (clears(heard)) {
      return next();
    }
    if (heard.answer() == YesNo.NO) {
      memory.asked = Asked.WHAT_TO_CHANGE;
      return Reply.say(turn.say().whatToChange());
    }
    return null;
  }

  private Reply afterWhatToChange(Understanding heard) {
    if (clears(heard)) {
      return next();
    }
    if (heard.answer() == YesNo.NO) {
      memory.dropWish();
      return Reply.say(turn.say().dropped());
    }
    return null;
  }

  /** "La hora": takes out of the wish what the guest wants to say anew. */
  private boolean clears(Understanding heard) {
    Wish wish = memory.wish;
    if (heard.about(Topic.THE_TIME)) {
      memory.wish = wish.withTime(null);
    } else if (heard.about(Topic.THE_DAY)) {
      memory.wish = wish.withDate(null);
    } else if (heard.about(Topic.THE_PARTY)) {
      memory.wish = wish.withParty(null);
    } else if (heard.about(Topic.THE_NAME)) {
      memory.wish = wish.withName(null);
      memory.asked = Asked.NAME;
      return true;
    }
    return !wish.equals(memory.wish);
  }

  private Reply afterOffer(Understanding heard) {
    if (heard.answer() == YesNo.NO) {
      memory.asked = Asked.OTHER_MOMENT;
      return Reply.say(turn.say().otherDayOrTime());
    }
    return heard.answer() == YesNo.YES ? Reply.say(offerAgain()) : null;
  }

  private Reply afterOtherMoment(Understanding heard) {
    if (heard.answer() == YesNo.NO) {
      memory.dropWish();
      return Reply.say(turn.say().dropped());
    }
    boolean day = heard.about(Topic.THE_DAY) || heard.answer() == YesNo.YES;
    if (day || heard.about(Topic.THE_TIME)) {
      memory.wish = day ? memory.wish.withDate(null) : memory.wish.withTime(null);
      return next();
    }
    return null;
  }

  /** Asks for what is missing, or looks it up, or reads it back. */
  private Reply next() {
    Wish wish = memory.wish;
    Sayings say = turn.say();
    int largest = turn.venue().rules().largestParty();
    if (wish.party() != null && wish.party() > largest) {
      return tooLarge(largest, turn.phone());
    }
    if (wish.party() == null) {
      return ask(Asked.PARTY, say.askParty());
    }
    if (wish.date() != null && turn.hours().closedOn(wish.date()) && !late(wish)) {
      String closed = say.closedDay(wish.date());
      memory.wish = wish.withDate(null);
      return ask(Asked.DATE, closed + " " + say.askDate());
    }
    if (wish.date() != null && wish.time() == null && wish.part() != null && services().isEmpty()) {
      return noSuchMeal(wish);
    }
    if (wish.date() == null || wish.moment(turn.hours()) == null) {
      return ask(missing(), question(missing()));
    }
    if (key(wish).equals(memory.refused)) {
      return Reply.say(offerAgain());
    }
    return key(wish).equals(memory.free) ? nameAndReadBack() : check();
  }

  private Reply noSuchMeal(Wish wish) {
    List<Service> all = turn.hours().servicesOf(wish.date());
    String sorry = turn.say().noSuchMeal(wish.date(), wish.part(), all);
    memory.wish = wish.withoutPart();
    return ask(Asked.OTHER_MOMENT, sorry + " " + turn.say().otherDayOrTime());
  }

  /** Those the guest can still book on the day of the wish, at the time of day he spoke of. */
  private List<Service> services() {
    Wish wish = memory.wish;
    return turn.hours().servicesOf(wish.date()).stream()
        .filter(s -> wish.part() == null || wish.part().meets(s))
        .filter(s -> s.endsAfterMidnight() || wish.date().atTime(s.lastBooking()).isAfter(turn.now()))
        .toList();
  }

  /** A moment the house offered may lie after midnight, on a day that is else closed. */
  private static boolean late(Wish wish) {
    return wish.settled() != null;
  }

  private Reply ask(Asked asked, String question) {
    memory.asked = asked;
    return Reply.say(question);
  }

  private Reply tooLarge(int largest, String phone) {
    memory.wish = memory.wish.withParty(null);
    memory.asked = Asked.PARTY;
    return Reply.say(turn.say().tooLarge(largest, phone));
  }

  private Reply check() {
    memory.asked = nameKnown() ? Asked.NOTHING : Asked.NAME;
    return Reply.use(List.of(turn.call(0, "check_availability", table(memory.wish))));
  }

  private Reply nameAndReadBack() {
    if (memory.wish.name() == null && memory.asked != Asked.NAME) {
      propose();
    }
    if (memory.wish.name() == null) {
      return ask(Asked.NAME, turn.say().askName());
    }
    return ask(Asked.CONFIRM, question(Asked.CONFIRM));
  }

  private void propose() {
    if (memory.knownName != null) {
      memory.wish = memory.wish.withName(memory.knownName);
    } else if (namedByChannel()) {
      memory.wish = memory.wish.withName(turn.request().guest().name().strip());
    }
  }

  private boolean nameKnown() {
    return memory.wish.name() != null || memory.knownName != null || namedByChannel();
  }

  private boolean namedByChannel() {
    return NameWords.plausible(turn.request().guest().name());
  }

  private Reply create() {
    Map<String, Object> arguments = table(memory.wish);
    arguments.put("name", memory.wish.name());
    if (memory.wish.notes() != null) {
      arguments.put("notes", memory.wish.notes());
    }
    return Reply.use(List.of(turn.call(0, "create_reservation", arguments)));
  }

  private Map<String, Object> table(Wish wish) {
    LocalDateTime at = wish.moment(turn.hours());
    Map<String, Object> arguments = new LinkedHashMap<>();
    arguments.put("date", at.toLocalDate().toString());
    arguments.put("time", at.toLocalTime().toString());
    arguments.put("party_size", wish.party());
    if (wish.zone() != null) {
      arguments.put("zone", wish.zone());
    }
    return arguments;
  }

  /** What a table is free or refused for. */
  private String key(Wish wish) {
    LocalDateTime at = wish.moment(turn.hours());
    return at == null || wish.party() == null ? "" : key(table(wish));
  }

  private static String key(Map<String, Object> asked) {
    return Stream.of("date", "time", "party_size", "zone")
        .map(k -> Facts.text(asked, k))
        .reduce((a, b) -> a + " " + b)
        .orElseThrow();
  }

  /** What the guest has not answered yet; empty if nothing. */
  String question() {
    return question(memory.asked == Asked.NOTHING && memory.wish.begun() ? missing() : missingOr(memory.asked));
  }

  private Asked missingOr(Asked asked) {
    boolean open = asked == Asked.PARTY || asked == Asked.DATE || asked == Asked.TIME;
    return open && memory.wish.begun() ? missing() : asked;
  }

  private Asked missing() {
    Wish wish = memory.wish;
    if (wish.party() == null) {
      return Asked.PARTY;
    }
    return wish.date() == null
        ? Asked.DATE
        : wish.moment(turn.hours()) == null ? Asked.TIME : Asked.NOTHING;
  }

  private String question(Asked asked) {
    Sayings say = turn.say();
    Wish wish = memory.wish;
    return switch (asked) {
      case PARTY -> say.askParty();
      case DATE -> say.askDate();
      case TIME -> say.askTime(wish.date(), services());
      case NAME -> say.askName();
      case CONFIRM ->
          say.readBack(
              wish.moment(turn.hours()), wish.party(), wish.name(), wish.zone(), wish.notes());
      case WHAT_TO_CHANGE -> say.whatToChange();
      case OFFER -> offerAgain();
      case OTHER_MOMENT -> say.otherDayOrTime();
      case CANCEL_CONFIRM ->
          say.confirmCancel(
              memory.found.stream()
                  .filter(f -> memory.cancelling.contains(f.reference()))
                  .toList());
      case CANCEL_WHICH -> say.whichToCancel(memory.found);
      case NOTHING -> "";
    };
  }

  private String offerAgain() {
    LocalDate wished = memory.wish.date();
    return memory.offers.isEmpty()
        ? turn.say().otherDayOrTime()
        : turn.say().whichOffer(memory.offers, wished);
  }

  /** Null if the result is another tool's. */
  Reply hear(ToolResult result) {
    return switch (result.name()) {
      case "check_availability" -> checked(result);
      case "create_reservation" -> created(result);
      default -> null;
    };
  }

  private Reply checked(ToolResult result) {
    if (result.status().equals("free")) {
      memory.free = key(asked(result));
      memory.refused = "";
      memory.offers.clear();
      memory.asked = memory.asked == Asked.NAME && nameKnown() ? Asked.NOTHING : memory.asked;
      boolean named = memory.wish.name() != null;
      Reply reply = next();
      boolean asksName = memory.asked == Asked.NAME && !named;
      return asksName ? Reply.say(turn.say().askedForName(reply.text())) : reply;
    }
    return refused(result, "");
  }

  private Reply created(ToolResult result) {
    if (!result.status().equals("booked")) {
      boolean taken = Facts.text(result.content(), "reason").equals("full");
      return refused(result, taken ? turn.say().justTaken() : "");
    }
    memory.dropWish();
    memory.booked = Facts.text(result.content(), "reference");
    memory.knownName = Facts.text(result.content(), "name");
    return Reply.say("");
  }

  private Map<String, Object> asked(ToolResult result) {
    return turn.request().steps().getLast().answer().calls().stream()
        .filter(c -> c.id().equals(result.callId()))
        .map(ToolCall::arguments)
        .findFirst()
        .orElse(Map.of());
  }

  private Reply refused(ToolResult result, String because) {
    Map<String, Object> content = result.content();
    memory.free = "";
    memory.refused = key(asked(result));
    memory.offers = new ArrayList<>();
    Facts.list(content, "alternatives").forEach(a -> memory.offers.add(Facts.moment(a)));
    String reason = Facts.text(content, "reason");
    return switch (reason) {
      case "party_too_large" -> tooLarge(largest(content), phone(content));
      case "party_too_small" -> ask(Asked.PARTY, turn.say().tooSmall() + " " + turn.say().askParty());
      case "name_missing" -> {
        memory.free = memory.refused;
        memory.refused = "";
        memory.wish = memory.wish.withName(null);
        yield ask(Asked.NAME, turn.say().askName());
      }
      case "full", "closed", "past", "too_soon", "too_far_ahead" ->
          offer(because.isEmpty() ? why(reason, content, asked(result)) : because);
      default -> trouble();
    };
  }

  private Reply trouble() {
    memory.asked = Asked.OTHER_MOMENT;
    return Reply.say(turn.say().engine().troubleOnOurSide(turn.phone()));
  }

  private int largest(Map<String, Object> content) {
    int told = Facts.number(content, "largest_party");
    return told > 0 ? told : turn.venue().rules().largestParty();
  }

  private String phone(Map<String, Object> content) {
    String told = Facts.text(content, "house_phone");
    return told.isEmpty() ? turn.phone() : told;
  }

  private String why(String reason, Map<String, Object> content, Map<String, Object> asked) {
    LocalDateTime at = Facts.moment(asked);
    Sayings say = turn.say();
    return switch (reason) {
      case "closed" -> closed(at);
      case "past" -> say.past();
      case "too_soon" -> say.tooSoon(phone(content));
      case "too_far_ahead" -> say.tooFarAhead();
      default -> say.full(at, Facts.number(asked, "party_size"), memory.wish.zone());
    };
  }

  private String closed(LocalDateTime at) {
    var services = turn.hours().servicesOf(at.toLocalDate());
    boolean allDay = services.isEmpty() || turn.hours().serviceAt(at).isPresent();
    return allDay
        ? turn.say().closedDay(at.toLocalDate())
        : turn.say().closedThen(at, services);
  }

  private Reply offer(String because) {
    Sayings say = turn.say();
    if (memory.offers.isEmpty()) {
      return ask(Asked.OTHER_MOMENT, because + " " + say.otherDayOrTime());
    }
    return ask(Asked.OFFER, because + " " + say.offer(memory.offers, memory.wish.date()));
  }
}
