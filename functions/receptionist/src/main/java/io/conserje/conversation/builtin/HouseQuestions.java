package io.conserje.conversation.builtin;

import io.conserje.conversation.builtin.Ear.Situation;
import io.conserje.knowledge.Kind;
import io.conserje.knowledge.Question;
import io.conserje.venue.Venue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What of a message asks something about the house, and what remains of it for the book.
 *
 * @param question empty if nothing
 * @param heard the message without what was only asked about
 */
record HouseQuestions(String question, Understanding heard) {

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
  private static final Pattern OF_CANCELLING =
      Pattern.compile(
          "(?iu)hasta cu[aá]ndo|coste|sin costo|gratis|penaliza|pol[ií]tica|cobr[aá]|until when|for free|\\bfree\\b"
              + "|\\bfee\\b|policy|charge|penalty|how late|cu[aá]nta antelaci[oó]n");

  private static final Pattern WANTS_TO_CANCEL =
      Pattern.compile(
          "\\b(?:have to|need to|want to|got to|must|like to|please|quiero|queremos|quisiera|queria|tengo que|tenemos que"
              + "|necesito|necesitamos|debo|hay que|habra que|toca) (?:cancel|anul)\\w*|\\b(?:cancel|anul)(?:a|ad|e|en|eme|ame|adme|enme|adnos)\\b (?:la|mi|nuestra|lo)\\b");

  private static final Pattern OF_A_TABLE =
      Pattern.compile(
          "(?iu)\\bmesa|\\btable|\\bcenar?\\b|\\bdinner|\\bcomer\\b|\\blunch|restaurant");

  private static final Pattern LARGEST =
      Pattern.compile(
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
  private static final Pattern OFFERED =
      Pattern.compile(
          "\\b(?:teneis|tienen|tienes|tenes|tiene|hay|disponeis|disponen|serv\\w+|haceis|hacen|admit\\w+|acept\\w+|do you (?:have|do|serve|offer|cater|take|allow)|have you got|is there|are there|are \\w+ (?:allowed|ok|welcome))\\b");

  /** "¿El lunes estáis?" */
  private static final Pattern THERE =
      Pattern.compile(
          "(?<!donde )\\b(?:estais|estan ustedes|trabajais|funcionais|ateneis|atendeis|atienden)$"
              + "|\\bare you (?:there|around|working|about) on\\b");

  private static final Pattern QUESTION_MARK = Pattern.compile("[?¿]");
  private static final Pattern SENTENCE =
      Pattern.compile(
          "(?<=[?!\\n;])|(?=[¿¡])|(?<=\\.)(?=\\s)|(?<=,)(?=\\s)"
              + "|(?=\\s(?:y|and)\\s(?:hay|ten[eé]is|tienen|se puede|cu[aá]nto|d[oó]nde|do you|is there|can i|can we|how much)\\b)");

  /** How questions begin that are written without their mark, or spoken. */
  private static final Pattern OPENING =
      Pattern.compile(
          "(?iu)^(?:(?:y|e|pues|oye|oiga|hola|buenas|perdona|perdone|vale|ok|okay|and|also|hi|hello|hey|genial|perfecto|cool"
              + "|great|last one|una cosa|otra cosa|por cierto|btw)[\\s,.!]+)*"
              + "(?:hay|ten[eé]is|tienen|tienes|ten[eé]s|tiene|cu[aá]l|cu[aá]les|cu[aá]nto|cu[aá]nta|cu[aá]ntos|d[oó]nde|cu[aá]ndo|qui[eé]n|qu[eé]|c[oó]mo"
              + "|se puede|se pueden|puedo|podemos|admit[ií]s|admiten|acept[aá]is|aceptan|hac[eé]is|hacen|dej[aá]is|dejan|serv[ií]s|sirven"
              + "|est[aá]|est[aá]n|es|son|a qu[eé]|en qu[eé]|hasta qu[eé]|desde qu[eé]|hasta cu[aá]ndo|desde cu[aá]ndo|a partir de (?:cu[aá]ndo|qu[eé])|cobr[aá]is|cobran|do you|do i|do we|do the|does|is|are|can i|can we"
              + "|can you|could|what|where|when|how|which|who|any|may i|may we)\\b");

  /** After a story there has to be a word that only asks. */
  private static final Pattern LATER_ON =
      Pattern.compile(
          "(?iu)[,;.:]\\s*(?:y |e |and |so )?(?:hay|ten[eé]is|tienen|cu[aá]l|cu[aá]nto|cu[aá]nta|d[oó]nde|c[oó]mo|se puede|se pueden"
              + "|a qu[eé] hora|hasta qu[eé]|desde qu[eé]|do you|is there|are there|where|what|how much|can we|can i)\\b");

  static boolean sounds(String said) {
    return OPENING.matcher(said.strip()).find()
        || LATER_ON.matcher(said).find()
        || QUESTION_MARK.matcher(said).find();
  }

  static HouseQuestions in(String said, Understanding heard, Situation situation, Venue venue) {
    boolean ofCancelling =
        OF_CANCELLING.matcher(said).find()
            || heard.intent() == Intent.QUESTION && Kind.meant(said).contains(Kind.CANCELLATION);
    boolean cancels = !hasTables(venue) && WANTS_TO_CANCEL.matcher(plain(said)).find();
    if (heard.about(Topic.CANCEL) && ofCancelling && !cancels) {
      return new HouseQuestions(
          said,
          situation.wish().begun() || heard.intent() != Intent.QUESTION
              ? heard.without(Topic.CANCEL)
              : heard.asking());
    }
    if (!hasTables(venue) && heard.about(Topic.BOOK) && OF_A_TABLE.matcher(said).find()) {
      return new HouseQuestions(said, heard.without(Topic.BOOK).asking());
    }
    boolean idle = !situation.wish().begun() && situation.asked() == Asked.NOTHING;
    if (idle && heard.day() != null && hasTables(venue) && THERE.matcher(plain(said)).find()) {
      return new HouseQuestions(said, heard.and(Topic.HOURS).asking());
    }
    if (idle && hasTables(venue) && heard.party() == null && ofLargest(said)) {
      return new HouseQuestions(said, heard.asking());
    }
    if (idle && ofHouse(heard, said) && mayAsk(said)) {
      return new HouseQuestions(said, heard.asking());
    }
    if (idle && sounds(said) && asks(heard) && mayAsk(said)) {
      return new HouseQuestions(said, heard.onlyAsking());
    }
    String question = String.join(" ", asking(said, situation));
    boolean facts = heard.topics().stream().anyMatch(ABOUT_HOUSE::contains);
    return new HouseQuestions(question.isEmpty() && facts && mayAsk(said) ? said : question, heard);
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
    return free && !book && (heard.party() == null || !meant.isEmpty());
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

  /** The sentences that ask and are about nothing in the book. */
  private static List<String> asking(String said, Situation situation) {
    List<String> found = new ArrayList<>();
    for (String sentence : SENTENCE.split(said)) {
      if (sounds(sentence) && mayAsk(sentence)) {
        Understanding heard = Ear.hear(sentence, situation);
        boolean ofBook =
            heard.day() != null
                || hasTables(situation.venue()) && (heard.time() != null || heard.part() != null)
                || heard.stay().begun()
                || heard.party() != null
                || heard.zone() != null
                || heard.notes() != null && !OFFERED.matcher(Tokens.plain(sentence)).find()
                || heard.topics().stream().anyMatch(ABOUT_BOOKINGS::contains);
        if (!ofBook) {
          found.add(sentence.strip());
        }
      }
    }
    return found;
  }

  /** Whether anything in it could be what a question is about. */
  static boolean mayAsk(String said) {
    Question asked = Question.of(said);
    return !asked.subject().isEmpty()
        || !Kind.meant(said).isEmpty()
        || asked.words().stream().anyMatch(ROOMS::contains);
  }
}
