package io.conserje.conversation.builtin;

import io.conserje.conversation.builtin.Ear.Situation;
import io.conserje.venue.Channel;

/**
 * What of a message is beside the matter: a question of a table's house, a goodbye when all is
 * done.
 */
final class BesideTheMatter {

  private final Turn turn;
  private final Memory memory;
  private final Questions questions;
  private final HouseTalk house;
  private HouseAside side = new HouseAside("", "");

  BesideTheMatter(Turn turn, Questions questions, HouseTalk house) {
    this.turn = turn;
    this.memory = turn.memory();
    this.questions = questions;
    this.house = house;
  }

  /** What the message says without the question, which is kept. */
  Understanding hear(String message, Situation situation) {
    HouseAside found =
        asksTimes() ? new HouseAside(memory.text, "") : HouseAside.in(memory.text, situation);
    boolean beside =
        !found.none() && (underWay() || !found.alone() && wishes(found.rest(), situation));
    side = beside ? found : new HouseAside(memory.text, "");
    if (side.alone()) {
      return Ear.hear("?", situation);
    }
    memory.text = side.rest();
    return Ear.hear(memory.text.isEmpty() ? message : memory.text, situation);
  }

  private boolean asksTimes() {
    return memory.asked == Asked.TIME && !turn.hasRooms() && TimesAsked.in(memory.text);
  }

  private boolean underWay() {
    return !questions.open().isEmpty();
  }

  private static boolean wishes(String rest, Situation situation) {
    Understanding heard = Ear.hear(rest, situation);
    boolean books = heard.intent() == Intent.BOOK || heard.intent() == Intent.STAY;
    return books && (heard.wishes() || heard.stay().begun() || heard.about(Topic.BOOK));
  }

  /** Whether nothing but the question was said. */
  boolean alone() {
    return side.alone();
  }

  /** Asks the house; false if nothing was asked. */
  boolean asked(Situation situation) {
    return !side.none() && house.answerBeside(side, situation);
  }

  /**
   * Of who wants nothing more, wrote by mistake, or only says what they would tell us; null while a
   * question is open or the book may wait for a yes.
   */
  Reply farewell(Understanding heard) {
    if (WouldTell.alone(memory.text)) {
      return Reply.inPassing((turn.more().tellUs() + " " + questions.open()).strip());
    }
    if (asksTimes()) {
      return Reply.inPassing(questions.open());
    }
    boolean wishes = heard.day() != null || heard.time() != null || heard.party() != null;
    boolean booked = !memory.booked.isEmpty() || !memory.stays.booked.isEmpty();
    boolean tells = heard.name() != null || heard.phone() != null || heard.reference() != null;
    if (!wishes && !tells && !booked && ByMistake.in(memory.text)) {
      memory.misses = 0;
      return Reply.inPassing((turn.more().noMatter() + " " + questions.open()).strip());
    }
    Farewell said = Farewell.in(memory.text);
    boolean mayConfirm =
        turn.request().channel() != Channel.WEBCHAT && heard.answer() != YesNo.NEITHER;
    if (said.none() || mayConfirm && !said.more() || underWay()) {
      return null;
    }
    return Reply.inPassing(house.farewell(said));
  }
}
