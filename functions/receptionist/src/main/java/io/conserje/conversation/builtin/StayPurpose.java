package io.conserje.conversation.builtin;

import java.util.regex.Pattern;

/** What a message wants of stays that are booked. */
final class StayPurpose {

  enum Purpose {
    NOTHING,
    HOURS,
    CANCEL,
    CHANGE,
    /** To change one, if the guest has any: it might as well be the wish for a new one. */
    PERHAPS_CHANGE,
    FIND
  }

  private static final Pattern STAY_ON =
      Pattern.compile("\\b(?:stay|extend|quedar\\w*|alargar\\w*|prolongar\\w*|ampliar\\w*)\\b");

  /** Who says this wants a room of which nothing is in the book. */
  private static final Pattern NEW =
      Pattern.compile(
          "\\b(?:(?:reservar|reservarme|book|otra reserva|another booking|otra habitacion|another room|nueva reserva|new booking)\\b(?!.* (?:mi|la|the|my) reserva)"
              + "|(?:una?|dos|tres|a|two|three|another|alguna|any|necesit\\w+|busco|buscamos|quer\\w+|quisiera|tene[iy]?s|tienen|hay|have) (?:\\w+ )?(?:habitacion(?:es)?|rooms?|individual|doble|suite|familiar|single|double|twin)"
              + "|habitacion (?:para|disponible|libre)|rooms? (?:for|free|available)|disponib\\w+|availab\\w+|cuanto|how much|precio|price|looking for|busco|buscamos)\\b");

  /** How guests speak of what is to come, and not of what they would like to have. */
  private static final Pattern STANDS =
      Pattern.compile(
          "\\b(?:lleg\\w+|sal(?:imos|ir|go|dre\\w*)|(?:nos|me) (?:vamos|voy|quedamos|quedo|quedaremos|quedare)|quedar(?:nos|me)|somos|seremos|vamos a ser|vendr\\w+|viene[ns]?|vamos|ire\\w*"
              + "|al final|en lugar de|en vez de|mejor|cambi\\w+|ampli\\w+|alarg\\w+|anad\\w+|quit\\w+|apunt\\w+|pon(?:me|nos|ed\\w*|ga\\w*|er\\w*)?|adelant\\w+|retras\\w+|mas|menos|necesit\\w+|otra noche|otro dia"
              + "|instead|actually|arriv\\w+|leav\\w+|stay\\w*|extend\\w*|extra|more|less|fewer|another night|add|bring\\w*|coming|make it|we (?:will|ll|are|re)|well be|join\\w*|need|could|can|prefer\\w*|prefier\\w*)\\b");

  private final Turn turn;
  private final Memory memory;

  StayPurpose(Turn turn) {
    this.turn = turn;
    this.memory = turn.memory();
  }

  Purpose of(Understanding heard) {
    String hours = OtherHoursWords.in(memory.text);
    boolean ofStay = !(heard.intent() == Intent.QUESTION && !mentionsStay(heard));
    if (!hours.isEmpty() && ofStay) {
      return Purpose.HOURS;
    }
    if (heard.intent() == Intent.CANCEL || heard.about(Topic.CANCEL)) {
      return Purpose.CANCEL;
    }
    boolean changes =
        heard.intent() == Intent.CHANGE
            || heard.about(Topic.CHANGE)
            || ChangeWords.in(memory.text)
            || changesBooked(heard)
            || stayOn(heard);
    if (changes && !another()) {
      return Purpose.CHANGE;
    }
    if (perhaps(heard)) {
      return memory.stays.booked.isEmpty() ? Purpose.PERHAPS_CHANGE : Purpose.CHANGE;
    }
    boolean finds =
        heard.intent() == Intent.FIND && heard.name() == null || heard.about(Topic.FIND);
    return finds ? Purpose.FIND : Purpose.NOTHING;
  }

  private boolean another() {
    return RoomsWanted.another(memory.text);
  }

  private boolean mentionsStay(Understanding heard) {
    return heard.stay().begun()
        || heard.about(Topic.FIND)
        || heard.time() != null
        || !memory.stays.booked.isEmpty();
  }

  /** {@code can we stay until the 4th?}, of guests whose number the house knows. */
  private boolean stayOn(Understanding heard) {
    Stay said = heard.stay();
    boolean onlyUntil =
        said.departure() != null
            && said.arrival() == null
            && said.room() == null
            && said.adults() == null;
    return onlyUntil && turn.knowsPhone() && STAY_ON.matcher(Tokens.plain(memory.text)).find();
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
    if (!known || memory.asked != Asked.NOTHING || NEW.matcher(plain).find() || another()) {
      return false;
    }
    Stay said = heard.stay();
    boolean whole =
        said.arrival() != null
            && said.adults() != null
            && (said.departure() != null || said.nights() != null)
            && memory.stays.booked.isEmpty();
    boolean shifts = !StayShift.in(memory.text, said).none();
    boolean notes = heard.notes() != null;
    return !whole && (shifts || notes || said.begun() && STANDS.matcher(plain).find());
  }
}
