package io.conserje.conversation.builtin;

import java.util.Set;

/** A name that is an answer by itself. */
final class WholeName {

  /** Fewer words before a name only lead to it. */
  private static final int SAYS_MORE = 3;

  /** Surnames that are words as well: after a first name, and where a name was asked for. */
  private static final Set<String> SURNAMES =
      Set.of(
          """
          sola mesa rey reyes cuesta calle casa casas bueno blanco blanca cano conde rubio moreno
          delgado luna nieto cruz pan vino hermoso bravo gallego toro cordero paz rios campo campos vega
          prado monte montes sierra costa cuadrado redondo calvo franco pardo roble roca piedra arenas
          marina mar plaza puerta puertas iglesia iglesias santo santos abad caballero guerrero herrero
          zapatero pastor molinero primo hermano aguado valiente noble rico pobre justo bello grande
          largo corto seco manzano naranjo limon rosa flor flores cerezo ventura amor cielo gracia vidal
          segura sereno salado dulce amargo bonito mora parra pino olmo leon torres castillo palacios
          barrio fuente fuentes pozo bosque arroyo valle ramos pena sala salas cocina barba cabeza pies
          manos pascual domingo abril mayo king young long short small white black brown green gray grey
          rose hill wood woods field fields lake rivers stone bush love price rich best day may march
          summer winter frost snow rain west north east weeks friday cook baker carpenter mason miller
          page bell church house hall banks swift sharp strong bright good wise old little large early
          late power park parks street lane castle bishop knight pope marsh
          """
              .strip()
              .split("\\s+"));

  private WholeName() {}

  /**
   * A message that is written as a name and is nothing else, where a name was asked for: {@code
   * Domingo Mesa} is no Sunday.
   */
  static String in(Words words) {
    int begin = 0;
    int end = words.size();
    while (end > 0 && words.used(end - 1)) {
      end--;
    }
    for (int i = 1; i < end; i++) {
      begin = words.opens(i) ? i : begin;
    }
    begin = secondPart(words, begin, end) ? begin - 1 : begin;
    while (begin < end
        && (NameWords.LEADING.contains(words.plain(begin))
            || words.is(begin, "under", "name", "names", "nombre") && words.capital(begin + 1))) {
      begin++;
    }
    int count = end - begin;
    if (count < 2 || count > 5 || words.asks() || words.shouted()) {
      return null;
    }
    boolean small = !words.capital(begin) && FirstNames.has(words.bare(begin));
    for (int i = begin; i < end; i++) {
      boolean letters = words.bare(i).chars().allMatch(Character::isLetter);
      boolean surname = i > begin && SURNAMES.contains(words.bare(i));
      boolean fits =
          letters && (words.capital(i) || small && (surname || named(words.bare(i))))
              || i > begin && NameWords.PARTICLES.contains(words.plain(i));
      if (!fits || words.used(i)) {
        return null;
      }
    }
    words.use(saysMore(words, begin) ? begin : 0, words.size());
    return WrittenName.spelled(words.said(begin, end).replaceAll("[.,;]\\s+", " "));
  }

  /** A surname that comes in a message of its own: {@code Sonia}, {@code Llorente}. */
  private static boolean secondPart(Words words, int begin, int end) {
    boolean lone = begin > 0 && end - begin == 1 && words.opens(begin - 1);
    return lone
        && !words.used(begin - 1)
        && FirstNames.has(words.bare(begin - 1))
        && !FirstNames.has(words.bare(begin))
        && !Vocabulary.knows(words.bare(begin))
        && words.bare(begin).length() > 2;
  }

  /** {@code make that four, Gail Hunt}, {@code mejor en la terraza. Gail Hunt}. */
  private static boolean saysMore(Words words, int begin) {
    if (begin >= SAYS_MORE && words.opens(begin)) {
      return true;
    }
    for (int i = 0; i < begin; i++) {
      if (Numbers.at(words, i, Tongue.ENGLISH) != null
          || Numbers.at(words, i, Tongue.SPANISH) != null) {
        return true;
      }
    }
    return false;
  }

  private static boolean named(String bare) {
    return FirstNames.has(bare) || Calendar.mayBeName(bare) || !Vocabulary.knows(bare);
  }
}
