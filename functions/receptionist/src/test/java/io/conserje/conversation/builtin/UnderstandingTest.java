package io.conserje.conversation.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.conversation.builtin.Ear.Situation;
import io.conserje.conversation.builtin.PartyWords.Party;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sentences and what they say, from the tables in {@code understanding/}. */
class UnderstandingTest {

  private static final LocalDate A_SATURDAY = LocalDate.of(2026, 11, 28);
  private static final Pattern SLOT = Pattern.compile("\\w+=(\"[^\"]*\"|\\S+)");

  @ParameterizedTest
  @MethodSource("spanish")
  void spanishIsUnderstood(String row) {
    check(row, Tongue.SPANISH);
  }

  @ParameterizedTest
  @MethodSource("english")
  void englishIsUnderstood(String row) {
    check(row, Tongue.ENGLISH);
  }

  private static void check(String row, Tongue tongue) {
    String[] sides = row.split("=> ");
    boolean asks = sides[0].startsWith("[");
    String said = asks ? sides[0].substring(sides[0].indexOf(']') + 1) : sides[0];
    Asked asked =
        asks ? Asked.valueOf(sides[0].substring(1, sides[0].indexOf(']'))) : Asked.NOTHING;
    Wish wish = asks ? new Wish(2, null, null, null, null, null, null, null) : Wish.NONE;
    if (asked == Asked.PARTY || !asks) {
      wish = Wish.NONE;
    }
    Situation situation =
        new Situation(Houses.NOON.toLocalDateTime(), asked, tongue, tongue, wish, null);
    Understanding heard = Ear.hear(said, situation);
    boolean topics = sides[1].contains("topics=");
    assertEquals(slots(sides[1]), written(heard, topics), said);
  }

  private static TreeSet<String> slots(String expected) {
    TreeSet<String> slots =
        SLOT.matcher(expected)
            .results()
            .map(r -> r.group())
            .collect(Collectors.toCollection(TreeSet::new));
    return slots;
  }

  private static TreeSet<String> written(Understanding heard, boolean topics) {
    TreeSet<String> slots = new TreeSet<>();
    LocalDate date = heard.day() == null ? null : heard.day().date();
    add(slots, "date", date);
    add(slots, "time", heard.time() == null ? null : placed(heard, date));
    add(slots, "part", heard.part());
    add(slots, "party", heard.party() == null ? null : party(heard.party()));
    add(slots, "name", heard.name());
    add(slots, "zone", heard.zone());
    add(slots, "notes", heard.notes());
    add(slots, "reference", heard.reference());
    add(slots, "answer", heard.answer() == YesNo.NEITHER ? null : heard.answer());
    add(slots, "choice", heard.choice() == Choice.NONE ? null : heard.choice());
    if (topics) {
      slots.add(
          "topics=" + heard.topics().stream().map(Topic::name).collect(Collectors.joining(",")));
    }
    return slots;
  }

  private static Object placed(Understanding heard, LocalDate date) {
    LocalDate day = date == null ? A_SATURDAY : date;
    return heard.time().on(day, heard.part(), Houses.restaurantHours()).toLocalTime();
  }

  private static String party(Party party) {
    return party.relative() && party.size() > 0 ? "+" + party.size() : "" + party.size();
  }

  private static void add(TreeSet<String> slots, String key, Object value) {
    if (value != null && !value.toString().isEmpty()) {
      String text = value.toString();
      slots.add(key + "=" + (text.contains(" ") ? '"' + text + '"' : text));
    }
  }

  static Stream<String> spanish() {
    return rows("spanish.txt").stream();
  }

  static Stream<String> english() {
    return rows("english.txt").stream();
  }

  private static List<String> rows(String file) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                UnderstandingTest.class.getResourceAsStream("/understanding/" + file),
                StandardCharsets.UTF_8))) {
      return new ArrayList<>(
          reader.lines().filter(l -> l.contains("=>")).filter(l -> !l.startsWith("#")).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
