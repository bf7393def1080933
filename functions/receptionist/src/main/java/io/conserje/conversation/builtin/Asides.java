package io.conserje.conversation.builtin;

import io.conserje.conversation.builtin.Ear.Situation;

/** Asks the house what is asked beside a stay, once in a turn. */
final class Asides {

  private final Turn turn;
  private final Memory memory;

  Asides(Turn turn) {
    this.turn = turn;
    this.memory = turn.memory();
  }

  /** Null if nothing is asked beside what is told; a table's guests are heard as one. */
  SideQuestion in(String message) {
    return turn.hasRooms() ? SideQuestion.in(message, situation()) : null;
  }

  private Situation situation() {
    return new Situation(
        turn.now(), memory.asked, memory.tongue, turn.otherwise(), memory.wish, turn.venue());
  }

  /** What a look into the book made heard again was asked already. */
  void ask(SideQuestion side, HouseTalk house) {
    boolean again =
        !turn.request().steps().isEmpty() && memory.question.equals(side.question());
    if (again) {
      return;
    }
    String told = memory.text;
    memory.text = side.question();
    Understanding heard = Ear.hear(side.question(), situation());
    memory.tongue = memory.tongue == null ? heard.tongue() : memory.tongue;
    house.answer(heard.asking(), side.question());
    memory.text = told;
  }
}
