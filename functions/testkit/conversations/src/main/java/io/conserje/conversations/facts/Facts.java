package io.conserje.conversations.facts;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what a reply states and nobody gave, whatever engine wrote it. It reads as little as it can
 * be sure of: a false alarm is worse than a fact that slips through once.
 */
public final class Facts {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern CODE =
      Pattern.compile("(?<![\\p{L}\\d])([A-Z]{2}[ -]?\\d{4}|[A-Z]{3}[ -]?\\d{3})(?![\\p{L}\\d])");
  private static final int PHONE = 9;
  private static final int TELLING = 4;

  private Facts() {}

  /** Lower case, without accents. */
  public static String plain(String text) {
    return MARKS
        .matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
        .replaceAll("")
        .toLowerCase(Locale.ROOT);
  }

  static String words(String plain) {
    return plain.replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  /**
   * What is wrong with a reply, a line each.
   *
   * @param known what may be stated
   * @param book how things stand now that it is said
   */
  public static List<String> wrong(String reply, Known known, Bookings book) {
    String plain = plain(reply);
    List<String> wrong = new ArrayList<>();
    codes(reply, known, book, wrong);
    times(plain, known, wrong);
    dates(plain, known, wrong);
    Money.in(plain)
        .forEach((words, cents) -> {
          if (!known.money(cents)) {
            wrong.add("an amount nobody gave: " + words);
          }
        });
    Claims.wrong(plain, book, wrong);
    others(plain, known, book, wrong);
    return wrong;
  }

  private static void codes(String reply, Known known, Bookings book, List<String> wrong) {
    Matcher codes = CODE.matcher(reply);
    while (codes.find()) {
      String code = codes.group(1).replaceAll("[ -]", "");
      if (!book.isOwn(code) && !known.said(plain(code))) {
        wrong.add("a code that is not this guest's: " + code);
      }
    }
  }

  private static void times(String plain, Known known, List<String> wrong) {
    for (Times.Said said : Times.in(plain)) {
      if (!known.time(said.meanings())) {
        wrong.add("a time nobody gave: " + said.words());
      }
    }
  }

  private static void dates(String plain, Known known, List<String> wrong) {
    for (Dates.Said said : Dates.in(plain, known.today())) {
      if (said.meanings().isEmpty()) {
        wrong.add("no such day: " + said.words());
      } else if (!known.date(said.meanings())) {
        wrong.add("a day nobody gave: " + said.words());
      }
    }
  }

  private static void others(String plain, Known known, Bookings book, List<String> wrong) {
    String words = " " + words(plain) + " ";
    String digits = plain.replaceAll("[\\s.-]", "");
    for (Bookings.Other other : book.others()) {
      for (String name : words(plain(other.name())).split(" ")) {
        if (name.length() >= TELLING && words.contains(" " + name + " ") && !known.said(name)) {
          wrong.add("another guest's name: " + name);
        }
      }
      String phone = other.phone().replaceAll("\\D", "");
      String end = phone.substring(Math.max(0, phone.length() - PHONE));
      if (end.length() == PHONE && digits.contains(end) && !known.guestSaidDigits(end)) {
        wrong.add("another guest's number");
      }
    }
  }
}
