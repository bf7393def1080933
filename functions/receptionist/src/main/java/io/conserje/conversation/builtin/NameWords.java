package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;
import java.util.Set;

/** Finds the name a booking is to be under. */
final class NameWords {

  private static final PhraseTable<Boolean> SURE =
      new PhraseTable<Boolean>()
          .add(
              true,
              "a nombre de|al nombre de|con el nombre de|al nombre|la reserva es de|en nombre de|nombre de|a nombre|a nombre d|de parte de|me llamo")
          .add(
              true,
              "mi nombre es|mi nombre|el nombre es|el nombre|nombre|nombre completo|nombre completo es|mi nombre completo|mi nombre completo es|el nombre completo|el nombre completo es|nombre y apellidos|nombre y apellido|mi apellido es|apellido|me apellido|el apellido es|un tal")
          .add(
              true,
              "my name is|my names|names|my full name|my full name is|full name|my surname is|the surname is|surname is|surname|my last name is|last name is|last name|family name is|family name|the name is|the names|name is|under the name of")
          .add(true, "under the name|in the name of|name of|name|call me|under");

  private static final PhraseTable<Boolean> LIKELY =
      new PhraseTable<Boolean>()
          .add(
              true,
              "soy|habla|im|i am|this is|its for|es para|a nombre|se llama|su nombre es|her name is|his name is|shes called|hes called")
          .add(true, "la reserva de|reserva de|mesa de|la mesa de")
          .add(
              true,
              "secretaria de|secretario de|asistente de|ayudante de|assistant to|assistant of|secretary to");

  static final Set<String> PARTICLES =
      setOf(
          """
          de del la las los el van von der da di o mac
          """);

  /** Before a name that is the answer to a question for one. */
  static final Set<String> LEADING =
      setOf(
          """
          its it is im es soy pon ponlo ponla ponme ponga pone ponele ponelo ponela poneme
          anota anote anotalo apunta apunte apuntalo apuntala apuntame put use write sera
          senora senor sra sr don dona mr mrs ms miss
          seria si yes ok vale claro hola hi hello pues bueno sure yeah that thats gracias
          thanks usa
          """);

  /** These lead a name that follows: {@code familia Arnedo}. */
  private static final Set<String> HOUSES = Set.of("familia", "grupo", "family", "bodegas");

  private static final FilteredPattern NOT_A_NAME =
      FilteredPattern.compile(".*(isimo|isima|mente)");

  private final Words words;

  NameWords(Words words) {
    this.words = words;
  }

  private static Set<String> setOf(String words) {
    return Set.of(words.strip().split("\\s+"));
  }

  /** {@code a nombre de Lucía}: the name, its words taken out; or null. */
  static String introduced(Words words) {
    int another = ForWhom.another(words);
    String name = another == 0 ? null : introduced(words, another);
    return name == null ? introduced(words, 0) : name;
  }

  private static String introduced(Words words, int from) {
    NameWords names = new NameWords(words);
    for (int i = from; i < words.size(); i++) {
      Hit<Boolean> sure = SURE.at(words, i);
      if (sure != null) {
        String name = names.take(i, sure.to(), false);
        if (name != null) {
          return fuller(Surname.told(name, words), words);
        }
        if (Company.isRelative(words.plain(sure.to()))
            || Company.isRelative(words.plain(sure.to() + 1))) {
          return unasked(words, false, false);
        }
        i = sure.to() - 1;
      }
      boolean its = words.is(i, "its") && FirstNames.has(words.bare(i + 1));
      Hit<Boolean> likely = its ? new Hit<>(i, i + 1, true) : LIKELY.at(words, i);
      if (likely != null) {
        String name = names.take(i, likely.to(), true);
        if (name != null) {
          return name;
        }
      }
    }
    String titled = TitledName.in(words);
    return titled != null ? titled : TheirName.in(words);
  }

  /** {@code my name is Schröder, with umlaut, Klaus Schröder}. */
  private static String fuller(String name, Words words) {
    for (int i = 1; name.indexOf(' ') < 0 && i < words.size(); i++) {
      boolean whole = words.capital(i - 1) && !words.opens(i) && FirstNames.may(words.bare(i - 1));
      if (whole && words.said(i, i + 1).replaceAll("\\W*$", "").equals(name)) {
        words.use(i - 1, i + 1);
        return words.said(i - 1, i) + " " + name;
      }
    }
    return name;
  }

  String take(int from, int at, boolean wary) {
    int start = at;
    while (AroundNames.BEFORE.contains(words.plain(start)) && !words.opens(start + 1)) {
      start++;
    }
    boolean his = words.is(start, "el") && words.opens(start + 1) && start > from;
    if (ForWhom.isBilled(words, from)
        || AroundNames.BEFORE.contains(words.plain(start)) && !words.capital(start) && !his) {
      return null;
    }
    boolean role =
        start > at
            && words.is(start - 1, "el", "la", "the")
            && !words.capital(start)
            && !FirstNames.has(words.bare(start));
    start = afterRelative(start);
    int end = role ? start : end(start);
    boolean unlikely =
        wary
            && (words.opens(start)
                || words.is(at, "de") && words.is(at - 1, "soy") && !words.capital(at)
                || Calendar.mayBeName(words.bare(start))
                || !FirstNames.has(words.bare(start)) && !words.capital(start));
    if (end == start || unlikely) {
      return null;
    }
    words.use(from, end);
    int other = wary ? end : rightName(end);
    int otherEnd = other > end ? end(other) : end;
    if (otherEnd > other) {
      words.use(end, otherEnd);
      return WrittenName.spelled(words.said(other, otherEnd));
    }
    return WrittenName.spelled(words.said(start, end));
  }

  /** {@code …Wanda Oro, no, Wanda Toro}: where the other name begins; the end if there is none. */
  private int rightName(int end) {
    int at = end;
    while (at < words.size() && words.is(at, AroundNames.CORRECTING)) {
      at++;
    }
    boolean name = at > end && words.capital(at) && words.opens(end);
    return name ? at : end;
  }

  /** {@code a nombre de mi mujer, Lidia Mora}; who she is to the guest is no name. */
  private int afterRelative(int start) {
    int at = start;
    while (at > 0 && Company.isRelative(words.plain(at)) && !words.capital(at)
        || at == start && words.is(at, AroundNames.THEIRS) && words.opens(at + 1)
        || at > start && words.is(at, "por", "favor", "please")
        || at > start && words.is(at, "que", "se", "llama", "es", "called", "shes", "hes", "is")) {
      at++;
    }
    return at;
  }

  private int end(int start) {
    int end = start;
    while (end < words.size()
        && end - start < 5
        && (end == start || !words.opens(end))
        && !words.used(end)
        && (nameable(end)
            || leads(end)
            || end == start + 1 && words.capital(end) && ofFirst(start) && !answers(end)
            || PARTICLES.contains(words.plain(end)) && end > start && !tellsWhich(end))) {
      end++;
    }
    while (end > start && !words.capital(end - 1) && !nameable(end - 1)) {
      end--;
    }
    return end;
  }

  /** {@code Paco el de la ferretería}. */
  private boolean tellsWhich(int i) {
    return words.is(i, "el", "los", "las") && !words.capital(i) && !words.capital(i + 1);
  }

  /** {@code Adrián Cuesta}: what follows a first name is none of the words it could be. */
  private boolean ofFirst(int first) {
    return words.capital(first) && FirstNames.may(words.bare(first)) && !words.shouted();
  }

  /** {@code … a nombre de Ana}, and as the next message {@code Sí}. */
  private boolean answers(int i) {
    return words.is(i, "si", "yes", "vale", "ok", "okay", "gracias", "thanks");
  }

  /** {@code Van der Berg}, {@code De la Rosa}. */
  private boolean leads(int i) {
    return HOUSES.contains(words.plain(i)) && !words.opens(i + 1) && nameable(i + 1)
        || words.capital(i)
            && PARTICLES.contains(words.plain(i))
            && !words.shouted()
            && !words.opens(i + 1)
            && (nameable(i + 1) || PARTICLES.contains(words.plain(i + 1)));
  }

  private boolean nameable(int i) {
    String bare = words.bare(i);
    if (AroundNames.OF_A_PHONE.contains(bare) && !words.capital(i)) {
      return false;
    }
    if (!bare.chars().allMatch(Character::isLetter)
        || bare.length() < 2
        || wished(i)
        || NOT_A_NAME.matcher(bare).matches() && !FirstNames.has(bare)) {
      return false;
    }
    boolean ownName = Calendar.mayBeName(bare) && words.capital(i) && !words.shouted();
    return FirstNames.has(bare)
        || !Vocabulary.knows(bare) && words.plain(i).equals(bare)
        || ownName
        || !Vocabulary.knows(bare) && words.capital(i) && !words.shouted();
  }

  /** {@code soy marta ruiz querría una mesa}: what is wanted follows the name without a comma. */
  private boolean wished(int i) {
    return i >= 0
        && (i == 0 || !words.capital(i))
        && Verbs.only(words.bare(i))
        && !FirstNames.has(words.bare(i));
  }

  /** A name given as the answer to "under what name?". */
  static String answer(Words words) {
    if (words.asks() || HowTheyCome.in(words.text())) {
      return null;
    }
    NameWords names = new NameWords(words);
    String first = null;
    for (int i = 0; i < words.size(); i++) {
      int end = names.answerEnd(i);
      end = end > i && names.aside(i, end) ? i : end;
      if (end > i
          && (first == null || names.corrected(i) || Surname.wholly(words, i, end, first))) {
        words.use(i, end);
        first = WrittenName.spelled(words.said(i, end));
        i = end - 1;
      }
    }
    return first;
  }

  /** {@code does it matter? ok, Tobias Renner}: one with capitals, where nothing is asked. */
  static String besideAsking(Words words) {
    for (String sentence : words.text().split("(?<=[?!.])\\s+")) {
      String name = answer(Words.of(sentence.replaceAll("[\\s,]*[+]?\\d[\\d ]{6,}\\W*$", "")));
      if (name != null && sentence.contains(name)) {
        return name;
      }
    }
    return null;
  }

  /** Where the name ends that begins there; not after it if there is none. */
  private int answerEnd(int i) {
    boolean begins =
        words.opens(i) || AroundNames.FILLERS.contains(words.plain(i - 1)) || wished(i - 1);
    int end = begins && !words.used(i) ? end(i) : i;
    boolean closes =
        end > i
            && !verb(i, end)
            && (clear(i, end)
                || words.opens(end)
                || words.used(end)
                || AroundNames.FILLERS.contains(words.plain(end)) && !words.is(end, "como")
                || words.is(end, "y", "and", "from", "at"));
    return closes ? end : i;
  }

  /** {@code marta ruiz una cosita}: a first name and a surname end where another word begins. */
  private boolean clear(int from, int to) {
    return to - from > 1 && FirstNames.has(words.bare(from));
  }

  /** {@code pon cuatro por si acaso}: a lone small word among others is no name. */
  private boolean aside(int from, int to) {
    boolean lone = to - from == 1 && !words.capital(from) && !FirstNames.has(words.bare(from));
    int others = 0;
    boolean told = false;
    for (int i = 0; i < words.size(); i++) {
      boolean filler =
          AroundNames.FILLERS.contains(words.plain(i)) || LEADING.contains(words.plain(i));
      others += i >= from && i < to || filler || phoneAt(i) ? 0 : 1;
      told |= words.used(i) && !phoneAt(i) && !filler;
    }
    return lone && (told || others > 2);
  }

  /** {@code …, bueno, pon María}. */
  private boolean corrected(int i) {
    boolean more = words.capital(i) && !words.opens(i + 1);
    return more
        && words.is(
            i - 1, "pon", "ponga", "ponme", "mejor", "digo", "perdon", "sorry", "actually", "put");
  }

  /** {@code añade un niño}: a lone word before something else that was understood is no name. */
  private boolean verb(int i, int end) {
    boolean before = end - i == 1 && !words.opens(end) && words.used(end) && !phoneAt(end);
    boolean day = words.is(i - 1, "el", "on") && Calendar.day(words.plain(i)) != null;
    return (before || day) && !words.capital(i) && (day || !FirstNames.has(words.bare(i)));
  }

  /**
   * A part of the message that is nothing but a name, where nobody asked for one.
   *
   * @param known whether the guest has said a name before
   * @param readBack whether a name was read back to the guest, which a lone word may correct
   */
  static String unasked(Words words, boolean readBack, boolean known) {
    NameWords names = new NameWords(words);
    for (int i = 0; i < words.size(); i++) {
      boolean after = i > 0 && words.used(i - 1);
      boolean begins = names.begins(i) || after;
      int end = begins && !words.used(i) ? names.end(i) : i;
      boolean whole =
          end > i
              && (!words.asks(i) || names.signs(i, end))
              && (words.opens(end)
                  || words.is(end, "mejor", "please", "gracias")
                  || names.phoneAt(end));
      boolean ownName = FirstNames.has(words.bare(i)) || names.allCapital(i, end);
      boolean numbered =
          names.phoneAt(end)
              && (ownName || !known)
              && !AroundNames.OF_A_PHONE.contains(words.plain(i));
      boolean last = !known && after && end == words.size() && end - i > 1;
      if (!numbered && !names.begins(i) && !(last && names.allCapital(i, end))) {
        continue;
      }
      boolean clear =
          end - i > 1
              || readBack && words.size() <= 2
              || names.signs(i, end)
              || names.closes(i, end)
              || numbered;
      boolean capital = names.allCapital(i, end) && clear;
      if (whole && (FirstNames.has(words.bare(i)) || capital || numbered)) {
        words.use(i, end);
        return WrittenName.spelled(words.said(i, end));
      }
    }
    return null;
  }

  /** {@code Marta Ruiz 611223344}. */
  private boolean phoneAt(int i) {
    boolean plus = words.used(i) && words.is(i, "and") && words.said(i, i + 1).equals("+");
    int at = plus ? i + 1 : i;
    return words.used(at) && words.plain(at).length() > 1 && Numbers.digits(words.plain(at));
  }

  /** Whether only fillers stand between the beginning of this part and a word. */
  private boolean begins(int i) {
    int at = i;
    while (!words.opens(at) && AroundNames.FILLERS.contains(words.plain(at - 1))) {
      at--;
    }
    return words.opens(at);
  }

  /** {@code 2 people, Sunday at 2, Fiona}. */
  private boolean closes(int from, int to) {
    return to == words.size() && from >= 3 && words.opens(from) && !words.asks(from);
  }

  /** {@code … Cheers, Priya}. */
  private boolean signs(int from, int to) {
    return to == words.size()
        && words.is(from - 1, "gracias", "saludo", "saludos", "cheers", "thanks", "you", "regards");
  }

  private boolean allCapital(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!words.capital(i) && !PARTICLES.contains(words.plain(i))) {
        return false;
      }
    }
    return to > from && !words.shouted();
  }
}
