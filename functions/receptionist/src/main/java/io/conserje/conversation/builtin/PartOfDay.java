package io.conserje.conversation.builtin;

import io.conserje.venue.Service;
import java.util.List;
import java.util.Set;

/** A hint which half of the day an hour belongs to. Hours from 24 on lie after midnight. */
enum PartOfDay {
  NIGHT(0, 6),
  MORNING(5, 12),
  LUNCH(11, 17),
  AFTERNOON(12, 21),
  DINNER(18, 28);

  private static final PhraseTable<PartOfDay> TABLE =
      new PhraseTable<PartOfDay>()
          .add(NIGHT, "de la madrugada|madrugada")
          .add(
              MORNING, "por la manana|de la manana|en la manana|a la manana|in the morning|morning")
          .add(MORNING, "desayunar|desayuno|breakfast")
          .add(LUNCH, "a mediodia|al mediodia|mediodia|del mediodia|medio dia|para comer|a comer")
          .add(
              LUNCH,
              "comida|comidas|almorzar|almuerzo|comer|comemos|lunch|luncheon|lunches|lunchtime|brunch")
          .add(AFTERNOON, "por la tarde|de la tarde|en la tarde|esta tarde|a la tarde|tarde")
          .add(AFTERNOON, "in the afternoon|afternoon|this afternoon")
          .add(DINNER, "por la noche|de la noche|en la noche|esta noche|a la noche|noche")
          .add(DINNER, "para cenar|a cenar|cenar|cena|cenas|cenamos|in the evening|evening|tonight")
          .add(DINNER, "at night|night|dinner|dinners|supper|dine");

  private static final List<String> MORNING_PHRASES = List.of("manana", "morning");

  private final int from;
  private final int to;

  PartOfDay(int from, int to) {
    this.from = from;
    this.to = to;
  }

  boolean holds(int hour) {
    return hour >= from && hour <= to || hour + 24 >= from && hour + 24 <= to;
  }

  /** Whether a lunch or a dinner lies in this part of the day. */
  boolean meets(Service service) {
    int first = service.firstBooking().getHour();
    int last = service.lastBooking().getHour() + (service.endsAfterMidnight() ? 24 : 0);
    return first <= to && last >= from;
  }

  /**
   * The last hint of a message, or null. Takes out {@code por la mañana}, which would read as a
   * day.
   */
  static PartOfDay in(Words words) {
    PartOfDay part = null;
    for (Hit<PartOfDay> hit : TABLE.in(words)) {
      if (ofToday(words, hit) || food(words, hit)) {
        continue;
      }
      boolean late = hit.value() == AFTERNOON && words.is(hit.from() - 1, "mas", "muy", "algo");
      if (!late) {
        part = stronger(part, hit.value());
      }
      if (MORNING_PHRASES.contains(words.plain(hit.to() - 1)) && hit.to() - hit.from() > 1) {
        words.use(hit);
      }
    }
    return part;
  }

  /**
   * {@code tomorrow at two, as we are out tonight}: this evening, of a message about another day.
   */
  private static boolean ofToday(Words words, Hit<PartOfDay> hit) {
    boolean tonight =
        words.is(hit.from(), "tonight") || words.is(hit.from(), "esta") && hit.value() == DINNER;
    boolean other = false;
    for (int i = 0; i < hit.from(); i++) {
      other |= words.is(i, "tomorrow") || Calendar.day(words.plain(i)) != null;
      other |= words.is(i, "manana") && !words.is(i - 1, "la");
    }
    return tonight && other;
  }

  /** {@code ¿tienen comida para llevar?}: what is eaten, not when. */
  private static boolean food(Words words, Hit<PartOfDay> hit) {
    boolean which =
        words.is(hit.from() - 1, "de") && words.is(hit.from() - 2, "tipo", "clase", "estilo");
    boolean away =
        words.is(hit.to(), "para") && words.is(hit.to() + 1, "llevar")
            || words.is(hit.to(), "a") && words.is(hit.to() + 1, "domicilio");
    boolean made =
        words.is(
            hit.to(),
            "tipica",
            "casera",
            "manejan",
            "tienen",
            "teneis",
            "sirven",
            "servis",
            "hacen",
            "haceis",
            "vegana",
            "vegetariana",
            "sin",
            "rapida",
            "riojana",
            "mexicana");
    return words.is(hit.from(), "comida", "comidas") && (which || away || made);
  }

  /** {@code comer ... por la noche}: the later and clearer one counts. */
  private static PartOfDay stronger(PartOfDay before, PartOfDay now) {
    return before == null || now != LUNCH ? now : before;
  }

  static Set<String> words() {
    return TABLE.words();
  }
}
