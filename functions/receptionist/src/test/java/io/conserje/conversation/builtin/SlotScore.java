package io.conserje.conversation.builtin;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.chrono.ChronoLocalDate;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Counts, slot by slot, what was found, what was missed and what was found without being there. */
final class SlotScore {

  private static final class Count {
    int right;
    int wrong;
    int missed;
  }

  private final Map<String, Count> counts = new TreeMap<>();
  private int sentences;
  private int whole;

  /** Whether all of a sentence was understood, and nothing else. */
  boolean add(Map<String, Object> expected, Map<String, Object> found) {
    boolean all = true;
    Set<String> slots = new TreeSet<>(expected.keySet());
    slots.addAll(found.keySet());
    for (String slot : slots) {
      Count count = counts.computeIfAbsent(slot, s -> new Count());
      boolean right = matches(slot, expected.get(slot), found.get(slot));
      all &= right;
      count.right += right ? 1 : 0;
      count.wrong += !right && found.containsKey(slot) ? 1 : 0;
      count.missed += !right && expected.containsKey(slot) ? 1 : 0;
    }
    sentences++;
    whole += all ? 1 : 0;
    return all;
  }

  int whole() {
    return whole;
  }

  private static boolean matches(String slot, Object expected, Object found) {
    if (expected == null || found == null) {
      return false;
    }
    if (expected instanceof List<?> any) {
      return any.stream().anyMatch(one -> matches(slot, one, found));
    }
    String said = text(found);
    return slot.equals("notes")
        ? Pattern.compile(expected.toString()).matcher(said).find()
        : Tokens.plain(text(expected)).equals(Tokens.plain(said));
  }

  private static String text(Object value) {
    return switch (value) {
      case Date date -> LocalDate.ofInstant(date.toInstant(), ZoneOffset.UTC).toString();
      case ChronoLocalDate date -> date.toString();
      default -> value.toString();
    };
  }

  String table() {
    StringBuilder table = new StringBuilder("slot          right wrong missed precision recall\n");
    counts.forEach((slot, c) ->
        table.append(
            String.format(
                Locale.ROOT,
                "%-13s %5d %5d %6d %8.1f%% %5.1f%%%n",
                slot,
                c.right,
                c.wrong,
                c.missed,
                share(c.right, c.wrong),
                share(c.right, c.missed))));
    return table + String.format("whole sentences: %d of %d%n", whole, sentences);
  }

  private static double share(int right, int not) {
    return right + not == 0 ? 100 : 100.0 * right / (right + not);
  }
}
