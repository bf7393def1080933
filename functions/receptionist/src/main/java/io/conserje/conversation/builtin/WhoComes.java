package io.conserje.conversation.builtin;

/** How many a room is for, where the room or what is asked of it tells. */
final class WhoComes {

  private static final int USUAL = 2;

  private final Turn turn;

  WhoComes(Turn turn) {
    this.turn = turn;
  }

  /** A single room is for one. */
  StayPlan alone(StayPlan plan) {
    return plan.adults() == null && isSingle(plan.room()) ? plan.forAdults(1) : plan;
  }

  /** Who was one only because of the single room may be more in another. */
  StayPlan inAnotherRoom(StayPlan before, StayPlan plan, Understanding heard) {
    boolean left = before.room() != null && isSingle(before.room()) && !isSingle(plan.room());
    boolean one = before.adults() == null || before.adults() == 1;
    return left && one && heard.stay().adults() == null ? plan.forAdults(null) : plan;
  }

  /** For whom a price is meant that is asked before anybody has said how many come; or null. */
  StayPlan usual(StayPlan plan) {
    boolean asks = plan.room() != null && Price.asked(turn.memory().text);
    return asks && plan.children() == null ? plan.forAdults(USUAL) : null;
  }

  private boolean isSingle(String room) {
    return room != null
        && turn.venue().lodging().type(room).filter(t -> t.adults() == 1).isPresent();
  }
}
