package io.conserje.conversation.builtin;

import io.conserje.conversation.builtin.Ear.Situation;
import io.conserje.knowledge.Kind;
import io.conserje.knowledge.Question;
import io.conserje.text.FilteredPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/**
 * Something asked of the house beside what is told of a stay: {@code me llamo Ana Gil y otra cosa,
 * ¿hay garaje?}. Each is heard by itself, so that neither takes its words from the other.
 *
 * @param rest what is told; empty if the message only asks
 */
record SideQuestion(String question, String rest) {

  private record Cut(int end, int start) {}

  private static final String ANNOUNCED =
      "(?:otra (?:cosa|pregunta|duda)|(?:una|otra) (?:cos[ai]t?a|pregunt(?:a|ita)|dud(?:a|ita)|con?s\\p{L}{2,6}a)|por cierto|de paso|aprovecho para preguntar|antes (?:de )?que se me \\p{L}+"
          + "|perd[oó]n(?:a|e)?|oye|oiga|by the way|btw|one (?:more )?(?:thing|question)(?: first)?|(?:just )?a (?:quick )?question|quick question|before i forget|(?:can|may) i (?:also )?ask|also|ah|oh)";

  /** Between what is told and what is asked. */
  private static final FilteredPattern JOINT =
      FilteredPattern.compile(
          "(?iu)[\\s,.;:…]+(?:(?:y|e|and|ah|oh)[\\s,]+){0,3}"
              + ANNOUNCED
              + "(?:[\\s,:]+(?:y|and))?[\\s,:]+(?=\\p{L}|[¿¡])|(?iu)[\\s,.;:…]+(?:ah|oh)[\\s,]+(?:y|and)[\\s,]+");

  /** Between what was asked first and what is told. */
  private static final FilteredPattern BACK =
      FilteredPattern.compile(
          "(?iu)[?\\s,.;:…]+(?:(?:y|and|ah)[\\s,]+)*(?:a lo otro|lo que me preguntab(?:as?|an|ais)|sobre lo otro|anyway|as for the rest)[\\s,:]+|(?iu)\\s+ah[\\s,]+y\\s+");

  private static final FilteredPattern OPENS =
      FilteredPattern.compile("(?iu)^(?:(?:y|and|ah|oh|pues)[\\s,]+)*" + ANNOUNCED + "[\\s,:]+");

  private static final FilteredPattern STOP =
      FilteredPattern.compile(
          "(?<=[?!\\n])\\s*(?:[Yy]|[Aa]nd|,)?\\s+|(?<=\\p{L}|\\d|[?!])[.…]+\\s+|\\n|,\\s+(?:y |and )?|\\s+(?=¿)|\\s+(?:y|and)\\s+");

  /** How a question begins in the middle of what is written without a sign. */
  private static final FilteredPattern ASKING =
      FilteredPattern.compile(
          "(?iu)\\s+(?=(?:¿?(?:hay|ten[eé]is|tienen|ten[eé]s|se pueden?|cu[aá]nto (?:cuesta|vale|es|sale|cobr\\p{L}+)|d[oó]nde|a qu?e? ?hora|hasta (?:cu[aá]ndo|qu[eé])|admit[ií]s|aceptan|aceptais|guardan|manejan|incluye|piden|cobr[aá]is|cobran|hac[eé]is|el hotel (?:tiene|cuenta)|qu[eé] horario)"
              + "|(?:do|does|is|are) (?:you|i|we|the|there)|how (?:much|do|far)|what(?:'?s| is| are| time| payment| street)|where|when (?:is|do|does)|until when|can (?:i|we|you)|has the hotel)\\b)");

  /** How what is told begins after a question that has no sign either. */
  private static final FilteredPattern TELLING =
      FilteredPattern.compile(
          "(?iu)\\s+(?=(?:my (?:name|number|phone|mobile|telephone)|(?:the )?name'?s|it'?s (?:for )?\\p{L}+|we'?re|we are|there'?ll|there will|put (?:it|me)|book it|give us|i(?:'d| would) (?:like|prefer)|let'?s go|the room|in the name|under|a (?:single|double|superior|family|suite)"
              + "|me llamo|mi (?:nombre|n[uú]mero|m[oó]vil|tel[eé]fono|celu?)|soy|somos|seremos|ser[ií]amos|vamos|para (?:un|una|dos|tres|cuatro|\\d)|a nombre|p[oó]n(?:la|lo|me|ga\\p{L}+)|an[oó]t[aá]\\p{L}*|ap[uú]nt[ao]\\p{L}*|la reserva|prefiero|quiero|quisiera|querr?[ií]amos?|una (?:habitaci[oó]n|individual|doble|familiar|suite)|con una|del \\d|\\+?\\d{3})(?![\\p{L}]))");

  /** A question that wishes for something of the room that is booked. */
  private static final FilteredPattern WISH =
      FilteredPattern.compile(
          "\\b(?:podri\\w+|(?:seria|es) posible|would it be possible|any chance|could (?:we|i|you))\\b|\\b(?:(?:pued\\w+|pod(?:ria\\w*|eis|riais|emos|riamos)) (?:\\w+ )?(?:ser|tener|poner\\w*|pedir\\w*|haber|dar\\w*|reserv\\w+|cambi\\w+|hac\\w+|anad\\w+|apunt\\w+|quedar\\w*)"
              + "|se pued\\w+ (?:\\w+ )?(?:reservar|anadir|cambiar|poner|hacer)|(?:can|could|may) (?:we|i|you|it) (?:also )?(?:have|be|book|reserve|add|put|note|give|make|change|move|stay|do|please)|would (?:it|that) be|me (?:la|lo) |nos (?:pon|dais|dan)\\w*)\\b");

  /** {@code ¿disponible?}: of the room that was told. */
  private static final FilteredPattern OF_FREE =
      FilteredPattern.compile(
          "^\\W*(?:esta |is it |still )?(?:disponibles?|libres?|available|free)\\W*$");

  /** Things of few letters, which elsewhere are seldom what is asked about. */
  private static final FilteredPattern SHORT =
      FilteredPattern.compile(
          "\\b(?:check ?(?:in|out)|restaurantes?|gym|spa|bar|beds?|cots?|dogs?|cats?|pets?|cars?|tax|pool|bags?|lift)\\b");

  private static final FilteredPattern OWN_PET =
      FilteredPattern.compile(
          "\\b(?:mi|mis|nuestr[oa]s?|my|our|tengo|tenemos|llevamos|llevo|traigo|traemos)\\b.{0,12}\\b(?:perr\\w+|gat[oa]s?|mascotas?|caniche|dogs?|cats?|pets?|pug|puppy)\\b");

  /** Of what stands, which is for the book. */
  private static final FilteredPattern OF_OWN =
      FilteredPattern.compile(
          "\\b(?:tenemos|tengo|teniamos|tenia|reserve|reservamos|reservad[ao]s?|cogid[ao]s?|we ve got|weve got|we have (?:a|the|booked)|i have (?:a|the|booked)|booked|mi reserva|nuestra reserva|my booking|our booking|cancel\\w* (?!gratis|for free|policy)|anul(?:ar|a)\\b(?! gratis| sin))");

  private static final FilteredPattern IF =
      FilteredPattern.compile("^\\W*(?:hola |hi |hello )?(?:si|if) ");

  /** What cots cost, or whether there are any, without one that is wanted. */
  private static final FilteredPattern OF_COTS =
      FilteredPattern.compile(
          "^(?!.*\\b(?:para (?:el|la|mi|nuestr)|for (?:our|the|my)|con cuna|with a cot)\\b)(?=.*\\b(?:cunas|cots|cribs|cuanto|cobr\\w+|pag\\w+|cuesta|costo|coste|extra|suplemento|charge|how much|cost)\\b)");

  /** Of all such rooms, and not of the one that is wanted. */
  private static final FilteredPattern OF_ROOMS =
      FilteredPattern.compile(
          "\\b(?:las|the|vuestras|sus|your|que|which|what) (?:camas tienen las )?(?:habitaciones )?(?:dobles|individuales|doubles|singles|(?:double|twin) rooms|suites)\\b|\\bhabitaciones (?:dobles|individuales|adaptadas|para)\\b|\\bcan an? (?:\\w+ )?(?:double|room)\\b.{0,20}\\bbe\\b|\\b(?:double|adapted|accessible) rooms\\b|\\brooms for\\b");

  private static final FilteredPattern FACT =
      FilteredPattern.compile(
          "^\\W*(?:y |and )?(?:hay|ten(?:eis|es)|tienen?|el hotel|admit\\w+|acept\\w+|cuanto|cual\\w*|que (?:camas|hora\\w*|formas?|medios?|metodos?|cobr\\w+|pasa|precio|calle|piso|planta|tipo|incluye|servicios|dias?|es|hay|tiene)|donde|a que|se puede|se pueden|hac(?:eis|en)|cobr\\w+|guard\\w+|(?:el|las?|los) (?:\\w+ ){1,3}?(?:se )?(?:paga\\w*|tienen?|pueden?|son|es|va|viene|cuestan?|esta|estan|incluye|cuenta|llega|queda|admiten?)|alg[uo]n\\w*|qui\\w+|incluye|manejan|piden|dan|son|esta|llega|nos guard\\w+|con que|en (?:que|las?|los|el)|a partir|desde|hasta|como|cuando|por donde|do|does|is|are|whats?|where|when|how|which|who|any|until|from what|by when|can (?:i|we|you|one|an?)|could|has|will)\\b");

  /** Null if nothing is asked of the house beside the stay. */
  static SideQuestion in(String said, Situation situation) {
    boolean free = situation.asked() == Asked.NOTHING;
    if (free && OF_OWN.matcher(Tokens.plain(said)).find()
        || !OtherHoursWords.in(said).isEmpty()
        || IF.matcher(Tokens.plain(said)).find()
        || ofOwnCot(said)) {
      return null;
    }
    if (said.length() > LONG || !Asking.within(said) && !said.contains("?") && !sounds(said)) {
      return null;
    }
    String plain = OPENS.matcher(said.strip()).replaceFirst("");
    SideQuestion found = first(plain, cuts(BACK, plain), situation, true);
    found = found != null ? found : first(plain, cuts(JOINT, plain), situation, false);
    found = found != null ? found : first(plain, cuts(STOP, plain), situation, false);
    found = found != null ? found : first(plain, cuts(STOP, plain), situation, true);
    found = found != null ? found : first(plain, cuts(ASKING, plain), situation, false);
    found = found != null ? found : first(plain, cuts(TELLING, plain), situation, true);
    boolean only =
        found == null
            && Asking.sentences(plain).size() == 1
            && asks(plain, situation)
            && mistaken(plain, situation);
    return only ? new SideQuestion(plain, "") : found;
  }

  private static final FilteredPattern POINTS =
      FilteredPattern.compile("\\b(?:l[ao]s?|ell[ao]s?|eso|esto|it|them|him|her|that)\\b");

  /** {@code voy en moto, ¿dónde la dejo?}: with what it points at. */
  String outright() {
    return outright(rest, question);
  }

  static String outright(String rest, String question) {
    boolean points =
        POINTS.matcher(Tokens.plain(question)).find() && HouseQuestions.meant(question).isEmpty();
    String whole = rest.strip().replaceAll("[,.;]$", "") + ", " + question.strip();
    return points && !rest.isBlank() && !HouseQuestions.meant(whole).isEmpty() ? whole : question;
  }

  private static final FilteredPattern BABY =
      FilteredPattern.compile(
          "^(?=.*\\b(?:cunas?|cots?|cribs?)\\b).*\\b(?:(?<!de )(?<!para )bebe|bebita|bebito|meses|baby(?! (?:cots?|cribs?))|months? old|month old|\\d+ months?|newborn|recien nacid\\w)\\b");

  /** Whether a cot is asked about for a baby who comes along: then one is wanted. */
  static boolean ofOwnCot(String said) {
    return BABY.matcher(Tokens.plain(said).replace('\n', ' ')).find();
  }

  private static final int LONG = 300;

  private static boolean sounds(String said) {
    return Asking.sounds(said) || ASKING.matcher(" " + said).find() || JOINT.matcher(said).find();
  }

  private static List<Cut> cuts(FilteredPattern between, String said) {
    List<Cut> cuts = new ArrayList<>();
    Matcher at = between.matcher(said);
    while (at.find()) {
      boolean keeps = at.start() < said.length() && said.charAt(at.start()) == '?';
      cuts.add(new Cut(keeps ? at.start() + 1 : at.start(), at.end()));
    }
    return cuts;
  }

  private static SideQuestion first(
      String said, List<Cut> cuts, Situation situation, boolean asksFirst) {
    for (Cut cut : cuts) {
      String before = said.substring(0, cut.end()).strip();
      String after = OPENS.matcher(said.substring(cut.start()).strip()).replaceFirst("");
      String question = asksFirst ? before : after;
      String rest = asksFirst ? after : before;
      if (asks(question, situation) && tells(rest, situation)) {
        return new SideQuestion(question, rest);
      }
    }
    return null;
  }

  private static boolean asks(String part, Situation situation) {
    String plain = Tokens.plain(part);
    boolean starts = part.startsWith("¿") || FACT.matcher(plain).find();
    if (!starts
        || !plain.contains(" ") && !part.contains("?")
        || OF_FREE.matcher(plain).find()
        || StayPrice.ofAll(part)
        || !HouseQuestions.mayAsk(part) && !SHORT.matcher(plain).find()
        || Asking.ofPossibility(part)
        || Asking.forWish(part)) {
      return false;
    }
    boolean ofKind = HouseQuestions.meant(part).stream().anyMatch(Kind::isWhole);
    boolean ofThing =
        !HouseQuestions.things(Question.of(part)).isEmpty() || SHORT.matcher(plain).find();
    boolean ofRooms = OF_ROOMS.matcher(plain).find();
    if (!ofKind && !ofThing || WISH.matcher(plain).find() && !ofRooms) {
      return false;
    }
    Understanding heard = Ear.hear(part, unasked(situation));
    boolean person = heard.intent() == Intent.PERSON || heard.about(Topic.PERSON);
    boolean moves = heard.intent() == Intent.CHANGE && heard.about(Topic.AMEND) && !ofKind;
    if (person || moves || NameWords.introduced(Words.of(part)) != null) {
      return false;
    }
    Stay stay = heard.stay();
    boolean dated = stay.arrival() != null || stay.departure() != null || stay.nights() != null;
    boolean told = heard.phone() != null || heard.email() != null || heard.reference() != null;
    boolean room = stay.room() != null && !ofRooms;
    boolean people = stay.adults() != null && !ofRooms && !ofKind;
    boolean cot = stay.cots() != null && !OF_COTS.matcher(plain).find();
    boolean pet = OWN_PET.matcher(plain).find();
    boolean wish = pet || heard.notes() != null && !FACT.matcher(plain).find() && !ofRooms;
    return !dated
        && !told
        && !room
        && !people
        && !cot
        && !wish
        && !(Price.ofRoom(part) && !ofThing);
  }

  private static Situation unasked(Situation situation) {
    return new Situation(
        situation.now(),
        Asked.NOTHING,
        situation.tongue(),
        situation.otherwise(),
        Wish.NONE,
        situation.venue());
  }

  /** Whether it tells anything that a stay is made of, or answers what is asked. */
  private static boolean tells(String part, Situation situation) {
    boolean asksMore =
        Asking.sentences(part).stream()
            .map(String::strip)
            .anyMatch(sentence -> Asking.sounds(sentence) && asks(sentence, situation));
    if (part.isBlank() || asksMore) {
      return false;
    }
    Understanding heard = Ear.hear(part, situation);
    if (situation.asked() == Asked.NOTHING) {
      return wants(part, heard);
    }
    return heard.stay().begun()
        || heard.phone() != null
        || heard.email() != null
        || heard.name() != null && named(heard.name(), part);
  }

  /** Who has told nothing yet has to say something of a room, and not only who is spoken of. */
  private static boolean wants(String part, Understanding heard) {
    Stay stay = heard.stay();
    boolean days = stay.arrival() != null || stay.departure() != null || stay.nights() != null;
    boolean room = days || stay.room() != null || StayOpening.says(part);
    boolean of = heard.intent() == Intent.STAY || heard.intent() == Intent.BOOK;
    return room && of;
  }

  private static boolean named(String name, String part) {
    boolean whole = name.contains(" ") || FirstNames.has(Tokens.plain(name));
    return !part.contains("?") && (whole || NameWords.introduced(Words.of(part)) != null);
  }

  /** A question alone that would be heard as a wish. */
  private static boolean mistaken(String question, Situation situation) {
    Understanding heard = Ear.hear(question, situation);
    return heard.stay().begun() || heard.notes() != null || heard.name() != null;
  }
}
