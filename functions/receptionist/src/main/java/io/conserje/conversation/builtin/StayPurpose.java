package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;

/** What a message wants of stays that are booked. */
final class StayPurpose {

  enum Purpose {
    NOTHING,
    HOURS,
    CANCEL,
    CHANGE,
    /** To change one, if the guest has any: it might as well be the wish for a new one. */
    PERHAPS_CHANGE,
    /** To put one under another name. */
    NAME,
    FIND
  }

  private static final FilteredPattern STAY_ON =
      FilteredPattern.compile(
          "\\b(?:stay\\w*|extend|quedar\\w*|quedamos|quedo|quedasemos|alargar\\w*|prolongar\\w*|ampliar\\w*)\\b");

  /** Who says this wants a room of which nothing is in the book. */
  private static final FilteredPattern NEW =
      FilteredPattern.compile(
          "\\b(?:(?:reservar|reservarme|book|otra reserva|another booking|otra habitacion|another room|nueva reserva|new booking)\\b(?!.* (?:mi|la|the|my) reserva)"
              + "|(?:una?|dos|tres|a|two|three|another|alguna|any|necesit\\w+|busco|buscamos|quer\\w+|quisiera|tene[iy]?s|tienen|hay|have) (?:\\w+ )?(?:habitacion(?:es)?|rooms?|individual|doble|suite|familiar|single|double|twin)"
              + "|habitacion (?:para|disponible|libre)|rooms? (?:for|free|available)|disponib\\w+|availab\\w+|cuanto|how much|precio|price|looking for|busco|buscamos)\\b");

  /** How guests speak of what is to come, and not of what they would like to have. */
  private static final FilteredPattern STANDS =
      FilteredPattern.compile(
          "\\b(?:lleg\\w+|sal(?:imos|ir|go|dre\\w*)|(?:nos|me) (?:vamos|voy|quedamos|quedo|quedaremos|quedare)|quedar(?:nos|me)|somos|seremos|vamos a ser|vendr\\w+|viene[ns]?|vamos|ire\\w*"
              + "|al final|en lugar de|en vez de|mejor|cambi\\w+|ampli\\w+|alarg\\w+|anad\\w+|quit\\w+|apunt\\w+|pon(?:me|nos|ed\\w*|ga\\w*|er\\w*)?|adelant\\w+|retras\\w+|mas|menos|necesit\\w+|otra noche|otro dia"
              + "|instead|actually|arriv\\w+|leav\\w+|stay\\w*|extend\\w*|extra|more|less|fewer|another night|add|bring\\w*|coming|make it|we (?:will|ll|are|re)|well be|join\\w*|need|could|can|prefer\\w*|prefier\\w*)\\b");

  private static final String ROOM =
      "(?:reserva|habitacion(?:es)?|doble|suite|individual|superior|familiar|sencilla|booking|rooms?|single|double|twin|family room|stay)";

  private static final FilteredPattern OWN =
      FilteredPattern.compile(
          "\\b(?:"
              + ROOM
              + " (?:que )?(?:tengo|tenemos|hice|hicimos|reserv\\w+|cogi\\w*|teniamos)|(?:tengo|tenemos|tenia|teniamos|hice|hicimos|reserve|reservamos) (?:ahi |con vosotros )?(?:una |la |dos |tres |un |ya )?(?:\\w+ )?"
              + ROOM
              + "|(?:mi|nuestra|my|our) (?:\\w+ )?"
              + ROOM
              + "|(?<!\\b(?:could|can|may|might|shall|do|if|should|would) )(?:i|we)(?: ve| have| had)?(?: got| booked)? (?:a|the|an|our|two) (?:\\w+ )?"
              + ROOM
              + "(?: with you| booked| in| for| from)|(?<!\\b(?:could|can|may|might|shall|do|if|should|would) )(?:i|we) (?:ve|have) (?:got |booked )?(?:a|the|an|two) (?:\\w+ )?"
              + ROOM
              + "|(?:got|have|tene[iy]s|tienen|me|nos) (?:us|me|down|apuntad\\w+) (?:down|booked|apuntad\\w+)|(?:nos|me) (?:tene[iy]s|tienen) apuntad\\w+"
              + "|lo (?:nuestro|mio|de \\w+)(?: que tengo)?|la nuestra)\\b");

  private static final FilteredPattern CHANGING =
      FilteredPattern.compile(
          "\\b(?:cambi\\w+|pasar(?:la|lo|nos|me)?|pas[ae](?:me|nos)?l[ao]|(?:la|lo) pasamos|mover\\w*|mueve\\w*|adelant\\w+|retras\\w+|aplaz\\w+|pospon\\w+|sobran?|acort\\w+|alarg\\w+|ampli\\w+|anadir|change|switch|move|push|bring forward|upgrade|extend|shorten|swap|put (?:it|us)|need to)\\b");

  /** Who says this wants a room, whatever of coming and going is told with it. */
  private static final FilteredPattern WANTS =
      FilteredPattern.compile(
          "^(?!.*\\b(?:al final|mejor|instead|actually)\\b).*\\b(?:necesit\\w+|busc\\w+|quer\\w+|quisiera|reservar|need|looking for|like|book) (?:una?|a) (?:habitacion|room|individual|doble|single|double|suite|familiar)\\b");

  private static final FilteredPattern BOOKED =
      FilteredPattern.compile("\\b(?:reservad[ao]s?|cogid[ao]s?|booked|apuntad[ao]s?)\\b");

  private static final FilteredPattern OUT =
      FilteredPattern.compile(
          "\\b(?:fuera|sobra|(?:la|lo) quitamos|quit(?:a|ad|ar|amos|e)?la|drop|scrap)\\b");

  private static final FilteredPattern OTHER_NAME =
      FilteredPattern.compile(
          "\\b(?:(?:pon\\w*|cambi\\w+|pasar\\w*|este|vaya|ir) .{0,25}(?:a nombre de|al nombre|a su nombre|el nombre|de nombre|titular)"
              + "|(?:change|put|move|switch) .{0,25}(?:name|under (?!\\d))\\b)");

  private static final FilteredPattern WHEN =
      FilteredPattern.compile(
          "\\b(?:got|have) (?:us|me) down\\b|\\b(?:nos|me) (?:tene[iy]s|tienen) apuntad\\w+|\\b(?:que dias?|cuando|que fechas?|what days?|which days?|what dates?|when) .{0,30}\\b(?:entr\\w+|sal(?:ia|imos|go)|lleg\\w+|reserv\\w+|cogi\\w*|tengo|tenemos|era|is|do i|do we|am i|are we|did)\\b");

  private static final FilteredPattern SAME_DATES =
      FilteredPattern.compile(
          "\\b(?:same (?:dates|days|nights)|(?:las )?mismas (?:fechas|noches)|mismos dias)\\b");

  private static final FilteredPattern CALL_OFF =
      FilteredPattern.compile(
          "\\b(?:anul|cancel|quit|borr|elimin)(?:a|e|ad|en|ar|emos)?(?:me|nos)?(?:la|lo|las|los)\\b(?! .{0,12}\\b(?:cuna|nota|supletoria|garaje|parking)\\b)|\\bcancel (?:it|that|the (?:room|booking))\\b");

  /** Without any of these nothing is called off, whatever else it sounds like. */
  private static final FilteredPattern OFF =
      FilteredPattern.compile(
          "\\b(?:cancel\\w*|anul\\w*|quit\\w+|borr\\w+|elimin\\w+|suspend\\w+|baja|desist\\w+|renunci\\w+|devol\\w+|liber\\w+|olvid\\w+|dej\\w+|fuera|ya no|no (?:\\w+ ){0,2}(?:pod\\w+|pued\\w+|vamos|voy|iremos|ire|viajamos|vendremos|quiero|queremos|hace falta|necesit\\w+)|imposible|sin efecto"
              + "|call(?:ed|ing)? off|can ?t|cannot|cant|couldnt|(?:wont|will not) (?:be|come|make|need|go|arrive|happen|work|travel|require|use)|not (?:coming|going|able|need\\w*)|no longer|dont|do not|drop|scrap|release|forget|never ?mind|withdraw|unable|get rid)\\b");

  private static final FilteredPattern INSTEAD =
      FilteredPattern.compile(
          "\\b(?:en vez de(?:l)?|en lugar de(?:l)?|instead of|rather than|no el (?:\\w+ )?\\d{1,2}|no el (?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)|not (?:on )?(?:the )?(?:\\d{1,2}\\w*|\\w+day))\\b");

  private static final FilteredPattern RATHER =
      FilteredPattern.compile(
          "\\b(?:y si|que tal si|what if|how about|what about|(?:could|can) we (?:have|get|take|move|switch)|pod(?:emos|riamos|ria|eis|riais) (?:\\w+ )?(?:pasar|cambiar|coger|tener|poner)\\w*|mejor|prefer\\w+|upgrade)\\b");

  private static final FilteredPattern DO_IT =
      FilteredPattern.compile(
          "\\b(?:cambi(?:a|e|ad|en)(?:me|nos)?(?:la|lo|nos)|hazlo|hagalo|hagamoslo|(?:pas|muev)(?:a|e|ad|en)(?:me|nos)?(?:la|lo)|ponmela|ponnosla|move it|adelante|change it|do it|go ahead|go for it)\\b");

  private final Turn turn;
  private final Memory memory;

  StayPurpose(Turn turn) {
    this.turn = turn;
    this.memory = turn.memory();
  }

  Purpose of(Understanding heard) {
    boolean anew = whole(heard) || detailed(heard, memory);
    if (anew && !ofOwn() && !turn.knowsPhone()) {
      return Purpose.NOTHING;
    }
    if (OtherNights.in(heard, memory)) {
      return Purpose.CHANGE;
    }
    String hours = OtherHoursWords.in(memory.text);
    boolean ofStay = !(heard.intent() == Intent.QUESTION && !mentionsStay(heard));
    boolean unknown = !turn.knowsPhone() && memory.stays.booked.isEmpty() && !ofOwn();
    boolean onlyAsks = unknown && heard.question() && !HouseQuestions.meant(memory.text).isEmpty();
    if (!hours.isEmpty() && ofStay && !onlyAsks) {
      return Purpose.HOURS;
    }
    if (heard.intent() == Intent.CANCEL && !moved(heard) && !onlyAsks && OFF.matcher(plain()).find()
        || heard.about(Topic.CANCEL)
        || out(heard)
        || callsOff(memory)) {
      return Purpose.CANCEL;
    }
    if (whole(heard) && !ofOwn() && !(turn.knowsPhone() && STANDS.matcher(plain()).find())) {
      return Purpose.NOTHING;
    }
    if (whole(heard)
        && (WANTS.matcher(plain()).find() || NEW.matcher(plain()).find())
        && !CHANGING.matcher(plain()).find()
        && !ofOwn()) {
      return Purpose.NOTHING;
    }
    boolean fresh = NEW.matcher(plain()).find() && !ofOwn() && !turn.knowsPhone();
    if (fresh && heard.reference() == null && memory.stays.booked.isEmpty()) {
      return Purpose.NOTHING;
    }
    boolean settled = CHANGING.matcher(plain()).find() || INSTEAD.matcher(plain()).find();
    if (unknown && begins(heard, memory.stays) && !settled) {
      return Purpose.NOTHING;
    }
    if (named()) {
      return Purpose.NAME;
    }
    if (rather(heard) || wishesCot(heard) && !another() && !whole(heard) && !fresh) {
      return Purpose.CHANGE;
    }
    boolean asks =
        heard.question()
            && !HouseQuestions.meant(memory.text).isEmpty()
            && !CHANGING.matcher(plain()).find()
            && StayShift.in(memory.text, heard.stay()).none();
    boolean changes =
        ofOwn() && CHANGING.matcher(plain()).find()
            || heard.intent() == Intent.CHANGE
            || heard.intent() == Intent.CANCEL && moved(heard)
            || heard.about(Topic.CHANGE)
            || ChangeWords.in(memory.text)
            || changesBooked(heard)
            || heard.reference() != null && (moved(heard) || NamedStay.moved(heard, memory.text))
            || stayOn(heard);
    if (changes && !asks && !another()) {
      return Purpose.CHANGE;
    }
    if (when() && ofOwn()) {
      return Purpose.FIND;
    }
    if (told(heard)) {
      return Purpose.FIND;
    }
    if (perhaps(heard)) {
      return memory.stays.booked.isEmpty() ? Purpose.PERHAPS_CHANGE : Purpose.CHANGE;
    }
    boolean finds =
        heard.intent() == Intent.FIND
                && (heard.name() == null
                    || memory.asked == Asked.NOTHING && Standing.booked(memory.text))
            || heard.about(Topic.FIND);
    finds = finds && !(asks && heard.intent() == Intent.QUESTION) && !(unknown && asks);
    finds = finds && !(unknown && begins(heard, memory.stays));
    finds = finds || heard.reference() != null && HouseQuestions.meant(memory.text).isEmpty();
    finds =
        finds
            && (!unknown || heard.about(Topic.FIND) || HouseQuestions.meant(memory.text).isEmpty());
    return finds ? Purpose.FIND : Purpose.NOTHING;
  }

  /** Who was taken to want a room, and speaks of one that is booked. */
  boolean callsOffAnother(Understanding heard) {
    boolean early =
        memory.asked == Asked.ARRIVAL
            || memory.asked == Asked.NIGHTS
            || memory.asked == Asked.PARTY;
    return early && turn.knowsPhone() && heard.about(Topic.CANCEL) && !heard.question();
  }

  /** A room and when, where we asked for a reference: it was a new stay that was meant. */
  static boolean anew(Stay said) {
    return said.room() != null && (said.arrival() != null || said.nights() != null);
  }

  private String plain() {
    return Tokens.plain(memory.text);
  }

  /** All that a new stay needs, of which nothing is in this conversation. */
  static boolean whole(Understanding heard, StayMemory stays) {
    Stay said = heard.stay();
    return said.arrival() != null
        && said.adults() != null
        && (said.departure() != null || said.nights() != null)
        && heard.reference() == null
        && stays.booked.isEmpty();
  }

  /** {@code reserva: individual, del 14 al 16}: a room and its nights, and nothing of a change. */
  static boolean detailed(Understanding heard, Memory memory) {
    Stay said = heard.stay();
    return said.arrival() != null
        && said.room() != null
        && (said.departure() != null || said.nights() != null)
        && heard.reference() == null
        && memory.stays.booked.isEmpty()
        && heard.intent() != Intent.CANCEL
        && !heard.about(Topic.CANCEL)
        && !heard.question()
        && !changes(memory.text);
  }

  /** {@code una individual del lunes al miércoles, llegaré sobre las dos}: nothing is changed. */
  static boolean begins(Understanding heard, StayMemory stays) {
    boolean length = heard.stay().departure() != null || heard.stay().nights() != null;
    boolean other =
        heard.intent() == Intent.CHANGE
            || heard.intent() == Intent.FIND && !heard.about(Topic.FIND);
    return other
        && length
        && heard.stay().arrival() != null
        && heard.reference() == null
        && stays.booked.isEmpty();
  }

  /** When it begins and something else of it: more than a question about a day would name. */
  static boolean lasts(Stay said) {
    boolean length = said.departure() != null || said.nights() != null;
    return said.arrival() != null && (length || said.adults() != null || said.room() != null);
  }

  private boolean whole(Understanding heard) {
    return whole(heard, memory.stays);
  }

  /** Whether it speaks of a stay of the guest's own. */
  static boolean owns(String text) {
    return OWN.matcher(Tokens.plain(text)).find();
  }

  /** {@code la doble que tengo}, {@code we've got the suite}. */
  boolean ofOwn() {
    return owns(memory.text);
  }

  /** Whether it asks about, or for a change of, a stay that is said to be booked. */
  boolean standing() {
    boolean late = !OtherHoursWords.in(memory.text).isEmpty();
    boolean known = turn.knowsPhone() || !memory.stays.booked.isEmpty();
    return known && ofOwn() && (late || CHANGING.matcher(plain()).find() || when());
  }

  /** {@code teníamos una familiar reservada}, and nothing of what is to become of it. */
  private boolean told(Understanding heard) {
    boolean known = turn.knowsPhone() || !memory.stays.booked.isEmpty();
    boolean asks = heard.question() || heard.intent() == Intent.QUESTION;
    return known && !asks && !another() && ofOwn() && BOOKED.matcher(plain()).find();
  }

  /** {@code ¿nos ponéis una cuna?}, of a stay that is booked. */
  boolean wishesCot(Understanding heard) {
    boolean known = turn.knowsPhone() || !memory.stays.booked.isEmpty();
    Integer cots = heard.stay().cots();
    boolean fresh = heard.stay().departure() != null && heard.stay().room() != null;
    return known && cots != null && !fresh && Cots.in(Words.of(memory.text), turn.tongue()) != null;
  }

  /** {@code nos vamos el sábado en vez del domingo}: nobody who says so calls it off. */
  private boolean moved(Understanding heard) {
    Stay said = heard.stay();
    boolean day = said.arrival() != null || said.departure() != null || heard.day() != null;
    return day && !heard.about(Topic.CANCEL) && INSTEAD.matcher(plain()).find();
  }

  /** {@code ¿y la superior cuánto sería?}, of the stay that was booked just now. */
  boolean rather(Understanding heard) {
    Stay said = heard.stay();
    boolean onlyRoom = said.room() != null && said.arrival() == null && said.adults() == null;
    return onlyRoom
        && !memory.stays.booked.isEmpty()
        && !said.room().equals(memory.stays.last.room())
        && !another()
        && (Price.asked(memory.text)
            || FollowUp.goesOn(memory.text)
            || RATHER.matcher(plain()).find());
  }

  /** {@code ¿qué día entraba?} */
  private boolean when() {
    return WHEN.matcher(plain()).find();
  }

  private boolean named() {
    return OTHER_NAME.matcher(plain()).find()
        && (turn.knowsPhone() || !memory.stays.booked.isEmpty());
  }

  /** {@code anúlamela}: what was booked here, or a stay that is known. */
  static boolean callsOff(Memory memory) {
    return !memory.stays.booked.isEmpty() && CALL_OFF.matcher(Tokens.plain(memory.text)).find();
  }

  /** {@code la doble superior fuera}. */
  private boolean out(Understanding heard) {
    return ofOwn() && heard.stay().room() != null && OUT.matcher(plain()).find();
  }

  /** {@code venga, cámbiamela}: a yes to the change that was read back. */
  static boolean doIt(String text) {
    return DO_IT.matcher(Tokens.plain(text)).find();
  }

  /** Whether it speaks of something that is to become different. */
  static boolean changes(String text) {
    return CHANGING.matcher(Tokens.plain(text)).find();
  }

  private boolean another() {
    return RoomsWanted.another(memory.text);
  }

  private boolean mentionsStay(Understanding heard) {
    return heard.stay().begun()
        || heard.about(Topic.FIND)
        || heard.time() != null
        || ofOwn()
        || !memory.stays.booked.isEmpty();
  }

  /** {@code can we stay until the 4th?}, of guests whose number the house knows. */
  boolean stayOn(Understanding heard) {
    Stay said = heard.stay();
    boolean onlyUntil =
        said.departure() != null
            && said.arrival() == null
            && said.room() == null
            && said.adults() == null;
    boolean known = turn.knowsPhone() || !memory.stays.booked.isEmpty();
    boolean around = AroundStay.said(memory.text) && said.room() == null && said.adults() == null;
    return known && (around || onlyUntil && STAY_ON.matcher(plain()).find());
  }

  private boolean changesBooked(Understanding heard) {
    boolean says =
        heard.stay().begun() && heard.intent() != Intent.STAY && heard.intent() != Intent.QUESTION;
    return !memory.stays.booked.isEmpty() && (says || heard.about(Topic.AMEND));
  }

  /**
   * {@code llegaremos el sábado}, {@code una noche más}: said by somebody who may well have a stay.
   */
  private boolean perhaps(Understanding heard) {
    boolean known = turn.knowsPhone() || !memory.stays.booked.isEmpty();
    String plain = Tokens.plain(memory.text);
    boolean stands = ofOwn() || CHANGING.matcher(plain).find() || SAME_DATES.matcher(plain).find();
    boolean fresh = NEW.matcher(plain).find() && !stands;
    if (!known || memory.asked != Asked.NOTHING || fresh || another()) {
      return false;
    }
    Stay said = heard.stay();
    boolean shifts = !StayShift.in(memory.text, said).none();
    boolean notes = heard.notes() != null;
    boolean asks = heard.question() && !HouseQuestions.meant(memory.text).isEmpty();
    if (asks && !shifts && !notes && heard.stay().departure() == null) {
      return false;
    }
    return !whole(heard)
        && (shifts
            || notes
            || said.begun() && (STANDS.matcher(plain).find() || SAME_DATES.matcher(plain).find()));
  }
}
