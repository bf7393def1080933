package io.conserje.conversation.builtin;

import io.conserje.conversation.builtin.DateWords.Day;
import io.conserje.text.FilteredPattern;
import io.conserje.venue.Holidays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;

/**
 * Several tables in one breath: {@code tres mesas: una mañana a las nueve para dos, otra el domingo
 * a las dos para cuatro y …}, {@code para dos a las dos, mañana, el domingo y el martes}. What is
 * said once is meant of all of them.
 */
final class SeveralTables {

  private static final int MOST = 4;

  private static final FilteredPattern BETWEEN =
      FilteredPattern.compile(
          "(?iu)(?:[,;\\n]|:\\s)\\s*(?:(?:y|and|plus)\\s+)?|\\.\\s+|\\s+(?:y|and|plus)\\s+");

  /** Only who says that there are several, or that there is another, wants more than one. */
  private static final FilteredPattern SEVERAL =
      FilteredPattern.compile(
          "\\b(?:dos|tres|cuatro|2|3|4|two|three|four|un par de|a couple of|varias|several) (?:mesas?|tables?|reservas?|reservaciones|bookings?|reservations?)\\b"
              + "|\\b(?:otra|another)\\b(?! (?:persona|hora|cosa|vez|person|day|time|hour|thing|one of))");

  /**
   * {@code dinner on Friday at 8 and lunch on Sunday at 1}: two meals, each with its day and hour.
   */
  private static final FilteredPattern MEALS =
      FilteredPattern.compile(
          "\\b(?:cen(?:ar?|amos)|dinner)\\b.* (?:y|and)\\b.*\\b(?:com(?:er|ida)|almorzar|almuerzo|lunch)\\b"
              + "|\\b(?:com(?:er|ida)|almorzar|almuerzo|lunch)\\b.* (?:y|and)\\b.*\\b(?:cen(?:ar?|amos)|dinner)\\b");

  /** Its number would be taken for an hour. */
  private static final FilteredPattern LAS_DOS = FilteredPattern.compile("\\blas dos a nombre\\b");

  private static final FilteredPattern TABLE =
      FilteredPattern.compile(
          "\\b(?:mesas?|reserv\\w+|tables?|book\\w*|cenar|comer|almorzar|dinner|lunch)\\b");

  private static final FilteredPattern ALTERNATIVE =
      FilteredPattern.compile(
          "\\b(?:o|u|or|si no|sino|mejor|en vez|instead|rather|perdon|sorry|digo|cambi\\w+|mov\\w+|pas(?:a|ar|arla)|cancel\\w*|anul\\w+|ya tengo|already|no|not|cant|dont)\\b");

  private static final FilteredPattern ASKS = FilteredPattern.compile("[?¿]");

  /** A clause that begins with it is of a table of its own. */
  private static final FilteredPattern THE_OTHER =
      FilteredPattern.compile(
          "^(?:la |el |the )?(?:otra|otro|another|other)\\b(?! (?:persona|hora|cosa|vez|person|day|time|hour|thing))");

  private static final FilteredPattern BARE_AND =
      FilteredPattern.compile("(?iu)\\s+(?:y|and|plus)\\s+");

  /** One clause, or several that are of one table. */
  private record Part(String text, Mentions named) {

    boolean saysNothing() {
      return named.days().isEmpty() && named.times().isEmpty() && named.parties().isEmpty();
    }

    /** Whether both name a day, or an hour. */
    boolean clashes(Part next) {
      return others(named.days(), next.named.days()) || others(named.times(), next.named.times());
    }

    private static boolean others(List<?> some, List<?> more) {
      return !some.isEmpty() && !some.containsAll(more);
    }
  }

  private final Tongue tongue;
  private final LocalDate today;
  private final Holidays holidays;

  SeveralTables(Turn turn) {
    this(turn.tongue(), turn.now().toLocalDate(), turn.hours().holidays());
  }

  SeveralTables(Tongue tongue, LocalDate today, Holidays holidays) {
    this.tongue = tongue;
    this.today = today;
    this.holidays = holidays;
  }

  /** Each wish by itself; one if there are no more. */
  List<String> apart(String message) {
    String plain = Tokens.plain(message);
    boolean meals = MEALS.matcher(plain).find() && !LAS_DOS.matcher(plain).find();
    boolean several = meals || SEVERAL.matcher(plain).find();
    boolean asks = !meals && ASKS.matcher(message).find();
    boolean one = !several && !TABLE.matcher(plain).find();
    if (one || ALTERNATIVE.matcher(plain).find()) {
      return List.of(message);
    }
    List<Part> parts = parts(message);
    if (parts.size() < 2 || parts.size() > MOST + 1) {
      return List.of(message);
    }
    Part first = parts.getFirst();
    boolean ofAll = parts.size() > 2 && only(first, parts) && several;
    List<Part> wishes = ofAll ? parts.subList(1, parts.size()) : parts;
    Part shared = ofAll ? first : null;
    boolean days = wishes.stream().allMatch(p -> p.named().days().size() == 1);
    boolean times = wishes.stream().allMatch(p -> p.named().times().size() == 1);
    boolean sameHour =
        days && said(parts, Mentions::times) == 1 && (several || listed(wishes, message));
    boolean sameDay = times && several && said(parts, Mentions::days) == 1;
    if (!(days && times && several || !asks && (sameHour || sameDay))) {
      return List.of(message);
    }
    List<String> all = wishes.stream().map(p -> whole(p, shared, parts)).toList();
    return all.stream().anyMatch(Objects::isNull) ? List.of(message) : all;
  }

  /** Whether it only says what the others lack: {@code dos mesas para mañana: …}. */
  private static boolean only(Part first, List<Part> parts) {
    boolean hours = parts.stream().skip(1).allMatch(p -> p.named().times().size() == 1);
    boolean days = parts.stream().skip(1).allMatch(p -> p.named().days().size() == 1);
    return hours && first.named().times().isEmpty() || days && first.named().days().isEmpty();
  }

  /** {@code el viernes y el sábado}: nothing stands between the days. */
  private boolean listed(List<Part> parts, String message) {
    String last = parts.getLast().text();
    int at =
        message.indexOf(
            last.substring(0, last.indexOf(',') < 0 ? last.length() : last.indexOf(',')));
    if (at < 0 || !message.substring(0, at).matches("(?s).*\\s(?:y|e|and)\\s+")) {
      return false;
    }
    for (int i = 0; i < parts.size(); i++) {
      Words words = Words.of(parts.get(i).text());
      boolean begins =
          DateWords.at(words, 0, tongue, today, holidays) != null
              || DateWords.at(words, 1, tongue, today, holidays) != null;
      boolean ends = false;
      for (int k = 0; k < words.size(); k++) {
        Hit<Day> day = DateWords.at(words, k, tongue, today, holidays);
        ends |= day != null && day.to() == words.size();
      }
      if (i > 0 && !begins || i < parts.size() - 1 && !ends) {
        return false;
      }
    }
    return true;
  }

  private static long said(List<Part> parts, Function<Mentions, List<?>> what) {
    return parts.stream().flatMap(p -> what.apply(p.named()).stream()).distinct().count();
  }

  /** Clauses that do not contradict each other belong together. */
  private List<Part> parts(String message) {
    List<Part> parts = new ArrayList<>();
    Matcher between = BETWEEN.matcher(message);
    int from = 0;
    String joint = "";
    while (from <= message.length()) {
      boolean more = between.find();
      String clause = message.substring(from, more ? between.start() : message.length()).strip();
      if (!clause.isEmpty()) {
        add(parts, joint, clause);
      }
      joint = more && BARE_AND.matcher(between.group()).matches() ? between.group() : ", ";
      from = more ? between.end() : message.length() + 1;
    }
    return parts;
  }

  private void add(List<Part> parts, String joint, String clause) {
    Part next = part(clause);
    Part last = parts.isEmpty() ? null : parts.getLast();
    boolean own =
        last != null
            && !last.named().times().isEmpty()
            && THE_OTHER.matcher(Tokens.plain(clause)).find();
    if (last != null && !own && (last.saysNothing() || !last.clashes(next))) {
      parts.set(parts.size() - 1, part(last.text() + joint + clause));
    } else {
      parts.add(next);
    }
  }

  private Part part(String text) {
    return new Part(text, Mentions.in(text, tongue, today, holidays));
  }

  /** With what was said once for all; null if it cannot be known. */
  private String whole(Part part, Part shared, List<Part> all) {
    Mentions named = part.named();
    StringBuilder wish = new StringBuilder(part.text());
    if (named.days().isEmpty()) {
      wish.append(", ").append(onlyOne(all, Mentions::days));
    }
    if (named.times().isEmpty() && !ofAnotherMeal(part, all)) {
      wish.append(", ").append(hour((TimeWish) onlyOne(all, Mentions::times)));
    }
    boolean counted = PartyWords.in(Words.of(part.text()), tongue) != null;
    if (!counted && said(all, Mentions::parties) == 1) {
      wish.append(", ").append(people((Integer) onlyOne(all, Mentions::parties)));
    }
    return shared == null || named.parties().size() < 2 ? wish.toString() : null;
  }

  /** {@code a las nueve de la noche, y otra para comer}: nobody has lunch at nine. */
  private static boolean ofAnotherMeal(Part part, List<Part> all) {
    PartOfDay meal = PartOfDay.in(Words.of(part.text()));
    Part timed = all.stream().filter(p -> !p.named().times().isEmpty()).findFirst().orElseThrow();
    TimeWish time = (TimeWish) timed.named().times().getFirst();
    PartOfDay other = PartOfDay.in(Words.of(timed.text()));
    return meal != null && time.in(other).candidates().noneMatch(at -> meal.holds(at.getHour()));
  }

  private static Object onlyOne(List<Part> all, Function<Mentions, List<?>> what) {
    return all.stream().flatMap(p -> what.apply(p.named()).stream()).findFirst().orElseThrow();
  }

  private String hour(TimeWish time) {
    String at = tongue == Tongue.ENGLISH ? "at " : "a las ";
    String clock = time.time().toString();
    return at + (time.exact() ? clock : clock.replaceFirst("^0", ""));
  }

  private String people(int party) {
    return tongue == Tongue.ENGLISH ? "for " + party + " people" : "para " + party + " personas";
  }
}
