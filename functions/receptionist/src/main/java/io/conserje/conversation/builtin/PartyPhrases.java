package io.conserje.conversation.builtin;

import io.conserje.conversation.builtin.PartyWords.Party;
import java.util.List;

/** Phrases that say how many come, or how many more or fewer, without counting them. */
final class PartyPhrases {

  static final PhraseTable<Integer> FIXED =
      new PhraseTable<Integer>()
          .add(
              1,
              "solo yo|nomas yo|nada mas yo|unicamente yo|yo nomas|yo nada mas|yo solo|yo sola|para mi|para mi solo|para mi sola|voy solo|voy sola")
          .add(
              1,
              "viajo solo|viajo sola|viajo yo sola|viajo yo solo|ire sola|ire solo|vengo solo|vengo sola|just me|only me|just myself|for myself|by myself|on my own")
          .add(
              2, "los dos|las dos personas|nosotros dos|nosotras dos|un par de personas|una pareja")
          .add(
              2,
              "a couple|a couple of people|couple of us|the two of us|both of us|tu y yo|you and"
                  + " me")
          .add(2, "un matrimonio|el matrimonio|dos parejitas|mi media naranja y yo|a pair of us")
          .add(4, "dos parejas|dos matrimonios|two couples")
          .add(6, "tres parejas|tres matrimonios|three couples")
          .add(6, "media docena|half a dozen")
          .add(12, "una docena|a dozen|docena")
          .add(18, "docena y media|una docena y media")
          .add(24, "dos docenas|two dozen");

  private static final List<String> SHARED =
      List.of(
          "trona", "sillita", "silla", "alzador", "cuna", "menu", "babero", "cojin", "chair",
          "seat", "booster", "cot", "crib");

  static final PhraseTable<Integer> CHANGES =
      new PhraseTable<Integer>()
          .add(
              1,
              "uno mas|una mas|una persona mas|one more|one more person|uno mas al final|one extra")
          .add(
              1,
              "otra persona|otro mas|uno mas seremos|an extra person|another person|una persona extra")
          .add(2, "dos mas|dos personas mas|two more|two more people")
          .add(1, "1 mas|1 more|1 persona mas|1 extra")
          .add(2, "2 mas|2 more|2 personas mas|2 extra")
          .add(3, "tres mas|3 mas|three more|3 more|tres personas mas|three more people")
          .add(4, "cuatro mas|4 mas|four more|4 more")
          .add(-1, "uno menos|una menos|una persona menos|one less|one fewer|one person less")
          .add(-1, "1 menos|1 fewer|1 less")
          .add(-2, "dos menos|two less|two fewer|2 menos|2 fewer|2 less|dos personas menos")
          .add(-1, "one person fewer|1 person fewer|1 person less|1 persona menos")
          .add(
              -2,
              "two people fewer|two people less|two persons less|two persons fewer|2 people less|2 people fewer|2 personas menos")
          .add(-3, "three people fewer|three people less|three persons less|tres personas menos")
          .add(-3, "tres menos|3 menos|three fewer|3 fewer|three less");

  private PartyPhrases() {}

  /** {@code tronas para los dos}: of who is counted already. */
  static boolean shareThings(Words words, int i) {
    boolean leads = words.is(i, "para", "for");
    boolean led = words.is(i - 1, "para", "for") || words.is(i - 2, "para", "for");
    int at = leads ? i - 1 : words.is(i - 1, "para", "for") ? i - 2 : i - 3;
    String thing = leads || led ? words.plain(at) : "";
    return SHARED.stream().anyMatch(thing::startsWith);
  }

  /** {@code ocho en total}: whatever else is counted; or null. */
  static Party total(Words words, Tongue tongue) {
    for (int i = 0; i < words.size(); i++) {
      Hit<Integer> number = words.used(i) ? null : Numbers.at(words, i, tongue);
      int at = number == null ? 0 : number.to();
      at += number != null && PartyWords.people(words, at) ? 1 : 0;
      boolean total =
          number != null
              && (words.is(at, "en", "in") && words.is(at + 1, "total", "all")
                  || words.is(at, "con", "contando", "incluyendo")
                      && words.is(at + 1, "nosotros", "nosotras", "conmigo")
                  || words.is(at, "including", "counting") && words.is(at + 1, "us", "me")
                  || words.is(at, "altogether"));
      if (total && number.value() > 1) {
        words.use(i, words.is(at, "altogether") ? at + 1 : at + 2);
        return new Party(number.value(), false);
      }
    }
    return null;
  }
}
