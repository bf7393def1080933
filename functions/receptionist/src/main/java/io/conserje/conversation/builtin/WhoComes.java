package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;

/** How many a room is for, where the room or what is asked of it tells. */
final class WhoComes {

  private static final int USUAL = 2;

  /** Those who were to come besides do not. */
  private static final FilteredPattern ONLY_US =
      FilteredPattern.compile(
          "\\b(?:solo|solamente|just|only) (?:nosotr[oa]s|us)\\b|\\bnosotr[oa]s sol[oa]s\\b");

  /** {@code el niño se queda con los abuelos}: neither of them comes. */
  private static final FilteredPattern KEPT_BY_OTHERS =
      FilteredPattern.compile(
          "^(?!.*\\b(?:somos|seremos|seriamos|adult\\w+|we are|we ll be)\\b).*\\b(?:nin[oa]|hij[oa]|peque\\w*|bebe|son|daughter|kid|baby|little one)\\b.{0,20}\\b(?:se queda\\w* con|(?:is |s )?stay(?:s|ing) with|(?:is |s )?with (?:his|her|the) grand)");

  static boolean keptByOthers(Words words) {
    return KEPT_BY_OTHERS.matcher(Tokens.plain(words.text())).find();
  }

  private final Turn turn;

  WhoComes(Turn turn) {
    this.turn = turn;
  }

  /** A single room is for one: {@code my son needs a single}. */
  StayPlan alone(StayPlan plan) {
    boolean one = plan.adults() == null && isSingle(plan.room());
    boolean grown = one && plan.children() != null && plan.children() == 1;
    return grown ? plan.forAdults(1).forChildren(null) : one ? plan.forAdults(1) : plan;
  }

  /** Who changes to a single room comes alone. */
  StayPlan changing(StayPlan to, StayPlan said) {
    return isSingle(said.room()) && said.adults() == null ? to.forAdults(1) : to;
  }

  /** Who was one only because of the single room may be more in another. */
  StayPlan inAnotherRoom(StayPlan before, StayPlan plan, Understanding heard) {
    boolean us = heard.stay().adults() == null && ONLY_US.matcher(plain()).find();
    if (us && plan.adults() != null && plan.adults() > USUAL) {
      return plan.forAdults(USUAL);
    }
    boolean left = before.room() != null && isSingle(before.room()) && !isSingle(plan.room());
    boolean one = before.adults() == null || before.adults() == 1;
    return left && one && heard.stay().adults() == null ? plan.forAdults(null) : plan;
  }

  /** For whom a price is meant that is asked before anybody has said how many come; or null. */
  StayPlan usual(StayPlan plan) {
    String text = turn.memory().text;
    boolean another = !turn.memory().stays.offers.isEmpty() && FollowUp.goesOn(text);
    boolean asks = plan.room() != null && (Price.asked(text) || another && Asking.sounds(text));
    return asks && plan.children() == null ? plan.forAdults(USUAL) : null;
  }

  private String plain() {
    return Tokens.plain(turn.memory().text);
  }

  private boolean isSingle(String room) {
    return room != null
        && turn.venue().lodging().type(room).filter(t -> t.adults() == 1).isPresent();
  }
}
