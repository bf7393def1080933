package io.conserje.conversation.builtin;

import io.conserje.conversation.builtin.Ear.Situation;
import java.util.function.Function;

/** Asks the house what is asked beside a stay, once in a turn. */
final class Asides {

  private final Turn turn;
  private final Memory memory;

  Asides(Turn turn) {
    this.turn = turn;
    this.memory = turn.memory();
  }

  /**
   * What is told is heard as if nothing had been asked, and the house is asked besides. Those whose
   * stay stands are heard as one; what a table's guests ask is for {@link BesideTheMatter}.
   */
  Reply hear(String message, HouseTalk house, Function<String, Reply> hear) {
    boolean known = turn.knowsPhone() || !memory.stays.booked.isEmpty();
    boolean settled = known && memory.asked == Asked.NOTHING;
    boolean apart = turn.hasRooms() && !settled;
    SideQuestion side = apart ? SideQuestion.in(message, situation()) : null;
    if (side == null) {
      return hear.apply(message);
    }
    Reply told = side.rest().isEmpty() ? null : hear.apply(side.rest());
    ask(side, house);
    return told == null ? Reply.say(new Questions(turn).open()) : told;
  }

  private Situation situation() {
    return new Situation(
        turn.now(), memory.asked, memory.tongue, turn.otherwise(), memory.wish, turn.venue());
  }

  /** What a look into the book made heard again was asked already. */
  private void ask(SideQuestion side, HouseTalk house) {
    boolean again = !turn.request().steps().isEmpty() && memory.question.equals(side.question());
    if (again) {
      return;
    }
    String told = memory.text;
    String asked = side.outright();
    memory.text = asked;
    Understanding heard = Ear.hear(asked, situation());
    memory.tongue = memory.tongue == null ? heard.tongue() : memory.tongue;
    house.answer(heard.asking(), asked);
    memory.text = told;
  }
}
