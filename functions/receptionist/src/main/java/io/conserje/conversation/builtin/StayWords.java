package io.conserje.conversation.builtin;

import io.conserje.conversation.builtin.DateWords.Day;
import io.conserje.conversation.builtin.RangeWords.Range;
import io.conserje.venue.Venue;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;

/** Finds what a message says about a stay in a house with rooms. */
final class StayWords {

  private static final int WEEK = 7;
  private static final int LONG = 3;

  /** Nobody comes with more; whoever types that many has a cat on the keys. */
  private static final int MOST = 400;

  private static final Guests NOBODY = new Guests(null, null, 0, 0);

  private final Words words;
  private final Going going;
  private final ListedNights listed;
  private final Tongue tongue;
  private final LocalDate today;
  private final Asked asked;
  private final Venue venue;
  private LocalDate arrival;
  private LocalDate departure;
  private Integer nights;
  private boolean monthOpen;

  /** Whether the day of arrival was said to be that. */
  private boolean comes;

  private StayWords(Words words, Tongue tongue, LocalDate today, Asked asked, Venue venue) {
    this.words = words;
    this.going = new Going(words);
    this.listed = new ListedNights(words);
    this.tongue = tongue;
    this.today = today;
    this.asked = asked;
    this.venue = venue;
  }

  /**
   * @param words some of which are taken out: give a copy
   */
  static Stay in(Words words, Tongue tongue, LocalDate today, Asked asked, Venue venue) {
    return new StayWords(words, tongue, today, asked, venue).stay();
  }

  private Stay stay() {
    String room = RoomWords.in(words, venue.lodging(), asked == Asked.ROOM);
    Integer cots = Cots.in(words, tongue);
    partsOfDay();
    countNights();
    nights = nights == null ? SomeNights.leavesTheNextDay(words) : nights;
    nights = asked != Asked.NIGHTS && SomeNights.undecided(words) ? null : nights;
    nights =
        nights == null && asked == Asked.DEPARTURE ? SomeNights.untilTheNextDay(words) : nights;
    days();
    nights = nights == null && asked == Asked.NIGHTS ? SomeNights.ofOneDay(words, arrival) : nights;
    boolean open = departure == null && (nights == null || nights == 1);
    nights = open && SomeNights.andTheNext(words) ? Integer.valueOf(2) : nights;
    boolean tonight = today.equals(arrival) && SomeNights.tonight(words);
    boolean one = tonight || SomeNights.onlyThat(words, asked);
    nights = open && one && nights == null ? Integer.valueOf(1) : nights;
    boolean people = asked != Asked.NIGHTS || Guests.areNamed(words);
    Guests guests = people ? Guests.in(words, tongue, cots == null || cots > 0) : NOBODY;
    bareNumber(guests);
    cots = cots == null && guests.babies() > 0 ? Integer.valueOf(guests.babies()) : cots;
    guests = guests.inCots(cots, words);
    boolean bare = guests.adults() == null && guests.moreAdults() == 0;
    Integer adults =
        !bare ? guests.adults() : asked == Asked.PARTY ? BareGuests.in(words, tongue) : null;
    adults = adults == null && SomeNights.forOne(words) ? Integer.valueOf(1) : adults;
    adults = adults != null && adults > MOST ? null : adults;
    boolean counted = departure == null && nights != null;
    if (arrival != null && counted) {
      departure = arrival.plusDays(nights);
    }
    if (arrival == null && departure != null && nights != null) {
      arrival = departure.minusDays(nights);
      arrival = arrival.isBefore(today) ? null : arrival;
    }
    return new Stay(
        arrival,
        departure,
        arrival != null && departure != null && !counted ? null : nights,
        adults,
        guests.children(),
        cots,
        room,
        guests.moreAdults(),
        guests.moreChildren());
  }

  private void bareNumber(Guests guests) {
    if (asked == Asked.NIGHTS && nights == null && departure == null && guests.equals(NOBODY)) {
      Integer some = SomeNights.alone(words);
      Hit<Integer> number = some == null ? BareNumbers.last(words, tongue) : new Hit<>(0, 1, some);
      boolean rooms = number != null && number.to() < words.size() && words.used(number.to());
      nights = number == null || number.value() == 0 || rooms ? null : number.value();
    }
  }

  /** {@code a las dos de la mañana} is no day. */
  private void partsOfDay() {
    for (int i = 2; i < words.size(); i++) {
      if (words.is(i, "manana") && words.is(i - 1, "la") && words.is(i - 2, "de", "por", "a")) {
        words.use(i, i + 1);
      }
    }
  }

  private void countNights() {
    for (int i = 0; i < words.size(); i++) {
      Hit<Integer> count = nightsAt(i);
      if (count != null) {
        nights = nights == null ? count.value() : nights;
        words.use(count);
        i = count.to() - 1;
      }
    }
  }

  private Hit<Integer> nightsAt(int i) {
    Hit<Integer> some = SomeNights.at(words, i);
    if (some != null) {
      return some;
    }
    Hit<Integer> number = words.is(i, "a") ? new Hit<>(i, i + 1, 1) : Numbers.at(words, i, tongue);
    if (number == null) {
      return null;
    }
    int at = words.is(number.to(), "solo", "sola", "unica") ? number.to() + 1 : number.to();
    boolean more =
        words.is(
                at + 1, "mas", "more", "extra", "longer", "menos", "less", "fewer", "antes",
                "despues", "later", "earlier", "before")
            || words.is(at, "more", "extra");
    boolean term =
        words.is(i - 1, "dentro", "en", "in", "otra") && !SomeNights.left(words, i)
            || words.is(i - 1, "de") && words.is(i - 2, "dentro");
    if (more || term) {
      return null;
    }
    if (words.is(at, "noche", "noches", "night", "nights", "nite", "nites")) {
      return new Hit<>(i, at + 1, number.value());
    }
    boolean weeks = words.is(at, "semana", "semanas", "week", "weeks");
    boolean counted =
        words.is(at + 1, "que")
            || words.is(at + 1, "from", "on")
                && (Calendar.day(words.plain(at + 2)) != null
                    || words.is(at + 2, "today", "tomorrow", "now"));
    return weeks && !counted ? new Hit<>(i, at + 1, number.value() * WEEK) : null;
  }

  private void days() {
    Range range = inWeek();
    range = range != null ? range : RangeWords.in(words, tongue, today, venue.hours().holidays());
    if (range != null && backwards(range)) {
      YearMonth month = YearMonth.from(range.last());
      int day = range.first().getDayOfMonth();
      arrival = month.isValidDay(day) ? month.atDay(day) : null;
      departure = arrival == null ? null : range.last();
      return;
    }
    if (range != null) {
      range = RangeWords.inWeekNamed(range, words, tongue, today, venue.hours().holidays());
      range = FeastDays.near(range, words, today);
      arrival = range.first();
      departure = range.last();
      longer();
      loneMonth();
      return;
    }
    Range weekend = WeekendWords.in(words, tongue, today);
    if (weekend != null) {
      arrival = weekend.first();
      departure = nights == null ? weekend.last() : null;
      return;
    }
    for (int i = 0; i < words.size(); i++) {
      Hit<Day> day = DateWords.at(words, i, tongue, today, venue.hours().holidays());
      if (day != null && !(inPassing() && FeastDays.only(words, day, tongue))) {
        if (!SameDay.datedLater(words, day, tongue, today) && !going.denied(day)) {
          take(day);
          words.use(day);
        }
        i = day.to() - 1;
      }
    }
    nights = departure == null && nights == null ? listed.nights() : nights;
    bareDay();
    sameMonth();
    loneMonth();
    EventNights event = departure == null ? EventNights.in(words.text(), arrival) : null;
    if (event != null && nights == null) {
      arrival = event.arrival();
      nights = event.nights();
    }
  }

  /** Whether something was asked that no day answers. */
  private boolean inPassing() {
    return asked.takesName() || asked == Asked.PHONE || asked == Asked.CONFIRM;
  }

  /** {@code la semana del 7 de diciembre, de lunes a viernes}; null if no week is named. */
  private Range inWeek() {
    Words rest = words.copy();
    LocalDate monday = WeekWords.in(rest, tongue, today);
    if (monday == null || !monday.isAfter(today)) {
      return null;
    }
    Range range = RangeWords.in(rest, tongue, monday.minusDays(1), venue.hours().holidays());
    boolean within = range != null && range.first().isBefore(monday.plusWeeks(1));
    if (!within) {
      return null;
    }
    words.useAll(rest);
    boolean fridayWeek = range.first().plusWeeks(1).isBefore(range.last());
    return fridayWeek ? new Range(range.first(), range.last().minusWeeks(1)) : range;
  }

  /** {@code del 20 al 18 de diciembre}: one of the two is a slip, and nobody means four weeks. */
  private boolean backwards(Range range) {
    int months = 0;
    for (int i = 0; i < words.size(); i++) {
      months += Calendar.month(words.plain(i)) == null ? 0 : 1;
    }
    boolean inverted = range.first().getDayOfMonth() > range.last().getDayOfMonth();
    return months == 1 && inverted && range.first().plusWeeks(LONG).isBefore(range.last());
  }

  /** {@code llegamos el 23 y nos vamos el 26 de diciembre}: both are in December. */
  private void sameMonth() {
    while (monthOpen
        && arrival != null
        && departure != null
        && arrival.plusMonths(1).isBefore(departure)) {
      arrival = arrival.plusMonths(1);
    }
  }

  /** {@code in February …, arriving on the 6th}: a month that is named apart from its days. */
  private void loneMonth() {
    Month month = null;
    for (int i = 0; i < words.size(); i++) {
      Month named = Calendar.month(words.plain(i));
      if (named != null && (words.used(i) || month != null && month != named)) {
        return;
      }
      month = named == null || !words.is(i - 1, "en", "in", "de", "para", "for") ? month : named;
    }
    boolean other = month != null && arrival != null && arrival.getMonth() != month;
    for (int ahead = 0; other && ahead < 12 && arrival.getMonth() != month; ahead++) {
      arrival = arrival.plusMonths(1);
      departure = departure == null ? null : departure.plusMonths(1);
    }
  }

  /** {@code del 1 al 3, ¿podríamos quedarnos hasta el 4?} */
  private void longer() {
    for (int i = 0; i < words.size(); i++) {
      Hit<Day> day = DateWords.at(words, i, tongue, today, venue.hours().holidays());
      if (day != null && going.leaves(day.from())) {
        departure = after(day, day.value().date());
        return;
      }
    }
  }

  private void take(Hit<Day> day) {
    LocalDate date = going.theOneBefore(day, departure);
    if (date != null) {
      arrival = date;
      return;
    }
    date = day.value().date();
    boolean leaves =
        going.leaves(day.from())
            || going.follows(day.to())
            || asked == Asked.DEPARTURE && arrival == null;
    if (leaves && departure == null) {
      departure = after(day, date);
    } else if (!leaves
        && monthOpen
        && arrival.isBefore(date)
        && namesMonth(day)
        && !going.arrives(day.from())) {
      inMonthOf(date);
      listed.add(day, arrival);
    } else if (!leaves && arrival != null && listed.has(day.from())) {
      listed.add(day, arrival);
    } else if (!leaves && (arrival == null || !comes && going.arrives(day.from()))) {
      comes = arrival != null || going.arrives(day.from());
      arrival = arrival == null || monthOpen ? date : nearTold(day, date);
      monthOpen = !namesMonth(day);
      theNightOf(day);
    } else if (!leaves && date.equals(arrival)) {
      theNightOf(day);
    }
  }

  /** {@code la boda es el sábado 13 de marzo, llegamos el viernes}: the Friday before. */
  private LocalDate nearTold(Hit<Day> day, LocalDate date) {
    boolean bare = Calendar.day(words.plain(day.to() - 1)) != null && date.isBefore(arrival);
    return bare ? arrival.with(TemporalAdjusters.previousOrSame(date.getDayOfWeek())) : date;
  }

  /** {@code la noche del 31}. */
  private void theNightOf(Hit<Day> day) {
    boolean theNight =
        words.is(day.from() - 1, "del", "de", "of") && words.is(day.from() - 2, "noche", "night");
    boolean tonight = words.is(day.to() - 1, "noche", "tonight");
    theNight |= words.is(day.from(), "del") && words.is(day.from() - 1, "noche");
    boolean any =
        words.is(day.from(), "un", "a", "any") || words.is(day.from() - 1, "un", "a", "any");
    theNight |= any && Price.asked(words.text());
    theNight |= words.is(day.to(), "night", "nite") || words.is(day.from() + 2, "night");
    if (nights == null && (theNight || tonight && words.is(day.from() - 1, "para", "for"))) {
      nights = 1;
    }
  }

  /** {@code el 3 y el 4 de febrero}: the first is in February too. */
  private void inMonthOf(LocalDate named) {
    while (arrival.getDayOfMonth() < named.getDayOfMonth()
        && YearMonth.from(arrival).isBefore(YearMonth.from(named))) {
      arrival = arrival.plusMonths(1);
    }
    monthOpen = false;
  }

  private boolean namesMonth(Hit<Day> day) {
    for (int i = day.from(); i < day.to(); i++) {
      boolean digits = words.plain(i).matches(".*[/.-].*");
      if (digits || Calendar.month(words.plain(i)) != null) {
        return true;
      }
    }
    return !words.is(day.from(), "el", "the", "dia", "on")
        && Numbers.at(words, day.from(), tongue) == null;
  }

  /** The day of departure, moved on until it lies after the arrival. */
  private LocalDate after(Hit<Day> day, LocalDate date) {
    LocalDate leaving = date;
    int end = day.to() - 1;
    boolean coming = words.is(end, "viene", "entra", "proximo", "siguiente");
    boolean weekday = coming || Calendar.day(words.plain(end)) != null;
    while (arrival != null && !leaving.isAfter(arrival)) {
      leaving = weekday ? leaving.plusWeeks(1) : leaving.plusMonths(1);
    }
    return leaving;
  }

  private void bareDay() {
    boolean expected = asked == Asked.DATE || asked == Asked.ARRIVAL || asked == Asked.DEPARTURE;
    Hit<Integer> number =
        expected && arrival == null && departure == null ? BareNumbers.first(words, tongue) : null;
    boolean counts =
        number != null
            && !words.opens(number.to())
            && !words.is(number.to(), "de", "del", "y", "please", "por", "of", "gracias");
    number = counts ? null : number;
    if (number == null || number.value() > 31 || nights != null) {
      return;
    }
    Day day = DateWords.in(Words.of("el " + number.value()), Tongue.SPANISH, today);
    LocalDate date = day == null ? null : day.date();
    words.use(number);
    if (asked == Asked.DEPARTURE) {
      departure = date;
    } else {
      arrival = date;
    }
  }
}
