package io.conserje.conversation.builtin;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Wishes beside the table itself: where to sit, allergies, a high chair. */
final class Extras {

  private static final PhraseTable<String> ZONES =
      new PhraseTable<String>()
          .add(
              "terrace",
              "terraza|la terraza|fuera|afuera|al aire libre|exterior|patio|terracita|al fresco|jardin|en la calle")
          .add(
              "terrace",
              "terrassa|terace|out on the terrace|out front|in the open air|garden|patio")
          .add("terrace", "terrace|outside|outdoors|outdoor|al fresco")
          .add(
              "inside",
              "dentro|adentro|interior|salon|comedor|bajo techo|a cubierto|inside|indoors|indoor|en el interior|mejor dentro|sala")
          .add(
              "", "sin terraza|no terrace|quita la terraza|quita lo de la terraza|nada de terraza");

  private static final Set<String> WEATHER =
      Set.of(
          "frio",
          "fresco",
          "calor",
          "viento",
          "ruido",
          "humo",
          "lluvia",
          "llueve",
          "llover",
          "rasca",
          "cold",
          "windy",
          "wind",
          "noisy",
          "loud",
          "hot",
          "rain",
          "rains",
          "freezing",
          "smoke",
          "chilly");

  private Extras() {}

  /** {@code terrace}, {@code inside}, an empty string for "not there", or null. */
  static String zone(Words words) {
    String zone = null;
    for (Hit<String> hit : ZONES.in(words)) {
      boolean denied =
          words.is(hit.from() - 1, "no", "not")
              || words.is(hit.from() - 2, "no", "not")
              || ruledOut(words, hit.to());
      if (inTime(words, hit) || wouldBe(words, hit) || onlyIf(words, hit)) {
        continue;
      }
      if (zone != null && stands(words, hit.from())) {
        words.use(hit);
        continue;
      }
      if (insteadOf(words, hit.from()) || zone != null && reason(words, hit)) {
        words.use(hit);
        continue;
      }
      boolean other = Unwanted.in(words, hit.from()) && !hit.value().isEmpty();
      zone =
          other ? hit.value().equals("inside") ? "terrace" : "inside" : denied ? "" : hit.value();
      words.use(hit);
    }
    return zone;
  }

  /** {@code en la terraza no, por favor}. */
  static boolean ruledOut(Words words, int at) {
    return words.is(at, "no")
        && !words.opens(at)
        && (words.opens(at + 1)
            || words.is(at + 1, "por", "porfa", "please", "gracias", "que", "pero", "mejor", "eh"));
  }

  /** {@code podríamos sentarnos fuera, tenemos reserva dentro}: where the table is now. */
  private static boolean stands(Words words, int at) {
    for (int i = at - 1; i >= Math.max(0, at - 5); i--) {
      if (words.is(i, "tenemos", "tengo", "reservamos", "booked")) {
        return true;
      }
    }
    return false;
  }

  /** {@code y si llueve, dentro}. */
  private static boolean onlyIf(Words words, Hit<String> hit) {
    boolean weather = false;
    for (int i = hit.from() - 1; i >= Math.max(0, hit.from() - 6); i--) {
      weather |=
          WEATHER.contains(words.plain(i)) || words.is(i, "malo", "lloviera", "nublado", "bad");
      if (words.is(i, "si", "if") && weather) {
        return true;
      }
    }
    return false;
  }

  /** {@code dentro, que en la terraza paso frío}: why, not where. */
  private static boolean reason(Words words, Hit<String> hit) {
    boolean why = false;
    for (int i = hit.from() - 1; i >= hit.from() - 4; i--) {
      why |= words.is(i, "que", "porque", "pues", "because", "since", "as", "cause");
    }
    boolean tells = false;
    for (int i = hit.to(); i < hit.to() + 5; i++) {
      tells |= WEATHER.contains(words.plain(i));
    }
    boolean better = words.is(hit.to() + 1, "menos", "less") || words.is(hit.to() + 2, "menos");
    return tells && (why || words.opens(reasonAt(words, hit.from())) && !better);
  }

  /** Where what is said of a zone begins: {@code en la terraza hace frío}. */
  private static int reasonAt(Words words, int at) {
    return !words.opens(at) && words.is(at - 1, "en", "la", "on", "the") ? at - 1 : at;
  }

  /** {@code si fuera para cuatro}: a form of "ser". */
  private static boolean wouldBe(Words words, Hit<String> hit) {
    return words.is(hit.from(), "fuera")
        && words.is(hit.from() - 1, "si", "que", "como", "ojala", "aunque")
        && !words.opens(hit.from());
  }

  /** {@code en vez de dentro}, {@code instead of inside}. */
  static boolean insteadOf(Words words, int at) {
    int i = words.is(at - 1, "en", "la", "el", "the", "on") ? at - 1 : at;
    return words.is(i - 1, "de") && words.is(i - 2, "vez", "lugar")
        || words.is(i - 1, "of") && words.is(i - 2, "instead")
        || words.is(i - 1, "from", "de") && words.is(at + 1, "to", "a")
        || words.is(i - 1, "than") && words.is(i - 2, "rather");
  }

  /** {@code dentro de tres días}. */
  private static boolean inTime(Words words, Hit<String> hit) {
    return words.is(hit.to() - 1, "dentro")
        && words.is(hit.to(), "de")
        && !words.is(hit.to() + 1, "del", "la", "el", "casa", "vuestro", "su");
  }

  /** The guest's own words around what the kitchen or the waiters should know; or null. */
  static String notes(Words words) {
    List<String> notes = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      if (!words.used(i) && noteworthy(words, i) && !notNeeded(words, i)) {
        int from = celebrated(words, start(words, i), i);
        int to = undangled(words, i, end(words, i));
        notes.add(Remark.of(words.said(from, to)));
        words.use(from, to);
        i = to - 1;
      }
    }
    return notes.isEmpty() ? null : String.join("; ", notes);
  }

  /** {@code … y yo queremos celebrar nuestro aniversario}: from the deed on. */
  private static int celebrated(Words words, int from, int at) {
    for (int i = from; i <= at; i++) {
      if (words.plain(i).startsWith("celebr") || words.plain(i).startsWith("festej")) {
        return i;
      }
    }
    return from;
  }

  /** {@code tranquila a eso de …}: without what led to the words that were understood. */
  private static int undangled(Words words, int at, int end) {
    int to = end;
    while (to > at + 1
        && words.is(to - 1, "el", "la", "a", "eso", "de", "para", "on", "at", "the", "y", "and")) {
      to--;
    }
    return to;
  }

  /** {@code no hace falta trona}. */
  private static boolean notNeeded(Words words, int i) {
    int at = words.is(i - 1, "la", "una", "ninguna", "a", "the", "any") ? i - 2 : i - 1;
    at = words.is(at, "for") ? at - 1 : at;
    boolean need = words.is(at, "falta") && words.is(at - 1, "hace") && words.is(at - 2, "no");
    need |= words.is(at, "necesitamos", "necesito", "need") && words.is(at - 1, "no", "dont");
    return words.plain(i).startsWith("trona") && (need || words.is(at, "sin", "without"));
  }

  /** Of these a guest may merely ask: {@code ¿tienen platos veganos?} */
  private static final List<String> ASKED_ABOUT =
      List.of(
          "vegetarian",
          "vegan",
          "gluten",
          "perr",
          "mascota",
          "dog",
          "gato",
          "quiet",
          "tranquil",
          "marisco",
          "halal",
          "kosher",
          "tarta",
          "cake",
          "stairs",
          "escal",
          "vistas",
          "enchufe",
          "round",
          "redonda",
          "encarg",
          "preorder");

  private static boolean noteworthy(Words words, int i) {
    boolean own =
        words.is(i - 1, "mi", "mis", "nuestro", "nuestra", "nuestros", "nuestras", "my", "our")
                && !words.is(i - 2, "about")
            || words.is(i - 1, "un", "una", "a", "dos", "two", "el", "la", "the")
                && words.is(i - 2, "y", "and", "con", "with", "plus", "mas")
            || ofOneOfUs(words, i);
    if (words.asks(i) && !own && guaranteed(words, i)) {
      return false;
    }
    if (words.asks(i) && !own && ASKED_ABOUT.stream().anyMatch(words.plain(i)::startsWith)) {
      return false;
    }
    return Noteworthy.at(words, i) || Needs.pet(words.plain(i)) && !words.is(i, "sillas", "dogma");
  }

  /** {@code can you guarantee no nuts?} */
  private static boolean guaranteed(Words words, int i) {
    for (int k = i; k >= Math.max(0, i - 6); k--) {
      if (words.plain(k).matches("guarantee\\w*|garantiz\\w+|asegur\\w+")) {
        return true;
      }
      if (words.opens(k)) {
        return false;
      }
    }
    return false;
  }

  /** {@code could you add that one of us has to eat gluten free?} */
  private static boolean ofOneOfUs(Words words, int i) {
    for (int k = i - 1; k >= Math.max(0, i - 9) && !words.opens(k + 1); k--) {
      boolean who =
          words.is(
                  k, "soy", "somos", "tengo", "im", "add", "anade", "anadir", "apunta", "apuntar",
                  "note")
              || words.is(k, "one", "two", "uno", "una", "dos")
                  && words.is(k + 1, "of", "de", "es", "is", "son", "are")
              || Company.isRelative(words.plain(k))
                  && words.is(k + 1, "es", "is", "no", "tiene", "has", "cant");
      if (who) {
        return true;
      }
    }
    return false;
  }

  private static int start(Words words, int i) {
    int from = i;
    while (from > 0
        && i - from < 5
        && !words.opens(from)
        && !words.used(from - 1)
        && !turns(words, from - 1)) {
      from--;
    }
    while (from > 0 && i - from < 6 && !words.opens(from) && whose(words, from - 1)) {
      from--;
    }
    boolean hour =
        Numbers.digits(words.plain(from)) && words.is(from - 1, "las", "la", "at", "para", "for");
    return hour && from < i ? from + 1 : from;
  }

  /** {@code two of us are coeliac}: counted already, but the note needs them. */
  private static boolean whose(Words words, int i) {
    return (words.used(i) || words.is(i + 1, "of", "de"))
        && (words.is(i, "of", "us", "uno", "una", "dos", "tres", "one", "two", "three", "both")
            || Numbers.digits(words.plain(i)) && words.plain(i).length() == 1);
  }

  private static boolean turns(Words words, int i) {
    return words.is(
        i,
        "y",
        "and",
        "pero",
        "but",
        "que",
        "somos",
        "mesa",
        "hola",
        "tengo",
        "tenemos",
        "necesito",
        "necesitamos",
        "necesitariamos",
        "need",
        "have",
        "tener",
        "please",
        "si",
        "ok",
        "vale",
        "with");
  }

  private static int end(Words words, int i) {
    int to = i + 1;
    while (to < words.size()
        && to - i < 10
        && !words.opens(to)
        && !words.used(to)
        && !words.is(to, "please", "gracias", "thanks", "pero", "but")) {
      to++;
    }
    while (to < words.size()
        && !words.opens(to)
        && !words.used(to)
        && (words.is(to, "de", "del", "con", "of") || words.is(to - 1, "de", "del", "con", "of"))) {
      to++;
    }
    while (to < words.size()
        && !words.opens(to)
        && (words.is(to - 1, "cumple", "cumplen", "turns", "turning", "hace")
                && Numbers.digits(words.plain(to))
            || Numbers.digits(words.plain(to - 1)) && words.is(to, "anos", "years"))) {
      to++;
    }
    if (words.is(to - 1, "favor") && words.is(to - 2, "por") && to - 2 > i) {
      return to - 2;
    }
    while (to > i + 1
        && words.is(to - 1, "para", "y", "and", "for", "con", "with", "de", "a", "to")) {
      to--;
    }
    return to;
  }

  static Set<String> words() {
    Set<String> all = new HashSet<>(ZONES.words());
    all.addAll(
        Set.of(
            "trona",
            "silla",
            "alergia",
            "alergico",
            "alergica",
            "alergias",
            "celiaco",
            "celiaca",
            "vegetariano",
            "vegetariana",
            "vegetarian",
            "vegan",
            "allergic",
            "allergy",
            "gluten",
            "birthday",
            "cumpleanos",
            "aniversario",
            "anniversary",
            "perro",
            "dog",
            "bebe",
            "chair",
            "high",
            "mascota",
            "carrito",
            "ventana",
            "window"));
    return all;
  }
}
