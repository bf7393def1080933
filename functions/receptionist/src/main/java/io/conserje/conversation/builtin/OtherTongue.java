package io.conserje.conversation.builtin;

import io.conserje.knowledge.Question;
import io.conserje.text.FilteredPattern;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Whether a message is in a language that is neither Spanish nor English, by its small words. */
final class OtherTongue {

  private static final int ENOUGH = 2;

  /** None of them is a word of Spanish or English. */
  private static final Set<String> WORDS =
      set(
          """
          bonjour bonsoir je nous vous avez avons voudrais voudrions aimerais chambre chambres
          pour est une des les deux demain soir nuit nuits avec merci personnes quel quelle ou
          sil plait matin reserver
          guten tag morgen abend ich wir mochte mochten hatte haben sie ein eine einen zimmer
          fur zwei nachte nacht und bitte danke ist gibt es mit uhr tisch personen heute
          buongiorno buonasera vorrei vorremmo avete camera camere per persone notte notti domani
          stasera grazie siamo un tavolo prenotare sono il gli della
          ola bom boa noite tarde queria gostaria um uma quarto quartos duas pessoas amanha hoje
          voces tem obrigado obrigada noites para reservar
          bona tarda voldria voldriem habitacio dues nits dema taula teniu gracies som
          goedemorgen goedenavond ik wij willen kamer voor twee nachten morgen graag hebben een
          """);

  /** Some are words of ours as well: they tell nothing. */
  private static final Set<String> OURS =
      set(
          """
          es un per il ou tag sie tem tarde para queria reservar som des son les morgen ein les
          """);

  private static final FilteredPattern OF_TONGUES =
      FilteredPattern.compile(
          "\\b(?:espanol|ingles|frances|aleman|italiano|idiomas?|castellano|english|spanish|french|german|italian|languages?)\\b");

  private OtherTongue() {}

  /** {@code en español, entonces: ¿hay ascensor?} */
  static boolean asksBesides(String asked) {
    return Question.sentences(asked).stream()
        .flatMap(s -> Question.clauses(s).stream())
        .map(Question::of)
        .anyMatch(q ->
            !q.subject().isEmpty()
                && Question.asks(q.plain())
                && !OF_TONGUES.matcher(q.plain()).find());
  }

  private static Set<String> set(String words) {
    return Set.copyOf(new HashSet<>(Arrays.asList(words.strip().split("\\s+"))));
  }

  static boolean in(Words words) {
    Set<String> found = new HashSet<>();
    for (int i = 0; i < words.size(); i++) {
      String plain = words.bare(i);
      if (WORDS.contains(plain) && !OURS.contains(plain)) {
        found.add(plain);
      }
    }
    return found.size() >= ENOUGH && found.size() > LanguageWords.known(words);
  }
}
