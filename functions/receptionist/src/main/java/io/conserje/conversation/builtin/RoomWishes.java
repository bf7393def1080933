package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a guest wishes for beside the room itself, for whoever prepares it: a place in the garage,
 * twin beds, an adapted room, that they come late.
 */
final class RoomWishes {

  private static final FilteredPattern THING =
      FilteredPattern.compile(
          "garajes?|parking|aparcamiento|aparcar|estacionamiento|cochera|garage|carpark"
              + "|camas?|beds?|king|queen|twin|colchon|almohadas?|pillows?|futon|supletoria"
              + "|adaptad[ao]s?|ruedas|movilidad|minusvali\\w*|discapaci\\w*|wheelchair|accessible|disabled|mobility|muletas|crutches"
              + "|planta|piso|floor|ascensor|lift|elevator|escaleras|stairs|tranquil\\w*|silencios[ao]s?|calle|street|luminos[ao]|exterior|quiet\\w*|ruido|noise|interior|balcon|balcony|terraza|vistas?|view"
              + "|perr\\w*|gat[oa]s?|mascotas?|cachorr\\w*|teckel|caniche|galg[oa]|labrador|dogs?|cats?|puppy|pup|pets?|terrier|poodle|spaniel"
              + "|alerg\\w*|allerg\\w*|celiac\\w*|coeliac|gluten|embarazada|pregnant|diabet\\w*|asma|asthma|plumas|feathers?"
              + "|cumple\\w*|birthday|aniversario|anniversary|honeymoon|miel|sorpresa|surprise|romantic\\w*|champan|cava|flores|flowers|petalos"
              + "|banera|bathtub|bath|ducha|shower|secador|plancha|nevera|fridge|kettle|hervidor|contiguas|comunicadas|connecting|adjoining|adjacent"
              + "|desayunos?|breakfast|factura|invoice|[cn]if|vat|bicis?|bicicletas?|bikes?|moto|motos|motorbike|cargador|trona|carrito|cochecito|pram|buggy");

  private static final FilteredPattern LATE =
      FilteredPattern.compile(
          "\\b(?:lleg\\w+|arriv\\w*|be there|get there|get in|check in|checking in|entrar\\w*)\\b.*?"
              + "\\b(?:tarde|noche|madrugada|medianoche|late|midnight|night|evening|temprano|early|mediodia|(?:a|sobre|hacia|around|about|at|by|after|antes de|despues de|pasadas|until|hasta)"
              + "(?: la[s]?| about| around)? (?:\\d{1,2}|una|dos|tres|cuatro|diez|once|doce|nueve|ocho|siete|seis|cinco|ten|eleven|twelve|nine|eight|seven|six|one|two)(?::\\d\\d)?(?: ?(?:am|pm|h|horas|de la))?)\\b");

  /** {@code llegar el 25 y quedarnos una noche}: how long, and not when. */
  private static final FilteredPattern ONE_NIGHT =
      FilteredPattern.compile(
          "\\b(?:una|1|one|a|single|sola|esa|that) (?:sola |single )?(?:noche|night)\\b");

  /** Asks whether there is such a thing, or what it costs. */
  private static final FilteredPattern ASKS =
      FilteredPattern.compile(
          "\\b(?:teneis|tienen|tienes|hay|poneis|ponen|se paga\\w*|os importa|habra|disponeis|cuanto|cuesta|cuestan|precio|incluid[oa]|incluye|admit\\w+|acept\\w+|se puede|se pueden|puedo llevar|podemos llevar|es posible|a que hora|hasta que|desde que|donde|como|cual"
              + "|do you (?:have|take|allow|accept|offer|serve)|is there|are there|have you got|how much|what|where|when|which|cost|price|included|allowed|do we|can i bring|can we bring|is it possible|are (?:dogs|pets|cats)|asked|pregunt\\w+)\\b");

  /** A question that wishes. */
  private static final FilteredPattern WISHES =
      FilteredPattern.compile(
          "\\b(?:pued\\w+ ser|podria\\w* (?:ser|tener|darn?os|pon\\w+|reserv\\w+)|pod(?:eis|emos|riais|riamos) (?:tener|pon\\w+|reserv\\w+|dar\\w*|apunt\\w+)|(?:pued\\w+|pod\\w+) (?:\\w+ )?(?:poner\\w*|reservar\\w*|dar\\w*|apuntar\\w*|guardar\\w*|anotar\\w*|prepar\\w*|tener)|me (?:reserv|apunt|pon)\\w+|nos (?:reserv|apunt|pon|dais|dan)\\w*"
              + "|(?:could|can|may) (?:we|i|you|it) (?:have|get|be|book|reserve|add|put|note|give|make|please)|y si (?:fuera|fuese|fueran|la quer\\w+)|con (?:dos|2) camas|camas (?:separadas|individuales)|(?:two|twin|separate) beds|would it be possible|possible to (?:have|get|book|reserve|add))\\b");

  /** An animal that comes, even where one asks whether it may. */
  private static final FilteredPattern OWN_PET =
      FilteredPattern.compile(
          "\\b(?:mi|mis|nuestr[oa]s?|my|our|un|una|a|dos|two)(?: \\w+)? (?:perr\\w+|gat[oa]s?|mascotas?|cachorr\\w+|teckel|caniche|chihuahua|galg[oa]|labrador|dogs?|cats?|puppy|pets?|terrier|poodle|spaniel|pup)\\b");

  private static final Set<String> LEADS =
      Set.of(
          "y",
          "and",
          "e",
          "do",
          "make",
          "sure",
          "about",
          "sobre",
          "asi",
          "preferiblemente",
          "preferably",
          "ideally",
          "eh",
          "has",
          "got",
          "tambien",
          "also",
          "ademas",
          "pero",
          "but",
          "necesito",
          "necesitamos",
          "necesitaria",
          "necesitariamos",
          "quiero",
          "queremos",
          "querria",
          "querriamos",
          "quisiera",
          "quisieramos",
          "need",
          "i",
          "we",
          "id",
          "wed",
          "would",
          "like",
          "want",
          "please",
          "por",
          "favor",
          "que",
          "ah",
          "oh",
          "ok",
          "vale",
          "si",
          "yes",
          "no",
          "con",
          "with",
          "me",
          "nos",
          "puedes",
          "puede",
          "podeis",
          "pueden",
          "could",
          "can",
          "you",
          "add",
          "anade",
          "anadir",
          "anadenos",
          "anademe",
          "apunta",
          "apuntame",
          "apuntad",
          "apunteme",
          "apuntenos",
          "pon",
          "ponme",
          "ponedme",
          "poned",
          "ponga",
          "reservame",
          "reservad",
          "reserva",
          "reservar",
          "reserve",
          "book",
          "the",
          "el",
          "la",
          "un",
          "una",
          "a",
          "an",
          "of",
          "de",
          "del",
          "for",
          "en",
          "in",
          "have",
          "tener",
          "some",
          "it",
          "is",
          "es",
          "para",
          "ser",
          "sea",
          "be",
          "hola",
          "hello",
          "hi",
          "buenas",
          "another",
          "thing",
          "so",
          "just",
          "solo",
          "mejor",
          "if",
          "possible",
          "posible",
          "al",
          "otra",
          "cosa",
          "os",
          "le",
          "les",
          "doble",
          "double",
          "room",
          "habitacion",
          "to",
          "note",
          "down",
          "llevo",
          "llevamos",
          "traigo",
          "gustaria",
          "preferimos",
          "preferiria",
          "prefiero",
          "prefer",
          "somos");

  private static final Set<String> TAILS =
      Set.of(
          "por",
          "favor",
          "please",
          "gracias",
          "thanks",
          "tambien",
          "also",
          "too",
          "y",
          "and",
          "el",
          "la",
          "on",
          "the",
          "de",
          "para",
          "for",
          "si",
          "if",
          "posible",
          "possible",
          "del",
          "a",
          "en",
          "in",
          "from",
          "with",
          "con",
          "desde",
          "es",
          "is",
          "thank",
          "you",
          "i",
          "we",
          "id",
          "wed",
          "d",
          "would",
          "love",
          "like",
          "querria",
          "quisiera",
          "nos",
          "me",
          "gustaria",
          "queriamos",
          "querriamos",
          "want",
          "wanted",
          "our",
          "my",
          "nota",
          "notas");

  private static final int LONGEST = 14;

  private final Words words;

  private RoomWishes(Words words) {
    this.words = words;
  }

  /**
   * The guest's own words, or null.
   *
   * @param words of which days, people and rooms have been taken out
   */
  static String in(Words words) {
    return new RoomWishes(words).notes();
  }

  /** Whether a word stands in a question about whether there is such a thing. */
  static boolean asked(Words words, int i) {
    RoomWishes wishes = new RoomWishes(words);
    int from = 0;
    int to = wishes.clause(0);
    while (to <= i) {
      from = to;
      to = wishes.clause(to);
    }
    String clause = wishes.plain(from, to);
    return wishes.asked(to) && ASKS.matcher(clause).find() && !WISHES.matcher(clause).find();
  }

  private String plain(int from, int to) {
    StringBuilder plain = new StringBuilder();
    for (int i = from; i < to; i++) {
      plain.append(words.plain(i)).append(words.gap(i).equals(":") ? ":" : " ");
    }
    return plain.toString().strip();
  }

  private String notes() {
    List<String> notes = new ArrayList<>();
    int from = 0;
    while (from < words.size()) {
      int to = clause(from);
      String note = note(from, to);
      if (note != null && !notes.contains(note)) {
        notes.add(note);
      }
      from = to;
    }
    return notes.isEmpty() ? null : String.join("; ", notes);
  }

  /** Where the part ends that begins here. */
  private int clause(int from) {
    int to = from + 1;
    while (to < words.size() && (!words.opens(to) || within(to)) && !concludes(to)) {
      to++;
    }
    return to;
  }

  /** {@code anda regular así que mejor cerca del ascensor}: spoken, without a comma. */
  private boolean concludes(int i) {
    return words.is(i, "asi") && words.is(i + 1, "que")
        || words.is(i, "so")
            && words.is(i + 1, "preferably", "ideally", "please", "somewhere", "something", "a")
        || words.is(i, "preferiblemente", "preferably", "ideally");
  }

  /** {@code 23:30}, {@code check-in}: no new part. */
  private boolean within(int i) {
    boolean hour = words.is(i, "sobre", "hacia", "around", "about");
    return hour || words.gap(i - 1).matches("[:'’/-]");
  }

  private String note(int from, int to) {
    String clause = plain(from, to);
    boolean asks = ASKS.matcher(clause).find() || asked(to);
    if (asks && !WISHES.matcher(clause).find() && !OWN_PET.matcher(clause).find()) {
      return null;
    }
    if (LATE.matcher(ONE_NIGHT.matcher(clause).replaceAll("")).find()
        && !clause.matches(
            ".*\\b(?:dias?|days?|noches?|nights?) (?:mas|despues|antes|later|earlier|before|after|more).*")) {
      return said(from, to);
    }
    for (int i = from; i < to; i++) {
      if ((!words.used(i) || twoBeds(i)) && thing(i)) {
        return around(from, i, to);
      }
    }
    return null;
  }

  /** Whether a question mark closes the part. */
  private boolean asked(int to) {
    return words.gap(to - 1).contains("?")
        || to == words.size() && words.text().strip().endsWith("?");
  }

  /** The words before and after that nothing else was understood by. */
  private String around(int from, int at, int to) {
    int begin = twoBeds(at) ? at - 1 : at;
    while (begin > from && (!words.used(begin - 1) || thing(begin - 1))) {
      begin--;
    }
    int end = at + 1;
    while (end < to && (!words.used(end) || words.is(end - 1, "de") || last(end, to))) {
      end++;
    }
    return said(begin, end);
  }

  /** What the room is known by is what it should have, too. */
  private boolean twoBeds(int i) {
    return words.is(i, "camas", "beds") && words.is(i - 1, "dos", "two", "2");
  }

  private boolean thing(int i) {
    boolean room = words.is(i + 1, "de") && words.is(i + 2, "matrimonio") && words.used(i + 2);
    return !room && THING.matcher(words.plain(i)).matches();
  }

  /** Whether something of the wish follows that was taken for something else. */
  private boolean last(int end, int to) {
    for (int i = end; i < to; i++) {
      if (!words.used(i) && thing(i)) {
        return true;
      }
    }
    return false;
  }

  private String said(int from, int to) {
    int begin = from;
    while (begin < to - 1 && LEADS.contains(words.plain(begin))) {
      begin++;
    }
    int end = Math.min(to, begin + LONGEST);
    while (end > begin + 1 && TAILS.contains(words.plain(end - 1))) {
      end--;
    }
    words.use(begin, end);
    return words.said(begin, end);
  }
}
