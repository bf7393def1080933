package io.conserje.conversation.builtin;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.MonthDay;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The names of days, months and feasts in both languages. */
final class Calendar {

  private static final Map<String, DayOfWeek> DAYS = new HashMap<>();
  private static final Map<String, DayOfWeek> SHORT_DAYS = new HashMap<>();
  private static final Map<String, Month> MONTHS = new HashMap<>();

  /** Days from today. */
  static final PhraseTable<Integer> NEAR =
      new PhraseTable<Integer>()
          .add(0, "hoy|hoy mismo|esta noche|esta tarde|este mediodia|today|tonight|this evening")
          .add(0, "this afternoon|this lunchtime|tonight please|hoy dia|this very day")
          .add(1, "manana|manana mismo|tomorrow|tomorow|tommorow|tommorrow|el dia de manana")
          .add(2, "pasado manana|pasado|day after tomorrow|the day after tomorrow");

  static final PhraseTable<MonthDay> FEASTS =
      new PhraseTable<MonthDay>()
          .add(
              MonthDay.of(12, 24),
              "nochebuena|noche buena|nochebuenas|vispera de navidad|christmas eve|xmas eve")
          .add(MonthDay.of(12, 25), "navidad|dia de navidad|christmas|christmas day|xmas|xmas day")
          .add(
              MonthDay.of(12, 31),
              "nochevieja|noche vieja|ultimo dia del ano|fin de ano|new years eve|new year eve|nye")
          .add(
              MonthDay.of(1, 1),
              "ano nuevo|dia de ano nuevo|primero de ano|new years day|new year day")
          .add(MonthDay.of(1, 5), "noche de reyes|vispera de reyes")
          .add(MonthDay.of(1, 6), "dia de reyes|reyes")
          .add(MonthDay.of(3, 19), "dia del padre|san jose")
          .add(MonthDay.of(10, 31), "halloween")
          .add(MonthDay.of(11, 1), "todos los santos|all saints")
          .add(MonthDay.of(12, 26), "boxing day|san esteban")
          .add(
              MonthDay.of(2, 14),
              "san valentin|dia de los enamorados|valentines|valentines day|valentine day");

  static {
    days("lunes martes miercoles jueves viernes sabado domingo", DAYS);
    days("monday tuesday wednesday thursday friday saturday sunday", DAYS);
    days("lun mar mie jue vie sab dom", SHORT_DAYS);
    days("mon tue wed thu fri sat sun", SHORT_DAYS);
    SHORT_DAYS.put("tues", DayOfWeek.TUESDAY);
    SHORT_DAYS.put("thur", DayOfWeek.THURSDAY);
    SHORT_DAYS.put("thurs", DayOfWeek.THURSDAY);
    SHORT_DAYS.put("vier", DayOfWeek.FRIDAY);
    SHORT_DAYS.put("mier", DayOfWeek.WEDNESDAY);
    DAYS.put("sabados", DayOfWeek.SATURDAY);
    DAYS.put("domingos", DayOfWeek.SUNDAY);
    months(
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre");
    months("january february march april may june july august september october november december");
    months("ene feb mar abr may jun jul ago sep oct nov dic");
    months("jan feb mar apr may jun jul aug sept oct nov dec");
    MONTHS.put("setiembre", Month.SEPTEMBER);
  }

  private Calendar() {}

  private static void days(String names, Map<String, DayOfWeek> into) {
    String[] all = names.split(" ");
    for (int i = 0; i < all.length; i++) {
      into.put(all[i], DayOfWeek.of(i + 1));
    }
  }

  private static void months(String names) {
    String[] all = names.split(" ");
    for (int i = 0; i < all.length; i++) {
      MONTHS.put(all[i], Month.of(i + 1));
    }
  }

  /** Also of several: {@code los sábados}, {@code Mondays}. */
  static DayOfWeek weekday(String plain) {
    return day(plain.replaceAll("(?<=sabado|domingo|day)s$", ""));
  }

  static DayOfWeek day(String plain) {
    return DAYS.get(plain);
  }

  /** {@code vie}, {@code sat}: words that need something around them to count. */
  static DayOfWeek shortDay(String plain) {
    return SHORT_DAYS.get(plain);
  }

  static Month month(String plain) {
    return MONTHS.get(plain);
  }

  /** Words that are days or months and also names of people. */
  static boolean mayBeName(String plain) {
    return DAYS.containsKey(plain) || MONTHS.containsKey(plain) || plain.equals("reyes");
  }

  static Set<String> words() {
    Set<String> all = new HashSet<>(DAYS.keySet());
    all.addAll(SHORT_DAYS.keySet());
    all.addAll(MONTHS.keySet());
    all.addAll(NEAR.words());
    all.addAll(FEASTS.words());
    return all;
  }
}
