package io.conserje.conversations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ImprovisedTest {

  private static final int TALKS = 120;

  /** In per cent: raised as the model gets better, never lowered. */
  private static final int FINISHED = 80;

  @Test
  void guestsNobodyWroteDownGetWhatTheyWanted() {
    List<Played> played =
        Conversations.playSideBySide(Improvised.talks(TALKS, 7, "", ""), Map.of());
    new Report("builtin", played, List.of()).print(System.out, "");

    long finished = played.stream().filter(Played::finished).count();
    assertTrue(100 * finished >= FINISHED * TALKS, finished + " of " + TALKS + " finished");
    assertEquals(0, Report.wrongFacts(played), "wrong facts said");
  }

  @Test
  void theSameSeedImprovisesTheSame() {
    List<String> once = titlesAndWords(3);
    assertEquals(once, titlesAndWords(3));
    assertFalse(once.equals(titlesAndWords(4)));
  }

  private static List<String> titlesAndWords(long seed) {
    return Improvised.talks(40, seed, "", "").stream()
        .map(s -> s.title() + s.plan().opening() + s.plan().wanted() + s.then().values())
        .toList();
  }

  @Test
  void everyPhraseOfABankCanBeFilled() {
    Random random = new Random(1);
    Wanted table = Houses.table(random, "Marta Ruiz", "612345678");
    Wanted room = Houses.room(random, "Marta Ruiz", "612345678");
    for (PhraseBank bank : PhraseBank.all().values()) {
      Ways ways = new Ways(bank.spanish(), random);
      for (String kind : List.of("table", "stay")) {
        Wanted wanted = kind.equals("table") ? table : room;
        bank.phrases()
            .map(kind)
            .values()
            .keySet()
            .forEach(key ->
                bank.texts(kind, key)
                    .forEach(phrase ->
                        assertFalse(
                            PhraseBank.filled(phrase, place -> ways.of(place, wanted))
                                .contains("{}"),
                            phrase)));
      }
      bank.texts("joints")
          .forEach(joint -> assertEquals(Set.of("answer", "aside"), PhraseBank.places(joint)));
    }
  }

  @Test
  void everyExpectationOfABankIsARegularExpression() {
    for (PhraseBank bank : PhraseBank.all().values()) {
      for (String house : List.of("restaurante", "hotel")) {
        bank.phrases()
            .map("asides")
            .maps(house)
            .forEach(aside -> aside.texts("reply").forEach(Pattern::compile));
      }
      bank.phrases().maps("wishes").forEach(wish -> Pattern.compile(wish.needed("kept")));
    }
  }
}
