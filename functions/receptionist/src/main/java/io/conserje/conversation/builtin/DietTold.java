package io.conserje.conversation.builtin;

/** What is known of what somebody at the table cannot eat, so that it is kept with the table. */
final class DietTold {

  private final Turn turn;
  private final Memory memory;

  DietTold(Turn turn) {
    this.turn = turn;
    this.memory = turn.memory();
  }

  /**
   * What was heard with what it tells of a diet. As long as no table is wanted it is kept for the
   * one that will be.
   *
   * @param before what of the house was asked last
   */
  Understanding in(Understanding heard, String before) {
    Understanding meant = heard.noting(Diet.meant(heard.notes(), before));
    String own = turn.hasRooms() || Diet.in(meant.notes()) ? null : OwnDiet.in(memory.text);
    if (own == null) {
      return meant;
    }
    boolean stands = memory.wish.begun() || !memory.booked.isEmpty();
    if (!stands) {
      memory.wish = memory.wish.noting(StayPlan.noted(memory.wish.notes(), own));
      return meant;
    }
    return meant.noting(StayPlan.noted(meant.notes(), own));
  }
}
