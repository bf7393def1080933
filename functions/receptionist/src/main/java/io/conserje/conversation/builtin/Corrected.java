package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/** What corrects a stay that is being arranged without saying all of it again. */
final class Corrected {

  private static final FilteredPattern IN_COT =
      FilteredPattern.compile(
          "\\b(?:duerm\\w+|dorm\\w+) (?:aun |todavia |ya )?en (?:una |la |su )?cuna\\b|\\bsleeps? in (?:a|the|his|her) (?:cot|crib)\\b");

  /** What turns a month into a correction of the one that was said. */
  private static final FilteredPattern NOT_THAT =
      FilteredPattern.compile(
          "\\b(?:no|not|perdon\\w*|digo|decir|dije|equivo\\w+|mejor|en vez|en lugar|sorry|mean|meant|actually|rather|wait|ay|uy|oh|era|eran|was|espera\\w*)\\b");

  /** Also names of people, and {@code may I …}. */
  private static final FilteredPattern IN_MONTH =
      FilteredPattern.compile("\\b(?:en|de|in|of|not|mean|meant|no) (?:el mes de )?\\p{L}+\\b");

  private Corrected() {}

  static StayPlan of(StayPlan before, StayPlan plan, Stay said, String text, LocalDate today) {
    String name = Naming.fuller(plan.name(), before.name());
    StayPlan named = plan.withName(Naming.mended(before.name(), name, text));
    return inCot(inMonth(named, before, said, text, today), text);
  }

  /** {@code ay no, diciembre quería decir}: the same days of that month. */
  private static StayPlan inMonth(
      StayPlan plan, StayPlan before, Stay said, String text, LocalDate today) {
    Words words = Words.of(text);
    Month month = null;
    for (int i = 0; i < words.size(); i++) {
      Month named = month(words, i);
      if (named != null && month != null) {
        return plan;
      }
      month = named == null ? month : named;
    }
    if (!corrects(plan, before, Tokens.plain(words.text()))) {
      return plan;
    }
    boolean days = said.arrival() != null || said.departure() != null;
    boolean figures = text.chars().anyMatch(Character::isDigit);
    if (month == null || days || figures || plan.arrival() == null) {
      return plan;
    }
    YearMonth in = YearMonth.from(today).withMonth(month.getValue());
    int day = plan.arrival().getDayOfMonth();
    in = in.isValidDay(day) && in.atDay(day).isBefore(today) ? in.plusYears(1) : in;
    if (!in.isValidDay(day)) {
      return plan;
    }
    LocalDate from = in.atDay(day);
    LocalDate until =
        plan.departure() == null
            ? null
            : from.plusDays(ChronoUnit.DAYS.between(plan.arrival(), plan.departure()));
    return until == null ? plan.on(from, null) : plan.on(from, until);
  }

  /** {@code May} and {@code March} are words of every sentence, unless something points at them. */
  private static Month month(Words words, int i) {
    boolean any = words.is(i, "may", "march");
    boolean pointed = words.is(i - 1, "in", "of", "not", "mean", "meant");
    return any && !pointed ? null : Calendar.month(words.plain(i));
  }

  /** Who is called Julio corrects nothing, and neither does who asks "may I …?". */
  private static boolean corrects(StayPlan plan, StayPlan before, String plain) {
    return Objects.equals(plan.name(), before.name())
        && !plain.contains("?")
        && (NOT_THAT.matcher(plain).find() || IN_MONTH.matcher(plain.strip()).matches());
  }

  /** {@code duerme en cuna todavía}: a child that was told of needs no bed. */
  private static StayPlan inCot(StayPlan plan, String text) {
    boolean child = plan.children() != null && plan.children() > 0;
    return child && IN_COT.matcher(Tokens.plain(text)).find()
        ? plan.forChildren(plan.children() - 1)
        : plan;
  }
}
