package io.conserje.call;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;

/**
 * How facts of a house and of its books are told in one language, for the ear. Days, times and
 * amounts come as they are written; a part that is empty is left out.
 */
interface FactWording {

  static FactWording in(Locale language) {
    return language != null && language.getLanguage().equals("en")
        ? new EnglishFacts()
        : new SpanishFacts();
  }

  /** From when to when a meal can be booked. */
  record Meal(String name, String first, String last, String closes) {}

  /** A room for some nights. */
  record Nights(String room, String arrival, String departure, int count) {}

  /**
   * @param pending whether the guest has still to say yes
   */
  String table(
      String reference, String when, int people, String name, String zone, boolean pending);

  /** How a guest sat the last time. */
  String usual(String time, int people, String name, String zone);

  String noted(String note);

  /** {@code meals} is empty for a day on which the house is closed. */
  String hours(String days, List<Meal> meals);

  /** Neighbouring weekdays. */
  String days(DayOfWeek first, DayOfWeek last);

  String address(String address);

  String phone(String phone);

  /**
   * One of the house's rules.
   *
   * @param rule its name in {@code get_house_info}; for an unknown one nothing is said
   */
  String policy(String rule, String value);

  /** A kind of room, whoever takes it. */
  String room(String called, int adults, int children, String from);

  String rooms(String all);

  String noRooms();

  /** What several rooms come to. */
  String altogether(String total);

  /** That some of several rooms are not left. */
  String notAll();

  /** What was asked besides and nothing is written down of. */
  String notKnown(List<String> questions);

  String nights(Nights nights);

  String free(String offers);

  String noneFree();

  String stay(String reference, String nights, String people, String name);

  String people(int adults, int children, int cots);

  String total(String amount);

  String touristTax(String amount);

  String deposit(String amount);

  /** {@code fee} is empty where calling it off never costs anything. */
  String cancelling(String freeUntil, String fee);

  String keptUntil(String moment);
}
