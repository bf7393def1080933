package io.conserje.conversation.builtin;

import java.util.ArrayList;
import java.util.List;

/** Finds how many people come. */
final class PartyWords {

  /**
   * @param relative whether the number is to be added to what was said before: {@code uno más}
   * @param children how many of them are said to be children, babies apart
   */
  record Party(int size, boolean relative, int children, int babies) {
    Party(int size, boolean relative) {
      this(size, relative, 0, 0);
    }

    int adults() {
      return size - children - babies;
    }

    Party and(Party more) {
      return new Party(size + more.size, relative, children + more.children, babies + more.babies);
    }
  }

  private final Words words;
  private final Tongue tongue;

  private PartyWords(Words words, Tongue tongue) {
    this.words = words;
    this.tongue = tongue;
  }

  static Party in(Words words, Tongue tongue) {
    return in(words, tongue, false);
  }

  /**
   * @param changing see {@link Meant}
   */
  static Party in(Words words, Tongue tongue, boolean changing) {
    Party total = PartyPhrases.total(words, tongue);
    if (total != null) {
      return total;
    }
    Words untouched = words.copy();
    Party family = Company.in(untouched, tongue);
    PartyWords finder = new PartyWords(words, tongue);
    List<Hit<Party>> hits = finder.all();
    if (hits.stream().anyMatch(hit -> !one(words, hit))) {
      hits.removeIf(hit -> one(words, hit));
    }
    Hit<Party> left = finder.left(hits);
    if (left != null) {
      return left.value();
    }
    if (Standing.there(words.text()) && hits.stream().anyMatch(hit -> hit.value().relative())) {
      hits.removeIf(hit -> !hit.value().relative());
    }
    Hit<Party> meant = Meant.of(words, hits, changing);
    if (meant != null
        && meant.value().relative()
        && family != null
        && !Company.tellsWhoSpeaks(words)) {
      return meant.value();
    }
    meant = meant != null && babiesAlone(meant.value()) ? null : meant;
    boolean all = family == null || meant != null && meant.value().size() >= family.size();
    if (all && meant != null) {
      return meant.value();
    }
    words.useAll(untouched);
    return family;
  }

  /** {@code éramos cuatro, pero Ana no viene}: as many as are left; or null. */
  private Hit<Party> left(List<Hit<Party>> hits) {
    for (Hit<Party> all : hits) {
      boolean were = words.is(all.from(), "eramos", "were", "ibamos") && !all.value().relative();
      for (Hit<Party> away : were ? hits : List.<Hit<Party>>of()) {
        int left = all.value().size() + away.value().size();
        if (away.value().relative() && away.value().size() < 0 && left > 0) {
          return new Hit<>(all.from(), all.to(), new Party(left, false));
        }
      }
    }
    return null;
  }

  private static boolean babiesAlone(Party party) {
    return !party.relative() && party.babies() == party.size();
  }

  /** {@code we are with four}, as many say who learnt English. */
  private boolean with(int at) {
    return words.is(at, "with", "con") && words.is(at - 1, "are", "were", "be", "somos", "seremos");
  }

  /** {@code viene una persona en silla de ruedas}: one of them, not all. */
  private static boolean one(Words words, Hit<Party> hit) {
    return hit.value().size() == 1
        && !hit.value().relative()
        && hit.to() - hit.from() == 2
        && Numbers.article(words.plain(hit.from()));
  }

  /** Every number of people that is named, its words taken out. */
  static List<Hit<Party>> all(Words words, Tongue tongue) {
    return new PartyWords(words, tongue).all();
  }

  /** Whether a word stands for people that are counted. */
  static boolean people(Words words, int i) {
    String plain = words.plain(i);
    return PeopleWords.PEOPLE.contains(plain)
        || Company.CHILDREN.contains(plain)
        || words.is(i, "p");
  }

  private List<Hit<Party>> all() {
    List<Hit<Party>> hits = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      boolean counted = words.used(i) || PartyPhrases.shareThings(words, i);
      Hit<Party> hit = counted ? null : at(i);
      if (hit != null) {
        hits.add(hit);
        words.use(hit);
        i = hit.to() - 1;
      }
    }
    return hits;
  }

  private Hit<Party> at(int i) {
    Hit<Integer> change = PartyPhrases.CHANGES.at(words, i);
    boolean nights =
        change != null
            && words.is(
                change.to(),
                "noche",
                "noches",
                "night",
                "nights",
                "dia",
                "dias",
                "day",
                "days",
                "room",
                "habitacion",
                "hora",
                "hour",
                "thing",
                "cosa",
                "question",
                "pregunta");
    if (change != null && !nights) {
      return new Hit<>(i, change.to(), new Party(change.value(), true));
    }
    Hit<Integer> fixed = PartyPhrases.FIXED.at(words, i);
    if (fixed != null && !(fixed.value() == 1 && (withRelatives() || occasion(fixed.to())))) {
      return withMore(new Hit<>(i, fixed.to(), new Party(fixed.value(), false)));
    }
    Hit<Party> counted = more(counted(i));
    counted = counted != null ? counted : bareWithMore(i);
    return counted != null ? counted : introduced(i);
  }

  /** {@code para mi aniversario}. */
  private boolean occasion(int i) {
    return words.is(
        i,
        "aniversario",
        "cumple",
        "cumpleanos",
        "santo",
        "boda",
        "despedida",
        "jubilacion",
        "comunion",
        "graduacion");
  }

  /** {@code un niño pequeño más}. */
  private Hit<Party> more(Hit<Party> hit) {
    int at = hit == null ? 0 : hit.to();
    at += words.is(at, "pequeno", "pequena", "chico", "chica", "mayor", "extra") ? 1 : 0;
    boolean more =
        hit != null && words.is(at, "mas", "more") && words.opens(at + 1) && !words.opens(at);
    return more ? new Hit<>(hit.from(), at + 1, new Party(hit.value().size(), true)) : hit;
  }

  /** {@code cuatro y un bebé}, at the beginning of a part. */
  private Hit<Party> bareWithMore(int i) {
    Hit<Integer> number = words.opens(i) ? Numbers.at(words, i, tongue) : null;
    if (number == null || number.value() == 0) {
      return null;
    }
    Hit<Party> alone = new Hit<>(i, number.to(), new Party(number.value(), false));
    Hit<Party> all = withMore(alone);
    return all.to() > alone.to() ? all : null;
  }

  /** {@code nosotros dos y los tres niños}. */
  private Hit<Party> withMore(Hit<Party> hit) {
    if (!words.is(hit.to(), "y", "and", "con", "with", "mas", "plus")) {
      return hit;
    }
    int at = hit.to() + 1;
    boolean child =
        words.is(at, "la", "el", "mi", "nuestra", "nuestro", "my", "our", "the")
            && Company.isChild(words.plain(at + 1))
            && !words.plain(at + 1).endsWith("s");
    if (child) {
      return new Hit<>(hit.from(), at + 2, hit.value().and(new Party(1, false, 1, 0)));
    }
    if (one(hit.to(), at)) {
      Party one = new Party(1, false, 0, Company.isBaby(words.plain(at + 1)) ? 1 : 0);
      return new Hit<>(hit.from(), at + 2, hit.value().and(one));
    }
    at += words.is(at, "los", "las", "nuestros", "nuestras", "our", "the") ? 1 : 0;
    Hit<Party> more = counted(at, true);
    return more == null ? hit : new Hit<>(hit.from(), more.to(), hit.value().and(more.value()));
  }

  /** {@code los tres y la abuela}; not {@code y mi mujer es celíaca}. */
  private boolean one(int and, int at) {
    String who = words.plain(at + 1);
    boolean named =
        words.is(and, "y", "and", "plus", "mas")
            && words.is(at, "la", "el", "mi", "nuestra", "nuestro", "my", "our", "the")
            && (Company.isRelative(who) || Company.isBaby(who))
            && !who.endsWith("s");
    boolean ends =
        words.opens(at + 2)
            || words.is(at + 2, "que", "in", "en") && Company.isBaby(who)
            || Calendar.day(words.plain(at + 2)) != null
            || words.is(at + 2, "y", "and", "a", "el", "on", "at", "para", "for", "this", "manana")
            || words.is(at + 2, "tomorrow", "tonight", "today", "next", "hoy", "esta", "este");
    return named && ends && !words.opens(and);
  }

  /** {@code para mi mujer y para mí}. */
  private boolean withRelatives() {
    for (int i = 0; i < words.size(); i++) {
      if (Company.isRelative(words.plain(i))) {
        return true;
      }
    }
    return false;
  }

  /** {@code dos adultos y un niño}. */
  private Hit<Party> counted(int i) {
    return counted(i, false);
  }

  private Hit<Party> counted(int i, boolean whose) {
    Party total = null;
    int at = i;
    int end = i;
    while (whose || !words.is(i - 1, "mis", "my", "our", "nuestros", "nuestras")) {
      Hit<Integer> number = numberOrArticle(at);
      int noun = number == null ? at : nounAt(number.to());
      boolean oneOfUs =
          noun >= 0
              && number != null
              && number.value() == 1
              && (ofUs(number.to()) || words.is(noun, "us"));
      if (number == null || noun < 0 || oneOfUs) {
        break;
      }
      Party these = these(number.value(), words.plain(noun));
      total = total == null ? these : total.and(these);
      end = noun + 1;
      at = words.is(end, "y", "and", "con", "mas", "with") ? end + 1 : end;
      boolean child =
          words.gap(end - 1).strip().equals(",")
              && words.is(end, "our", "my", "mi", "nuestro", "nuestra")
              && Company.isChild(words.plain(end + 1));
      if (child) {
        total = total.and(new Party(1, false, 1, 0));
        end += 2;
        at = words.is(end, "y", "and", "con", "mas", "with") ? end + 1 : end;
      }
    }
    return total == null || total.size() == 0 ? null : new Hit<>(i, end, apart(i, total));
  }

  /** {@code 6 personas, 4 adultos y 2 niños} are six. */
  private Party apart(int i, Party total) {
    Hit<Integer> first = numberOrArticle(i);
    boolean all =
        words.is(first.to(), "personas", "people", "pax", "guests", "comensales", "persons");
    boolean told = all && total.size() == 2 * first.value() && total.size() > first.value();
    return told ? new Party(first.value(), false, total.children(), total.babies()) : total;
  }

  private static Party these(int number, String noun) {
    if (PeopleWords.COUPLES.contains(noun)) {
      return new Party(number * 2, false);
    }
    boolean baby = Company.isBaby(noun);
    boolean child = !baby && Company.isChild(noun);
    return new Party(number, false, child ? number : 0, baby ? number : 0);
  }

  private Hit<Integer> numberOrArticle(int at) {
    return words.is(at, "a") ? new Hit<>(at, at + 1, 1) : Numbers.at(words, at, tongue);
  }

  private boolean ofUs(int at) {
    return words.is(at, "of", "de") && words.is(at + 1, "us", "nosotros");
  }

  private int nounAt(int at) {
    if (ofUs(at)) {
      return at + 1;
    }
    if (people(words, at) || PeopleWords.COUPLES.contains(words.plain(at))) {
      return at;
    }
    return words.is(at, "small", "young", "little") && people(words, at + 1) ? at + 1 : -1;
  }

  /** {@code somos cuatro}, {@code table for about six}, {@code somos 4 y un bebé}. */
  private Hit<Party> introduced(int i) {
    boolean could = words.is(i, "ser") && words.is(i - 1, "podriamos", "podemos", "pudieramos");
    if (!could && !PeopleWords.BEFORE.contains(words.plain(i))
        || words.is(i, "de") && words.is(i + 1, "la", "las")
        || words.is(i, "de") && words.is(i - 1, "cama", "camas", "colchon")) {
      return null;
    }
    int at = i + 1;
    while (PeopleWords.BETWEEN.contains(words.plain(at))
        || PeopleWords.BEFORE.contains(words.plain(at))
        || with(at)) {
      at++;
    }
    boolean hour = words.is(at - 1, "las") && words.is(at - 2, "a", "de", "en");
    if (hour) {
      return null;
    }
    Hit<Party> counted = words.opens(at) ? null : counted(at);
    if (counted != null) {
      return new Hit<>(i, counted.to(), counted.value());
    }
    Hit<Integer> change = words.opens(at) ? null : PartyPhrases.CHANGES.at(words, at);
    if (change != null && !words.is(change.to(), "un", "una", "a", "one")) {
      return new Hit<>(i, change.to(), new Party(change.value(), true));
    }
    Hit<Integer> number = words.opens(at) ? null : Numbers.at(words, at, tongue);
    boolean phrase =
        words.is(i, "de")
            && number != null
            && (Numbers.article(words.plain(at))
                || words.is(i - 1, "ninguna", "ninguno", "cualquiera", "alguna", "una"));
    if (number == null || number.value() == 0 || phrase || notPeople(number)) {
      return null;
    }
    int more =
        words.is(number.to(), "y", "and", "mas", "con", "o", "u", "or") ? number.to() + 1 : -1;
    Hit<Party> also = more < 0 ? null : counted(more);
    if (also != null && !words.is(number.to(), "o", "u", "or")) {
      return new Hit<>(i, also.to(), new Party(number.value(), false).and(also.value()));
    }
    Hit<Integer> orMore =
        also == null && words.is(number.to(), "o", "u", "or")
            ? Numbers.at(words, more, tongue)
            : null;
    return orMore != null
        ? new Hit<>(i, orMore.to(), new Party(Math.max(number.value(), orMore.value()), false))
        : withMore(new Hit<>(i, number.to(), new Party(number.value(), false)));
  }

  private boolean notPeople(Hit<Integer> number) {
    boolean range =
        words.is(number.to(), "to", "al", "until", "through")
            && Numbers.at(words, number.to() + 1, tongue) != null;
    if (range || BareNumbers.ofMonth(words, number)) {
      return true;
    }
    boolean article =
        Numbers.article(words.plain(number.from()))
            && !words.opens(number.to())
            && !words.used(number.to())
            && !words.is(
                number.to(), "please", "tonight", "today", "tomorrow", "on", "at", "por", "porfa");
    return article || PeopleWords.UNITS.contains(words.plain(number.to()));
  }
}
