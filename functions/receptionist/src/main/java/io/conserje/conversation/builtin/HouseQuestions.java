package io.conserje.conversation.builtin;

import io.conserje.conversation.builtin.Ear.Situation;
import io.conserje.knowledge.Kind;
import io.conserje.knowledge.Question;
import io.conserje.text.FilteredPattern;
import io.conserje.venue.Venue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What of a message asks something about the house, and what remains of it for the book.
 *
 * @param question empty if nothing
 * @param heard the message without what was only asked about
 * @param quiet whether it may be about the book alone, so that nothing is said if nobody knows it
 */
record HouseQuestions(String question, Understanding heard, boolean quiet) {

  /** What a table or a room is asked for with. */
  private static final Set<String> OF_BOOKING =
      Set.of(
          """
          mesas mesita sitio hueco huequito lugar reservas reservacion disponibilidad cupo campo
          chance turno terraza fuera interior exterior doble dobles individual individuales
          sencilla familiar familiares superior suite suites adultos bebe puente mediodia tables
          spot space slot availability terrace outside inside double doubles single singles
          family adults left free bookings reservations december january february march april right now ahora mismo
          june july august september october november navidad christmas seriamos seremos
          estaremos comensales nochebuena nochevieja reyes inmaculada constitucion festivo
          holiday
          """
              .strip()
              .split("\\s+"));

  HouseQuestions(String question, Understanding heard) {
    this(question, heard, false);
  }

  static final Set<Topic> ABOUT_BOOKINGS =
      Set.of(
          Topic.BOOK,
          Topic.CANCEL,
          Topic.FIND,
          Topic.CHANGE,
          Topic.AMEND,
          Topic.WAITLIST,
          Topic.LEAVE_WAITLIST,
          Topic.WHO_ARE_YOU,
          Topic.LANGUAGE,
          Topic.PERSON,
          Topic.HELP,
          Topic.OTHER_DAY,
          Topic.OTHER_TIME,
          Topic.HOW_ARE_YOU,
          Topic.MY_NAME);

  private static final Set<Topic> ABOUT_HOUSE = Set.of(Topic.HOURS, Topic.ADDRESS, Topic.PHONE);

  /** What cancelling costs is a question; to cancel is a wish. */
  private static final FilteredPattern OF_CANCELLING =
      FilteredPattern.compile(
          "(?iu)hasta cu[aá]ndo|\\bcost[aeo]?s?\\b|coste|gastos?\\b|recargo|\\bpagar?\\b|\\bpay\\b|sin costo|gratis|penaliza|pol[ií]tica|cobr[aá]|until when|for free|\\bfree\\b"
              + "|\\bfee\\b|policy|charge|penalty|how late|cu[aá]nta antelaci[oó]n");

  private static final FilteredPattern WANTS_TO_CANCEL =
      FilteredPattern.compile(
          "\\b(?:have to|need to|want to|got to|must|like to|please|quiero|queremos|quisiera|queria|tengo que|tenemos que"
              + "|necesito|necesitamos|debo|hay que|habra que|vamos a|voy a|toca|hemos de|will|ll|gotta|going to) (?:cancel|anul)\\w*|\\b(?:cancel|anul)(?:a|ad|e|en|eme|ame|adme|enme|adnos)\\b (?:la|mi|nuestra|lo)\\b");

  private static final FilteredPattern OF_A_TABLE =
      FilteredPattern.compile(
          "(?iu)\\bmesa|\\btable|\\bcenar?\\b|\\bdinner|\\bcomer\\b|\\blunch|restaurant");

  private static final FilteredPattern TABLE_FOR =
      FilteredPattern.compile("\\b(?:mesa para|table for)\\b");
  private static final FilteredPattern LARGEST =
      FilteredPattern.compile(
          "\\b(?:maximo|tope|limite|como mucho)\\b.{0,25}\\b(?:personas|comensales|gente|mesa|grupo)s?\\b"
              + "|\\b(?:cuant[oa]s|cuanta gente|grupos? de hasta)\\b.{0,30}\\b(?:maximo|como mucho|cabe\\w*|caben)\\b"
              + "|\\b(?:largest|biggest|maximum|max)\\b.{0,20}\\b(?:party|group|table|people|number|size)\\b"
              + "|\\bhow many (?:people )?(?:at most|max|can you (?:seat|take|fit))\\b");

  /** Whether it asks for how many a table can be had at most. */
  static boolean ofLargest(String said) {
    return LARGEST.matcher(plain(said)).find();
  }

  private static final Set<String> ROOMS =
      Set.of("habitacion", "habitaciones", "cuartos", "room", "rooms");

  /** Asks whether there is such a thing; "can we have one" only wishes for it. */
  private static final FilteredPattern OFFERED =
      FilteredPattern.compile(
          "\\b(?:teneis|tienen|tienes|tenes|tiene|hay|disponeis|disponen|serv\\w+|haceis|hacen|admit\\w+|acept\\w+|do you (?:have|do|serve|offer|cater|take|allow)|have you got|is there|are there|do(?:es)? (?:the|your|all)(?: the)? (?:\\w+ )?(?:rooms?|doubles?|suites?) (?:have|come)|are \\w+ (?:allowed|ok|welcome))\\b");

  private static final FilteredPattern HELP =
      FilteredPattern.compile("\\b(?:preguntas?|questions?|dudas?|consultas?|ayud\\w+|help)\\b");

  /** "¿El lunes estáis?" */
  private static final FilteredPattern THERE =
      FilteredPattern.compile(
          "(?<!donde )\\b(?:estais|estan ustedes|trabajais|funcionais|ateneis|atendeis|atienden)$"
              + "|\\bare you (?:there|around|working|about) on\\b");

  /** "¿A qué hora se empieza a cenar?" */
  private static final FilteredPattern SERVED =
      FilteredPattern.compile(
          "\\b(?:hasta|desde|a|a partir de) que hora\\b.{0,30}\\b(?:cen\\w+|com(?:er|e|en|ida|idas|emos)|almorzar|almuerzo|serv\\w+|sirv\\w+|llegar)\\b"
              + "|\\b(?:dais|dan|servis|sirven|haceis|hacen|hay) (?:cenas?|comidas?|de cenar|de comer|almuerzos?)\\b(?! (?:para llevar|a domicilio))"
              + "|\\bultima hora (?:para|de) (?:cen|com|llegar|entrar|reserv)\\w*"
              + "|\\b(?:what time|until when|till what time|how late|how early|from when)\\b.{0,30}\\b(?:dinners?|lunch|eat|serve|serving|food|sit down)\\b"
              + "|\\bare you (?:serving|doing) (?:lunch|dinner|food)|\\bdo you (?:serve|do) (?:lunch|dinner)s?\\b"
              + "|\\b(?:latest|earliest)\\b.{0,20}\\b(?:sit|arrive|dinner|lunch|eat)\\b|\\bque dias?\\b.{0,12}\\b(?:descans|cerr|cierr|abr)\\w+");

  static HouseQuestions in(String said, Understanding heard, Situation situation, Venue venue) {
    boolean ofCancelling =
        OF_CANCELLING.matcher(said).find()
            || heard.intent() == Intent.QUESTION && Kind.meant(said).contains(Kind.CANCELLATION);
    boolean onlyAsks = heard.question() && CancelWords.hypothetical(said);
    String apart = ofCancelling || onlyAsks ? besideWish(said, heard) : "";
    if (hasTables(venue) && !apart.isEmpty()) {
      String rest = said.replace(apart, " ").strip();
      HouseQuestions other = in(rest, Ear.hear(rest, situation), situation, venue);
      return new HouseQuestions((apart.strip() + " " + other.question).strip(), other.heard);
    }
    boolean everywhere = !hasTables(venue) && Kind.meant(said).contains(Kind.CANCELLATION);
    if (onlyAsks && (everywhere || ofCancelling && situation.asked() == Asked.NOTHING)) {
      return new HouseQuestions(said, heard.asking());
    }
    boolean asksFirst =
        ofCancelling
            && heard.question()
            && heard.intent() == Intent.QUESTION
            && !heard.about(Topic.CANCEL);
    if (asksFirst
        && situation.asked() == Asked.NOTHING
        && meant(said).contains(Kind.CANCELLATION)) {
      return new HouseQuestions(said, heard.without(Topic.FIND).asking());
    }
    boolean cancels = !hasTables(venue) && WANTS_TO_CANCEL.matcher(plain(said)).find();
    if (heard.about(Topic.CANCEL) && ofCancelling && !cancels) {
      return new HouseQuestions(
          said,
          situation.wish().begun() || heard.intent() != Intent.QUESTION
              ? heard.without(Topic.CANCEL)
              : heard.asking());
    }
    boolean table = heard.about(Topic.BOOK) || TABLE_FOR.matcher(plain(said)).find();
    if (!hasTables(venue) && table && OF_A_TABLE.matcher(said).find()) {
      Understanding rest = heard.without(Topic.BOOK).onlyAsking().withoutDay();
      return new HouseQuestions(said, ofRoom(said, heard) ? rest : heard.asking());
    }
    boolean idle = !situation.wish().begun() && situation.asked() == Asked.NOTHING;
    if (idle && hasTables(venue) && ofHours(said, heard)) {
      return new HouseQuestions(said, heard.and(Topic.HOURS).asking());
    }
    String pointed = idle && hasTables(venue) ? pointed(Asking.sentences(said)) : "";
    if (!pointed.isEmpty() && asks(heard)) {
      return new HouseQuestions(pointed, heard.asking());
    }
    if (idle && hasTables(venue) && heard.party() == null && ofLargest(said)) {
      return new HouseQuestions(said, heard.asking());
    }
    if (idle && ofHouse(heard, said) && mayAsk(said)) {
      return new HouseQuestions(Asking.each(said), heard.asking());
    }
    if (idle && Asking.sounds(said) && asks(heard) && mayAsk(said)) {
      return new HouseQuestions(Asking.each(said), heard.onlyAsking());
    }
    HouseQuestions asking = asking(said, heard, situation);
    boolean facts = heard.topics().stream().anyMatch(ABOUT_HOUSE::contains);
    boolean all = asking.question().isEmpty() && facts && mayAsk(said);
    return all ? new HouseQuestions(said, heard) : asking;
  }

  /**
   * {@code mesa para dos mañana. ¿Cobráis si se cancela?}: the sentence that only asks; or empty.
   */
  private static String besideWish(String said, Understanding heard) {
    List<String> sentences = Asking.sentences(said);
    return sentences.size() < 2 || heard.intent() != Intent.BOOK
        ? ""
        : sentences.stream().filter(HouseQuestions::ofCancelling).findFirst().orElse("");
  }

  /** Whether it asks what cancelling costs, or until when it can be done. */
  static boolean ofCancelling(String said) {
    return Asking.sounds(said.strip())
        && (CancelWords.hypothetical(said)
            || OF_CANCELLING.matcher(said).find() && Kind.meant(said).contains(Kind.CANCELLATION));
  }

  /** "¿El lunes estáis?", "¿hasta qué hora dais cenas?" */
  private static boolean ofHours(String said, Understanding heard) {
    String plain = plain(said);
    boolean books = heard.party() != null || heard.time() != null && heard.time().exact();
    return heard.day() != null && THERE.matcher(plain).find()
        || !books && Asking.sounds(said) && SERVED.matcher(plain).find();
  }

  private static boolean ofRoom(String said, Understanding heard) {
    Stay stay = heard.stay();
    return stay.room() != null
        || stay.nights() != null
        || stay.departure() != null
        || Question.of(said).words().stream().anyMatch(ROOMS::contains);
  }

  private static String plain(String said) {
    return Question.of(said).plain();
  }

  /**
   * Whether a message is for nothing but a question, although it names a day, people or a zone.
   * What it means settles it; without that, who says for how many wants a table.
   */
  private static boolean ofHouse(Understanding heard, String said) {
    if (heard.intent() != Intent.QUESTION) {
      return false;
    }
    Set<Kind> meant = meant(said);
    boolean free =
        heard.topics().stream()
            .filter(topic -> topic != Topic.CANCEL || !meant.contains(Kind.CANCELLATION))
            .filter(topic -> topic != Topic.AMEND && topic != Topic.BOOK || meant.isEmpty())
            .noneMatch(ABOUT_BOOKINGS::contains);
    boolean book = heard.party() != null && (heard.day() != null || heard.time() != null);
    boolean thing = !heard.about(Topic.BOOK) && !things(Question.of(said)).isEmpty();
    return free && !book && (heard.party() == null || !meant.isEmpty() || thing);
  }

  private static boolean hasTables(Venue venue) {
    return !venue.hours().services().isEmpty();
  }

  /** What of the house a message asks about; who wants to cancel does not ask about cancelling. */
  static Set<Kind> meant(String said) {
    Set<Kind> meant = Kind.meant(said);
    if (WANTS_TO_CANCEL.matcher(plain(said)).find()) {
      meant.remove(Kind.CANCELLATION);
    }
    return meant;
  }

  /** Whether the message asks of the house and wants nothing of the book. */
  private static boolean asks(Understanding heard) {
    return heard.day() == null
        && heard.time() == null
        && heard.party() == null
        && heard.topics().stream().noneMatch(ABOUT_BOOKINGS::contains);
  }

  /** What the sentences of a message ask that is nothing in the book, or something else as well. */
  private static HouseQuestions asking(String said, Understanding whole, Situation situation) {
    List<String> sure = new ArrayList<>();
    List<String> perhaps = new ArrayList<>();
    Understanding heard = whole;
    String before = "";
    for (String sentence : Asking.sentences(said)) {
      if (Asking.ofWhatWasSaid(sentence) && ofTheHouse(before, sentence)) {
        sure.add(pointed(before, sentence));
        continue;
      }
      String outright = SideQuestion.outright(before, sentence);
      if (Asking.sounds(sentence) && !outright.equals(sentence)) {
        sure.add(outright);
        continue;
      }
      before = sentence.isBlank() || Asking.ofWhatWasSaid(sentence) ? before : sentence;
      boolean asks =
          Asking.sounds(sentence)
              || Asking.within(sentence) && meant(sentence).stream().anyMatch(Kind::isWhole);
      if (asks && mayAsk(sentence) && !Asking.ofPossibility(sentence)) {
        Understanding part = sentence.equals(said) ? whole : Ear.hear(sentence, situation);
        if (!ofBook(sentence, part, situation) || asksToo(sentence, part)) {
          sure.add(sentence.strip());
        } else if (onlyOnADay(sentence, part, situation)) {
          sure.add(sentence.strip());
          heard = without(sentence, said, whole, situation);
        } else if (besides(sentence, part)) {
          perhaps.add(sentence.strip());
        }
      }
    }
    boolean quiet = sure.isEmpty() && !perhaps.isEmpty();
    if (!sure.isEmpty() && sure.stream().allMatch(s -> things(Question.of(s)).isEmpty())) {
      sure = List.of(said);
    }
    return new HouseQuestions(Asking.apart(quiet ? perhaps : sure), heard, quiet);
  }

  /** What of them asks only about the one before, together with that; or empty. */
  static String pointed(List<String> said) {
    List<String> sentences = said.stream().filter(s -> !s.isBlank()).toList();
    for (int i = 1; i < sentences.size(); i++) {
      if (CareAsked.in(sentences.get(i)) && ofTheHouse(sentences.get(i - 1), sentences.get(i))) {
        return pointed(sentences.get(i - 1), sentences.get(i));
      }
    }
    return "";
  }

  /** How careful the kitchen is, is told with what somebody cannot eat. */
  private static String pointed(String before, String sentence) {
    if (CareAsked.ofPrice(sentence)) {
      List<String> things = things(Question.of(before));
      return things.isEmpty() ? sentence : "¿cuánto cuesta " + things.getLast() + "?";
    }
    boolean care = Diet.told(before) && CareAsked.in(sentence);
    return before.strip() + (care ? "" : " " + sentence.strip());
  }

  /** {@code es un teckel de 8 kilos, ¿hay problema?}: what was said is asked about. */
  private static boolean ofTheHouse(String said, String tag) {
    Set<Kind> meant = meant(said);
    boolean sure = meant.stream().anyMatch(Kind::isWhole) || meant.contains(Kind.PETS);
    boolean thing = CareAsked.ofPrice(tag) && !things(Question.of(said)).isEmpty();
    return sure
        || thing
        || Needs.pet(said)
        || Diet.told(said)
        || !meant.isEmpty() && !Asking.ofPossibility(tag);
  }

  static boolean ofBook(String sentence, Understanding heard, Situation situation) {
    return heard.day() != null
        || hasTables(situation.venue()) && (heard.time() != null || heard.part() != null)
        || heard.stay().begun()
        || heard.party() != null
        || heard.zone() != null
        || heard.notes() != null
            && !OFFERED.matcher(Tokens.plain(sentence)).find()
            && !Needs.pet(heard.notes())
            && !(heard.question() && FollowUp.goesOn(sentence) && !Asking.forWish(sentence))
        || heard.topics().stream().anyMatch(ABOUT_BOOKINGS::contains);
  }

  /** "¿Se puede llegar a las 2 de la mañana?": what is meant is the house's, whatever is named. */
  private static boolean asksToo(String sentence, Understanding heard) {
    return !meant(sentence).isEmpty() && heard.party() == null && ofNoBooking(heard);
  }

  private static boolean ofNoBooking(Understanding heard) {
    return heard.topics().stream()
        .filter(topic -> topic != Topic.BOOK && topic != Topic.HOW_ARE_YOU)
        .noneMatch(ABOUT_BOOKINGS::contains);
  }

  /** "¿Hay menú de Nochebuena?", while a table for another day is being booked. */
  private static boolean onlyOnADay(String sentence, Understanding heard, Situation situation) {
    boolean onlyDay = heard.party() == null && heard.time() == null && heard.name() == null;
    return onlyDay
        && situation.wish().date() != null
        && situation.asked() != Asked.DATE
        && besides(sentence, heard);
  }

  private static boolean besides(String sentence, Understanding heard) {
    boolean asked = OFFERED.matcher(Tokens.plain(sentence)).find();
    return asked && ofNoBooking(heard) && !things(Question.of(sentence)).isEmpty();
  }

  private static Understanding without(
      String sentence, String said, Understanding whole, Situation situation) {
    String rest = said.replace(sentence, " ").strip();
    return rest.isEmpty() ? whole.asking() : Ear.hear(rest, situation);
  }

  /** The words that tell what it is about, but for those a booking is made with. */
  static List<String> things(Question asked) {
    return asked.subject().stream()
        .map(asked.words()::get)
        .filter(word -> word.length() > 3 && !OF_BOOKING.contains(word))
        .filter(word -> Calendar.weekday(word) == null)
        .toList();
  }

  /** "How long can we keep the table?": a question, in words of which none names a thing. */
  static boolean unnamed(Understanding heard, String said) {
    Question asked = Question.of(said);
    return heard.intents().contains(Intent.QUESTION)
        && ofNoBooking(heard)
        && asked.words().size() > 4
        && Asking.sounds(said)
        && !FollowUp.ofAnything(said)
        && !HELP.matcher(asked.plain()).find();
  }

  /** Whether anything in it could be what a question is about. */
  static boolean mayAsk(String said) {
    Question asked = Question.of(said);
    return !asked.subject().isEmpty()
        || !Kind.meant(said).isEmpty()
        || asked.words().stream().anyMatch(ROOMS::contains);
  }
}
