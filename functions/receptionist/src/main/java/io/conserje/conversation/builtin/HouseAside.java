package io.conserje.conversation.builtin;

import io.conserje.conversation.builtin.Ear.Situation;
import io.conserje.knowledge.Kind;
import io.conserje.knowledge.Question;
import io.conserje.text.FilteredPattern;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a guest asks of the house beside an answer or a wish: {@code somos cuatro, y una pregunta,
 * ¿hay tronas?} It is taken out before the rest is heard, so that it is neither a note nor a wish.
 * Of houses with tables; with rooms it is a {@link SideQuestion}.
 *
 * @param rest what is said besides; empty if nothing is
 * @param asked empty if nothing of the house is asked
 */
record HouseAside(String rest, String asked) {

  private static final String OPENER =
      "(?:hay|habra|habr[ií]a|ten[eé]is|tienen|tienes|ten[eé]s|tiene|manej[aá]is|manejan|cuentan|admit[ií]s|admiten|acept[aá]is|aceptan|recib[ií]s|reciben|cobr[aá]is|cobran|hac[eé]is|hacen"
          + "|serv[ií]s|sirven|prepar[aá]is|preparan|dej[aá]is|dejan|permit[ií]s|permiten|us[aá]is|usan|se puede[n]?|se admiten|puedo|podemos|pueden (?:entrar|pasar)|los perros|cu[aá]nto|cu[aá]l|d[oó]nde|por d[oó]nde|a qu[eé] hora|de qu[eé]|hasta qu[eé]"
          + "|hasta cu[aá]ndo|desde qu[eé]|en q(?:u[eé])? (?:calle|zona|plaza|planta|piso)|qu[eé] (?:tipo|hay|trae|incluye|lleva|horario|pasa|platos|medios|camas)|c[oó]mo (?:se|puedo|hago|llego|llegamos|va|es|funciona|manej\\w+)|est[aá] (?:la|el)|est[aá]n|est[aá]is|el (?:men[uú]|desayuno|wifi|internet|restaurante|hotel|local|ba[nñ]o|parking) \\w+"
          + "|la (?:terraza|carta|recepci[oó]n|cocina|entrada) \\w+|son pet|incluye|guard[aá]is|guardan|me (?:dices|dice|pasan|pas[aá]is|dec[ií]s) la (?:direcci|ubicaci)[oó]n"
          + "|do (?:i|we|you|they|people|the|your)|does|is (?:a|an|any|anyone|somebody|someone|wifi|parking)|is there|is the|is your|is it|is breakfast|is reception|are there|are the|are your|are dogs|are pets|are drinks|are people|are jeans|are you|can (?:i|we|you|people|one|dogs|a)|could (?:i|we|you)|may (?:i|we)|what(?:'?s| is| are| do| does| kind| sort| time| street| payment| happens| should)|where(?:'?s| is| are| can| do| about| exactly)|when(?:'?s| is| are| do| does| can)|how (?:much|do|does|far|late|long|is|are)|which day|have you|has the|any (?:parking|wifi|vegan|veggie|vegetarian|gluten|chance of parking)|any(?:thing|where) (?:for|to|vegan|vegetarian|gluten|we)|will there|until (?:what|when)|till what|from what|by when)\\b";

  /** What stands between an answer and a question that follows without a stop. */
  private static final String JOINED =
      "(?:y|e|and|also|plus|oye|oiga|btw|pero|but|oh|ah|by the way|por cierto|de paso|otra cosa)";

  private static final Pattern BOUNDARY =
      Pattern.compile(
          "(?iuU)(?<=[?!\\n;])|(?<=[.…])(?=\\s)|(?<=\\.\\.)(?=[^.])|(?<!^)(?=[¿¡])|(?<=[,:]\\s)(?=(?:"
              + JOINED
              + "[,:]?\\s)*"
              + OPENER
              + ")|(?<=\\s[-–—])(?=\\s)|(?=\\s"
              + JOINED
              + "[,:]?\\s(?:"
              + JOINED
              + "[,:]?\\s)*"
              + OPENER
              + ")|(?=\\s(?:anyway|a lo otro|y a lo otro|lo que me preguntabas)\\b)");

  /** Before a question without its mark, in a message of which nothing has one. */
  private static final Pattern UNMARKED =
      Pattern.compile(
          "(?iuU)(?<!\\b(?:si|if|que|whether|y|and|e|also|no|pero|but|,))(?=\\s(?:hay|ten[eé]is|tienen|acept[aá]is|aceptan|admit[ií]s|admiten|cobr[aá]is|cobran|hac[eé]is|hacen|se puede|cu[aá]nto (?:cuesta|sale|vale|es)|d[oó]nde|a qu[eé] hora|hasta qu[eé] hora|do you|is there|are there|are dogs|are you pet|have you got|can we bring|how much|where is|where are|where can|what time|what kind|until what time)\\b)"
              + "|(?=\\s(?:anyway|anway|ayway|so we|somos|seremos|seriamos|there'?ll be|there will be|we'?re|we are|it'?ll be|my name|under|a nombre)\\b)");

  private static final String OF_ASKING =
      "(?:(?:y|and|oh|ah|eh|also|so|pues|bueno|mira|oye|oiga|ok|actually|perdona|perd[oó]n|sorry)[\\s,:.]+)*"
          + "(?:(?:una|otra|tengo una) (?:pregunta|duda|cosa|cosita|consulta|preguntita)(?: (?:m[aá]s|r[aá]pida|antes))?|(?:pregunta|duda|consulta) r[aá]pida|por cierto|de paso|aprovecho para preguntar(?:te|le|os|les)?|antes (?:de )?que se me (?:olvide|pase)|se me olvidaba|eso s[ií]|y dime|dime"
          + "|(?:and )?(?:a |one |just a |another |quick )*(?:quick )?(?:question|thing|one)(?: (?:first|more|though))?|before (?:i forget|that)|by the way|btw|(?:and )?can i (?:just )?ask|just wondering|i forgot to ask|i was wondering|oye|perd[oó]n|lo que me preguntab\\w+|y? ?a lo otro|anyway|y bueno|also|oh and|ah,? y|y otra cosa|una cosita)";

  private static final FilteredPattern LEADS_IN =
      FilteredPattern.compile("(?iuU)^[\\s,.:;-]*" + OF_ASKING + "\\b[\\s,.:;-]*");

  private static final FilteredPattern LEADS_BACK =
      FilteredPattern.compile("(?iuU)^[\\s,.:;-]*(?:y|e|and|ah|oh|pues)\\s(?=\\S)");

  private static final FilteredPattern LEADS_ON =
      FilteredPattern.compile(
          "(?iuU)(?:[\\s,.:;-]+|^)(?:" + OF_ASKING + "|y|e|and|also|ah|oh)[\\s,.:;-]*$");

  /** Who asks so wants it of the house, or of the table. */
  private static final FilteredPattern WISHES =
      FilteredPattern.compile(
          "\\b(?:(?:can|could|may) (?:we|i)(?: also| please)? (?:get|ask(?: you)? for|request) (?:a|an|the|one|two)|(?:puedo|podemos|podria|podriamos) (?:pedir|solicitar|encargar)\\w* (?:un|una|dos|que)|(?:can|could|may|might) (?:we|i|you)(?: \\w+)? (?:have|sit|be|book|come|move|change|add|make|put|reserve|arrange|note|set|give|keep|help|confirm|tell|send|cancel|do (?:that|it)|push|switch|speak|talk)"
              + "|(?:puede|podria|pueden|podeis|puedes|podrias|podriais|podrian)(?: \\w+)? (?:ser|poner\\w*|preparar\\w*|guardar\\w*|reservar\\w*|dar\\w*|cambiar\\w*|confirmar\\w*|apuntar\\w*|anotar\\w*|llamar\\w*|enviar\\w*|mandar\\w*|pasar\\w* (?:a|al|la reserva|para|con)|hacer\\w* (?:la|una|eso))"
              + "|(?:puedo|podemos|podriamos|podria)(?: \\w+)? (?:sentar\\w*|estar|ir|venir|llegar|cenar|reservar|cambiar|tener|hablar|adelantar|atrasar|retrasar|mover|anadir|sumar|quedar\\w*)"
              + "|(?:nos|me) (?:pon|prepar|guard|reserv|d(?:ais|an|as)|apunt|anot|confirm|llam|cambi)\\w*|(?:ha|han|se) (?:\\w+ )?(?:liberado|quedado libre|caido|anulado|cancelado)|(?:opened|freed) up|any cancellations?|sitio|hueco|mesas? (?:libre|para|fuera|dentro|en|tranquil|junto|al lado)\\w*|(?:free|available) (?:table|room)s?|tables? (?:free|available|outside|inside|on the|by the|near|for)|space for|room (?:free|available|for)"
              + "|my|our|mi|mis|nuestr[oa]s?|el nombre|mi nombre|somos|seremos)\\b");

  private static final FilteredPattern OWN_THINGS =
      FilteredPattern.compile(
          "\\b(?:my|our|mi|mis|nuestr[oa]s?) (?:own |propi[oa] )?(?:car|coche|auto|carro|wine|vino|botella|bottle|cake|tarta|pastel|torta|bags?|luggage|maletas?|equipaje|valijas?|company|empresa)\\b|\\b(?:own|propi[oa]) \\w+");

  /** {@code do you have high chairs? we'd need one}: what is asked for is wanted. */
  private static final FilteredPattern POINTS_BACK =
      FilteredPattern.compile(
          "\\b(?:need|want|like|take|be using|bring|is|are|m|re) (?:one|two|it|them|that)\\b|\\b(?:es|son|soy|somos) (?:una|uno|ambos|los dos)\\W*$|\\blo (?:es|soy|somos|son)\\b|\\b(?:necesit\\w+|quer\\w+|querr\\w+|har\\w+ falta|vendr\\w+ bien) (?:una|uno|dos|la|lo)\\W*$|\\b(?:l[ao]s?|una|uno) (?:necesit|quer|vamos a necesitar)\\w*");

  private static final FilteredPattern BOOKS =
      FilteredPattern.compile("\\b(?:reserv\\w+|book\\w*|mesas?|tables?|apart\\w+|agend\\w+)\\b");

  /** {@code can we cancel for free?} */
  private static final FilteredPattern OF_CANCELLING =
      FilteredPattern.compile(
          "\\b(?:cancel|anul)\\w*\\b.{0,25}\\b(?:free|gratis|sin (?:coste|costo|cargo|gastos)|fee|charge|charged|cuesta|coste|costo|cobr\\w+|penal\\w+)\\b|\\b(?:gratis|fee|charge|charged|cuesta|coste|costo|cobr\\w+|penal\\w+)\\b.{0,25}\\b(?:cancel|anul)\\w*");

  private static final FilteredPattern SHORT =
      FilteredPattern.compile(
          "\\b(?:gym|spa|bar|bus|tv|ev|ac|pub|sat nav|(?:tipo|clase|estilo) de (?:comida|cocina)|(?:kind|sort|type) of (?:food|cuisine))\\b");

  /** What of the book is looked at more closely than by what it is about. */
  private static final Set<Topic> LOOKED_AT =
      EnumSet.of(Topic.BOOK, Topic.CANCEL, Topic.HOW_ARE_YOU);

  /** Who has an illness, and no question of the house alone: it is to be noted. */
  private static final FilteredPattern OF_SOMEBODY =
      FilteredPattern.compile(
          "\\b(?:(?:one|two|some|three) of us|(?:my|our) \\w+(?: \\w+)? (?:is|are|has|have|can ?t)|i m|im|i am|i have|we re|we are|(?:uno|una|dos|alguno|alguien|otro|otra) (?:de nosotros|es|son|del grupo|tiene)|(?:mi|mis|nuestr\\w+) \\w+(?: \\w+)? (?:es|son|tiene|tienen|no puede)|soy|somos|tengo)\\b");

  static HouseAside in(String text, Situation situation) {
    boolean rooms = !situation.venue().lodging().types().isEmpty();
    if (rooms) {
      return new HouseAside(text, "");
    }
    boolean marked = text.indexOf('?') >= 0 || text.indexOf('¿') >= 0;
    List<String> parts = new ArrayList<>();
    for (String part : BOUNDARY.split(text)) {
      parts.addAll(marked ? List.of(part) : List.of(UNMARKED.split(part)));
    }
    List<String> asked = new ArrayList<>();
    StringBuilder rest = new StringBuilder();
    for (String part : parts) {
      if (ofHouse(part, situation, marked)) {
        asked.add(part.strip());
      } else {
        rest.append(part);
      }
    }
    boolean points = POINTS_BACK.matcher(Tokens.plain(rest.toString())).find();
    String told = told(rest.toString());
    if (asked.isEmpty() || points) {
      return new HouseAside(text, "");
    }
    return new HouseAside(told, Asking.apart(told.isEmpty() ? asked : unjoined(asked)));
  }

  boolean none() {
    return asked.isEmpty();
  }

  boolean alone() {
    return !none() && rest.codePoints().noneMatch(Character::isLetterOrDigit);
  }

  /** {@code four and do you have wifi?}: without what joined it to the rest. */
  private static List<String> unjoined(List<String> asked) {
    return asked.stream().map(part -> LEADS_BACK.matcher(part).replaceFirst("")).toList();
  }

  /** Without the words that only say that something is going to be asked. */
  private static String told(String rest) {
    String before = "";
    String told = rest.strip();
    while (!told.equals(before)) {
      before = told;
      told = LEADS_ON.matcher(LEADS_IN.matcher(told).replaceFirst("")).replaceFirst("").strip();
    }
    return LEADS_BACK.matcher(told).replaceFirst("").replaceFirst("[\\s,:;–—-]+$", "");
  }

  private static boolean ofHouse(String part, Situation situation, boolean marked) {
    String plain = Tokens.plain(part.strip());
    boolean asks = marked ? part.contains("?") || Asking.sounds(part) : Asking.sounds(part);
    boolean own =
        WISHES.matcher(OWN_THINGS.matcher(plain).replaceAll(" ")).find()
            && !OF_CANCELLING.matcher(plain).find();
    boolean noted = situation.asked() == Asked.NOTES && !part.contains("?");
    boolean delicate = Sensitive.in(part) != Sensitive.Kind.NONE;
    if (!asks
        || own
        || noted
        || delicate
        || Asking.ofPossibility(part)
        || Asking.ofWhatWasSaid(part)) {
      return false;
    }
    Set<Kind> meant = Kind.meant(part);
    Understanding heard = Ear.hear(part, situation);
    if (heard.notes() != null && OF_SOMEBODY.matcher(plain).find()) {
      return false;
    }
    boolean thing =
        !meant.isEmpty()
            || heard.about(Topic.ADDRESS)
            || OF_CANCELLING.matcher(plain).find()
            || SHORT.matcher(plain).find()
            || !HouseQuestions.things(Question.of(part)).isEmpty();
    return thing && !ofBook(part, heard, meant, situation);
  }

  private static boolean ofBook(
      String part, Understanding heard, Set<Kind> meant, Situation situation) {
    boolean cancels = heard.about(Topic.CANCEL) && !CancelWords.hypothetical(part);
    boolean ofCancelling =
        meant.contains(Kind.CANCELLATION) || OF_CANCELLING.matcher(Tokens.plain(part)).find();
    boolean ofRoom = Price.ofRoom(part) && meant.isEmpty();
    boolean inside = heard.zone() != null && meant.isEmpty() && !part.contains("?");
    boolean books =
        heard.about(Topic.BOOK) && meant.isEmpty() && BOOKS.matcher(Tokens.plain(part)).find();
    return heard.day() != null
        || books
        || heard.time() != null && heard.time().exact()
        || heard.party() != null
        || heard.reference() != null
        || cancels && !ofCancelling
        || ofCancelling && situation.asked() == Asked.CANCEL_CONFIRM
        || ofRoom
        || inside
        || heard.topics().stream()
            .filter(topic -> !LOOKED_AT.contains(topic))
            .filter(topic -> topic != Topic.WAITLIST || !ofCancelling)
            .anyMatch(HouseQuestions.ABOUT_BOOKINGS::contains);
  }
}
