package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;
import java.util.EnumSet;
import java.util.Set;

/** Whether a message wants something that stands to be otherwise. */
final class WantsChange {

  /** "Any chance of a bit later?" */
  private static final FilteredPattern A_BIT =
      FilteredPattern.compile(
          "\\b(?:a (?:bit|little)|slightly|un poco|un poquito|algo) (?:mas )?(?:later|earlier|sooner|tarde|temprano|pronto|antes|despues)\\b");

  /** Of a table that is there already, or of making it another. */
  private static final FilteredPattern OF_WHAT_STANDS =
      FilteredPattern.compile(
          "\\b(?:mi|nuestra|la|my|our|the|a|have|tengo|tenemos|habia|habiamos|tenia|teniamos) (?:\\w+ )?(?:reserv\\w+|booking|reservation|booked|mesa|table)\\b|\\b(?:cambi|mov|muev|pas[aoe](?!do\\b)|retras|adelant|aplaz|pospon|modific|correg|chang|mov|push|shift|switch|resched|instead|en (?:lugar|vez) de)\\w*");

  /** {@code me he equivocado de día, reservé para el viernes y era el sábado} */
  private static final FilteredPattern MISTAKEN =
      FilteredPattern.compile(
          "\\b(?:(?:me|nos) (?:he |hemos )?(?:equivo|confund)\\w+ (?:de|con (?:el|la)|en (?:el|la)|al poner (?:el|la)) (?:dia|fecha|hora|noche|numero de personas)"
              + "|(?:reserve|reservamos|puse|pusimos|hice la reserva|hicimos la reserva)\\b.{3,40}\\b(?:y|pero) (?:era|eran|queria\\w*|tenia que ser|deberia ser)\\b"
              + "|(?:booked|put|picked|chose|got)(?: it| us| the table)?(?: for| in| on)? the wrong (?:day|date|time|night|hour)"
              + "|(?:i|we) (?:booked|put|said)\\b.{3,40}\\b(?:but|and) (?:it should(?: have)? be(?:en)?|i meant|we meant|meant))\\b");

  private static final FilteredPattern MOVES =
      FilteredPattern.compile(
          "\\b(?:(?:move|change|switch|push|shift|bring|put|swap|reschedule)(?: (?:it|this|that|us|ours|(?:the|our|my) \\w+))?(?: \\w+){0,2} (?:to|for|until)|(?:cambi|pas|muev|mov|traslad|pon|aplaz|retras|adelant)\\w*(?:la|lo|nos|las|los)?(?: (?:la|lo|nos|mi|nuestra|esa) ?\\w*)? (?:al?|para|hasta))\\b");

  private static final FilteredPattern CALLS_OFF =
      FilteredPattern.compile("\\b(?:cancel|anul)\\w*");

  /** Who asks for what stands, and not whether it could be otherwise. */
  private static final Set<Intent> OF_IT = EnumSet.of(Intent.FIND, Intent.CONFIRM);

  private final Turn turn;
  private final Memory memory;
  private final Relative relative;

  WantsChange(Turn turn) {
    this.turn = turn;
    this.memory = turn.memory();
    this.relative = new Relative(turn);
  }

  boolean in(Understanding heard) {
    boolean free = !memory.wish.begun() && memory.asked == Asked.NOTHING;
    boolean other =
        heard.about(Topic.LEAVE_WAITLIST)
            || heard.about(Topic.CANCEL) && !gives(heard) && !moves(heard)
            || CancelWords.forgets(memory.text) && !heard.wishes()
            || heard.intent() == Intent.FIND && heard.about(Topic.FIND) && !heard.wishes()
            || looksUp(heard)
            || heard.intent() == Intent.CONFIRM && !amends(heard) && !ofBooked(heard);
    boolean more = Standing.oneMore(memory.text) && !heard.about(Topic.CHANGE);
    return free
        && !unheardOf(heard)
        && !other
        && !more
        && !anew(heard)
        && (says(heard) || ofStanding(heard) || ofBooked(heard));
  }

  /** {@code ¿podría ser mañana a las cinco?}, from somebody of whom nothing stands. */
  private boolean unheardOf(Understanding heard) {
    boolean nothing =
        memory.standing == null
            && memory.booked.isEmpty()
            && !turn.knowsPhone()
            && heard.reference() == null;
    boolean wish =
        heard.day() != null
                && (heard.time() != null || heard.part() != null || heard.party() != null)
            || heard.wishes() && heard.about(Topic.BOOK) && Standing.another(memory.text);
    return nothing
        && wish
        && !mistaken()
        && !ChangeWords.in(memory.text)
        && !heard.about(Topic.CHANGE)
        && !OF_WHAT_STANDS.matcher(Tokens.plain(memory.text)).find()
        && !Standing.there(memory.text);
  }

  private boolean mistaken() {
    return MISTAKEN.matcher(Tokens.plain(memory.text)).find();
  }

  /** {@code ¿qué he reservado al final?} */
  private boolean looksUp(Understanding heard) {
    return heard.about(Topic.FIND)
        && heard.question()
        && !heard.wishes()
        && !heard.about(Topic.CHANGE)
        && !ChangeWords.in(memory.text);
  }

  private boolean says(Understanding heard) {
    return heard.about(Topic.CHANGE)
        || mistaken()
        || gives(heard)
        || ofReference(heard)
        || heard.intent() == Intent.CHANGE && !begins(heard)
        || ChangeWords.in(memory.text) && (heard.wishes() || heard.question())
        || (heard.intent() == Intent.CANCEL || heard.intents().contains(Intent.CHANGE))
            && amends(heard)
            && !(heard.intent() == Intent.BOOK && begins(heard))
        || heard.day() != null && CancelWords.rebooks(memory.text)
        || Standing.clear(memory.text) && wishes(heard) && !heard.question();
  }

  /** {@code reserva 7KQ2M, ahora somos seis}: what is told of a booking that is named. */
  private boolean ofReference(Understanding heard) {
    boolean other =
        heard.about(Topic.CANCEL)
            || heard.intent() == Intent.CANCEL
                && heard.time() == null
                && !Standing.otherwise(memory.text)
            || OF_IT.contains(heard.intent()) && !Standing.asks(memory.text)
            || !HouseQuestions.meant(memory.text).isEmpty();
    boolean tells = heard.day() != null || heard.time() != null || heard.party() != null;
    return heard.reference() != null && tells && !other;
  }

  /** A whole wish of somebody of whom nothing is known, who speaks of nothing that stands. */
  private boolean begins(Understanding heard) {
    boolean nothing = memory.standing == null ? !turn.knowsPhone() : memory.standing.isEmpty();
    boolean books =
        heard.intent() == Intent.BOOK
            && heard.about(Topic.BOOK)
            && heard.day() != null
            && heard.time() != null
            && heard.party() != null
            && !heard.party().relative()
            && !ChangeWords.in(memory.text);
    return memory.booked.isEmpty() && nothing && (books || whole(memory, heard));
  }

  /** A table for so many then, from somebody of whom nothing is booked. */
  private boolean anew(Understanding heard) {
    boolean nothing = memory.standing == null ? !turn.knowsPhone() : memory.standing.isEmpty();
    boolean whole = heard.day() != null && heard.time() != null && heard.party() != null;
    return nothing
        && whole
        && memory.booked.isEmpty()
        && !heard.party().relative()
        && !heard.about(Topic.CHANGE)
        && Standing.another(memory.text);
  }

  /** Whether it names all a booking needs, and neither what stands nor how it should change. */
  static boolean whole(Memory memory, Understanding heard) {
    boolean whole = heard.day() != null && heard.time() != null && heard.party() != null;
    boolean after = memory.mentioned != null || !Standing.otherwise(memory.text);
    return whole
        && after
        && !heard.about(Topic.CHANGE)
        && !Standing.there(memory.text)
        && !ChangeWords.in(memory.text);
  }

  /** {@code we can't make it that day, could you move it to the Sunday?} */
  private boolean moves(Understanding heard) {
    String plain = Tokens.plain(memory.text);
    return heard.wishes() && MOVES.matcher(plain).find() && !CALLS_OFF.matcher(plain).find();
  }

  /** Whether it names, beside what stands, what it should become. */
  private boolean amends(Understanding heard) {
    boolean names =
        heard.time() != null
            || heard.party() != null
            || heard.zone() != null
            || !memory.shift.none();
    return names && Standing.speaks(memory.text);
  }

  private boolean ofStanding(Understanding heard) {
    return memory.standing != null
        && wishes(heard)
        && !memory.standing.isEmpty()
        && (!memory.shift.none() && !Standing.another(memory.text)
            || Standing.of(memory.standing, heard, memory.text));
  }

  /** After a booking, "mejor somos cinco" is about that booking; a whole new wish is not. */
  private boolean ofBooked(Understanding heard) {
    boolean asks =
        heard.question()
            && !amends(heard)
            && !(heard.day() != null && Standing.otherwise(memory.text))
            && !heard.about(Topic.AMEND)
            && !ChangeWords.asks(memory.text)
            && !Standing.asks(memory.text);
    boolean wishes =
        wishes(heard)
            || A_BIT.matcher(Tokens.plain(memory.text)).find()
            || heard.about(Topic.AMEND)
            || Removals.any(memory.text)
            || renames(heard);
    return !memory.booked.isEmpty() && wishes && !asks && !anotherBooking(heard);
  }

  private boolean wishes(Understanding heard) {
    return heard.wishes() || relative.moves();
  }

  /** {@code van mis cuñados, ponlo a nombre de Sergio}: it stands, but not in the old name. */
  private boolean gives(Understanding heard) {
    boolean whole = heard.day() != null && heard.party() != null;
    return heard.name() != null && !whole && ChangeWords.gives(memory.text);
  }

  private boolean renames(Understanding heard) {
    return heard.name() != null && ChangeWords.renames(memory.text);
  }

  private boolean anotherBooking(Understanding heard) {
    if (Standing.another(memory.text) && !heard.about(Topic.AMEND)) {
      return true;
    }
    boolean stands = Standing.speaks(memory.text) || heard.about(Topic.AMEND);
    boolean whole = heard.day() != null && (heard.party() != null || heard.time() != null);
    boolean books = heard.about(Topic.BOOK) && !heard.about(Topic.AMEND);
    return books && heard.intent() != Intent.CHANGE && !stands || whole && !stands;
  }
}
