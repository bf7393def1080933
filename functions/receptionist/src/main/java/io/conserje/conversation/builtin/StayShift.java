package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;
import java.time.LocalDate;
import java.util.regex.Matcher;

/**
 * What a guest says beside the stay that is spoken of: {@code una noche más}, {@code llegamos un
 * día después}, {@code un niño más}. Days and people, to be added; all may be negative.
 */
record StayShift(int arrival, int departure, int adults, int children) {

  static final StayShift NONE = new StayShift(0, 0, 0, 0);

  private static final FilteredPattern AMOUNT =
      FilteredPattern.compile(
          "\\b(otra|another|una?|uno|an?|one|dos|two|tres|three|cuatro|four|[1-9])"
              + " (?:extra |more |par de )?(noches?|nochecitas?|nights?|dias?|diitas?|days?|semanas?|semanitas?|weeks?)\\b"
              + "|\\b(?:el |al |the )?(?:dia|day) (?:siguiente|anterior|antes|de antes|despues|before|after)\\b(?! (?:tomorrow|yesterday))"
              + "|\\bthe (?:next|following|previous) day\\b");
  private static final FilteredPattern LATER =
      pattern("(?:mas tarde|mas adelante|despues|later|after(?:wards)?|back)");
  private static final FilteredPattern EARLIER =
      pattern("(?:antes|earlier|before|sooner|mas temprano|mas pronto)");
  private static final FilteredPattern MORE = pattern("(?:mas|more|extra|longer)");
  private static final FilteredPattern LESS = pattern("(?:menos|less|fewer|shorter)");
  private static final FilteredPattern LONGER =
      word("alarg\\w+|ampli\\w+|extend\\w*|prolong\\w+|add|anad\\w+|sum\\w+|quedar\\w*");
  private static final FilteredPattern SHORTER =
      word("acort\\w+|quit\\w+|recort\\w+|shorten\\w*|cut");
  private static final FilteredPattern PUT_OFF =
      word(
          "corr(?:er|a|an|e|eme|erme|ernos|erla|edla)(?:me|nos|la)?|retras\\w+|pospon\\w+|aplaz\\w+|atras\\w+|delay\\w*|push\\w*|postpone\\w*");
  private static final FilteredPattern BROUGHT_FORWARD = word("adelant\\w+|forward");
  private static final FilteredPattern ARRIVING =
      word("lleg\\w+|entra\\w*|arriv\\w*|check.?in|come|coming|get there|get in|venir|venimos");
  private static final FilteredPattern LEAVING =
      word(
          "sal(?:ir|imos|go|ida|dre\\w*|dria\\w*)|ir(?:nos|me)|(?:nos|me) (?:vamos|voy|iremos|marcha\\w+)|marchar\\w*|leav\\w+|depart\\w*"
              + "|check.?out|go home|volver\\w*|until|hasta|stay");

  /** {@code me sobra la última noche}. */
  private static final FilteredPattern SPARE =
      FilteredPattern.compile(
          "\\b(?:sobran?|no (?:necesit\\w+|quer\\w+|hace falta)|(?:don ?t|do not|won ?t) need|skip|drop) (?:la |las |the )?(?:ultimas? |last )?(una|dos|tres|one|two|three)?(?: ?ultimas?| last)?(?: ?noches?| ?nights?| en realidad)\\b");

  /** Of rules and reminders, not of the stay's own days. */
  private static final FilteredPattern ELSEWHERE =
      word("cancel\\w*|anul\\w*|avis\\w*|cobr\\w*|antelacion|notice|desayuno|breakfast");

  private static FilteredPattern pattern(String regex) {
    return FilteredPattern.compile("^[ ,]*" + regex + "\\b");
  }

  /** {@code una noche más, por delante}. */
  private static final FilteredPattern IN_FRONT =
      FilteredPattern.compile(
          "^[ ,]*(?:(?:mas|more|extra)[ ,]+)?(?:antes(?! de)|por delante|al principio|before(?! (?:the|we|i|noon))|at the (?:start|beginning|front))\\b(?<=(?:mas|more|extra)[ ,]{1,2}(?:antes|por delante|al principio|before|at the start|at the beginning|at the front)|por delante|al principio|at the start|at the beginning|at the front)");

  private static FilteredPattern word(String regex) {
    return FilteredPattern.compile("\\b(?:" + regex + ")\\b");
  }

  boolean none() {
    return equals(NONE);
  }

  boolean days() {
    return arrival != 0 || departure != 0;
  }

  StayShift and(StayShift more) {
    return new StayShift(
        arrival + more.arrival,
        departure + more.departure,
        adults + more.adults,
        children + more.children);
  }

  static StayShift in(String text, Stay said) {
    StayShift people = new StayShift(0, 0, said.moreAdults(), said.moreChildren());
    return days(Tokens.plain(text)).and(people);
  }

  private static StayShift days(String plain) {
    Matcher spare = SPARE.matcher(plain);
    if (spare.find()) {
      String count = spare.group(1);
      return new StayShift(0, count == null || count.isEmpty() ? -1 : -count(count), 0, 0);
    }
    Matcher amount = AMOUNT.matcher(plain);
    if (ELSEWHERE.matcher(plain).find()) {
      return NONE;
    }
    while (amount.find()) {
      StayShift shift = of(plain, amount);
      if (!shift.none()) {
        return shift;
      }
    }
    return NONE;
  }

  private static StayShift of(String plain, Matcher amount) {
    String after = plain.substring(amount.end());
    String all = amount.group();
    int days = count(amount.group(1)) * (all.matches(".*(?:semana|semanita|week)s?$") ? 7 : 1);
    boolean nextDay = amount.group(1) == null;
    if (nextDay
        ? all.matches(".*(?:siguiente|despues|after|next day|following day)$")
        : later(after)) {
      return moved(plain, amount.start(), days);
    }
    boolean other = all.matches("(?:otra|another) .*|.* (?:extra|more) .*");
    if (!nextDay && (other && EARLIER.matcher(after).find() || IN_FRONT.matcher(after).find())) {
      return new StayShift(-days, 0, 0, 0);
    }
    if (nextDay || EARLIER.matcher(after).find()) {
      return moved(plain, amount.start(), -days);
    }
    if (other || MORE.matcher(after).find()) {
      return new StayShift(0, days, 0, 0);
    }
    if (LESS.matcher(after).find()) {
      return new StayShift(0, -days, 0, 0);
    }
    return byVerb(plain, amount.start(), days);
  }

  private static boolean later(String after) {
    return LATER.matcher(after).find();
  }

  private static StayShift byVerb(String plain, int at, int days) {
    String before = plain.substring(0, at);
    if (PUT_OFF.matcher(plain).find()) {
      return moved(plain, at, days);
    }
    if (BROUGHT_FORWARD.matcher(plain).find()) {
      return moved(plain, at, -days);
    }
    if (SHORTER.matcher(before).find()) {
      return new StayShift(0, -days, 0, 0);
    }
    boolean longer = LONGER.matcher(before).find() && !before.matches(".*\\bquedar\\w*\\b.*");
    return longer ? new StayShift(0, days, 0, 0) : NONE;
  }

  private static StayShift moved(String plain, int at, int days) {
    String before = plain.substring(0, at);
    boolean told = ARRIVING.matcher(before).find() || LEAVING.matcher(before).find();
    String where = told ? before : plain;
    int arriving = last(ARRIVING, where);
    int leaving = last(LEAVING, where);
    if (arriving < 0 && leaving < 0) {
      return new StayShift(days, days, 0, 0);
    }
    return arriving > leaving ? new StayShift(days, 0, 0, 0) : new StayShift(0, days, 0, 0);
  }

  /** Where the last of them stands; -1 for none. */
  private static int last(FilteredPattern pattern, String plain) {
    int found = -1;
    Matcher matcher = pattern.matcher(plain);
    while (matcher.find()) {
      found = matcher.start();
    }
    return found;
  }

  private static int count(String said) {
    if (said == null) {
      return 1;
    }
    return switch (said) {
      case "dos", "two" -> 2;
      case "tres", "three" -> 3;
      case "cuatro", "four" -> 4;
      default -> said.matches("\\d") ? Integer.parseInt(said) : 1;
    };
  }

  /** The plan with its days moved, if they are known and remain in order. */
  StayPlan moving(StayPlan plan) {
    if (!days() || plan.arrival() == null || plan.departure() == null) {
      return plan;
    }
    LocalDate from = plan.arrival().plusDays(arrival);
    LocalDate until = plan.departure().plusDays(departure);
    return until.isAfter(from) ? plan.on(from, until) : plan;
  }

  /** {@code una noche más, hasta el 12}: told twice, and meant once. */
  StayShift besides(Stay said, StayPlan before) {
    boolean until = said.departure() != null && !said.departure().equals(before.departure());
    boolean from = said.arrival() != null && !said.arrival().equals(before.arrival());
    boolean known = before.arrival() != null && before.departure() != null;
    return known && (until || from) ? new StayShift(from ? 0 : arrival, 0, adults, children) : this;
  }

  /** {@code hasta el domingo}: the one after the arrival. */
  static StayPlan ordered(StayPlan plan, String text) {
    boolean known = plan.arrival() != null && plan.departure() != null;
    if (!known || plan.departure().isAfter(plan.arrival()) || !weekday(text)) {
      return plan;
    }
    LocalDate until = plan.departure();
    while (!until.isAfter(plan.arrival())) {
      until = until.plusWeeks(1);
    }
    return plan.on(plan.arrival(), until);
  }

  private static boolean weekday(String text) {
    Words words = Words.of(text);
    boolean weekday = false;
    for (int i = 0; i < words.size(); i++) {
      weekday |= Calendar.day(words.plain(i)) != null;
    }
    return weekday && text.chars().noneMatch(Character::isDigit);
  }

  String written() {
    return none() ? "" : arrival + "," + departure + "," + adults + "," + children;
  }

  static StayShift read(String written) {
    if (written.isEmpty()) {
      return NONE;
    }
    String[] p = written.split(",");
    return new StayShift(
        Integer.parseInt(p[0]),
        Integer.parseInt(p[1]),
        Integer.parseInt(p[2]),
        Integer.parseInt(p[3]));
  }
}
