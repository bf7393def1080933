package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The days of a message as they are meant of the stay that is being arranged: {@code que sea hasta
 * el domingo} is the Sunday of that stay. A weekday on which the stay begins or ends already, said
 * in passing, changes nothing.
 */
record NearPlan(StayPlan plan, LocalDate today) {

  /** Days that say more than the name of a weekday. */
  private static final FilteredPattern DATED =
      FilteredPattern.compile(
          "\\d+(?! ?(?:noches?|nights?|personas?|adult\\w*|people|anos|years?|euros?|h\\b|pm|am|:))|\\b(?:hoy|manana|pasado|viene|proxim[oa]|today|tomorrow|tonight|next|coming"
              + "|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|january|february|march|april|june|july|august|september"
              + "|october|november|december|navidad|christmas|semana|week|finde|weekend)\\b");

  private static final FilteredPattern COMES =
      FilteredPattern.compile(
          "\\b(?:lleg\\w+|entra\\w*|arriv\\w*|check.?in|adelant\\w+|mov\\w+|muev\\w+|cambi\\w+|chang\\w+|push\\w*|desde|from)\\b");
  private static final FilteredPattern EXTENDS =
      FilteredPattern.compile(
          "\\b(?:que sea|hasta|until|till|make (?:it|that)|mejor|rather|instead|quedamos|stay\\w*|leav\\w+|salimos|nos vamos)\\b");

  private static final int A_LITTLE = 2;

  /** Family that is spoken of, and does not come: {@code me dice mi marido que …}. */
  private static final FilteredPattern HEARSAY =
      FilteredPattern.compile(
          "\\b(?:dice|dicho|comenta\\w*|pregunta|avisa\\w*|says|said|told|tells) (?:que |me |us )?(?:mi|my)\\b|\\b(?:sus|su|his|her|their) (?:padres?|madre|herman\\w+|famil\\w+|amig\\w+|parents?|mum|mother|friends?|sister|brother)\\b"
              + "|\\b(?:my|mi) \\w+ (?:says|said|wants|tells|prefers|has to|dice|quiere|prefiere|tiene|me dice|pregunta)\\b");

  private static final FilteredPattern COME_TOO =
      FilteredPattern.compile(
          "\\b(?:vien\\w+|vendr\\w+|apunta\\w*|join\\w*|com(?:es?|ing)|somos|seremos|personas|adult\\w*|people|guests|we (?:are|ll)|were)\\b");

  Understanding of(Understanding heard, String text) {
    String plain = Tokens.plain(text);
    boolean hearsay = plan.adults() != null && HEARSAY.matcher(plain).find();
    return days(
        hearsay && !COME_TOO.matcher(plain).find()
            ? heard.with(heard.stay().withoutPeople())
            : heard,
        plain);
  }

  private Understanding days(Understanding heard, String plain) {
    Stay said = heard.stay();
    boolean known = plan.arrival() != null && plan.departure() != null;
    boolean day = said.arrival() != null || said.departure() != null;
    if (!known || !day) {
      return heard;
    }
    if (DATED.matcher(plain).find()) {
      return later(said, plain) ? heard.with(said.on(null, said.arrival())) : heard;
    }
    if (said.arrival() != null && said.departure() != null && weekdays(plain) < 2) {
      int nights = (int) said.arrival().until(said.departure(), ChronoUnit.DAYS);
      LocalDate on = near(said.arrival());
      boolean stays = isEnd(on) || on.equals(plan.arrival().plusDays(nights));
      return heard.with(
          stays
              ? said.forNights(nights)
              : said.on(near(said.arrival()), near(said.arrival()).plusDays(nights)));
    }
    LocalDate from = near(said.arrival());
    LocalDate until = near(said.departure());
    until = until != null && !until.isAfter(plan.arrival()) ? until.plusWeeks(1) : until;
    if (until == null && isEnd(from)) {
      return heard.with(said.on(null, null));
    }
    boolean after = from != null && until == null && from.isAfter(plan.departure());
    return after && !COMES.matcher(plain).find()
        ? heard.with(said.on(null, from))
        : heard.with(said.on(from, until));
  }

  private boolean isEnd(LocalDate day) {
    return plan.arrival().equals(day) || plan.departure().equals(day);
  }

  private static int weekdays(String plain) {
    int named = 0;
    for (String word : plain.split("[^a-z]+")) {
      named += Calendar.day(word) == null ? 0 : 1;
    }
    return named;
  }

  /** {@code make it Sunday 13th}, of a stay until the 12th. */
  private boolean later(Stay said, String plain) {
    LocalDate day = said.arrival();
    return day != null
        && said.departure() == null
        && said.nights() == null
        && day.isAfter(plan.departure())
        && !day.isAfter(plan.departure().plusDays(A_LITTLE))
        && EXTENDS.matcher(plain).find()
        && !COMES.matcher(plain).find();
  }

  /** The same weekday, as near as can be to the stay. */
  private LocalDate near(LocalDate day) {
    if (day == null) {
      return null;
    }
    DayOfWeek weekday = day.getDayOfWeek();
    LocalDate on = plan.arrival();
    while (on.getDayOfWeek() != weekday) {
      on = on.plusDays(1);
    }
    LocalDate before = on.minusWeeks(1);
    boolean outside = on.isAfter(plan.departure()) && !before.isBefore(today);
    long late = plan.departure().until(on).getDays();
    return outside && before.until(plan.arrival()).getDays() < late ? before : on;
  }
}
