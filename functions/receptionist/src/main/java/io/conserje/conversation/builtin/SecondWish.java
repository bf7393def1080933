package io.conserje.conversation.builtin;

import io.conserje.conversation.builtin.Ear.Situation;
import java.util.function.Supplier;

/** What a guest said to want if the first cannot be is tried before anything else is offered. */
final class SecondWish {

  private final Turn turn;
  private final Memory memory;

  SecondWish(Turn turn) {
    this.turn = turn;
    this.memory = turn.memory();
  }

  /**
   * Null if there is none, or if it is no other.
   *
   * @param next what follows when it is wished for
   */
  Reply instead(Supplier<Reply> next) {
    if (memory.fallback.isEmpty()) {
      return null;
    }
    String text = memory.fallback;
    memory.fallback = "";
    Situation situation =
        new Situation(
            turn.now(),
            Asked.OTHER_MOMENT,
            memory.tongue,
            turn.otherwise(),
            memory.wish,
            turn.venue());
    Understanding heard = Ear.hear(text, situation);
    Wish wish = memory.wish;
    Wish other = heard.time() == null ? wish : wish.withTime(heard.time());
    if (heard.day() != null) {
      other =
          other.withDate(
              SameWeek.of(heard.day().date(), wish.date(), turn.now().toLocalDate(), text));
    }
    if (other.equals(wish)) {
      return null;
    }
    memory.wish = other;
    return next.get();
  }
}
