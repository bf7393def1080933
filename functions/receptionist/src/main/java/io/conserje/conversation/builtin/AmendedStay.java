package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;
import java.time.LocalDate;

/** A stay that is being arranged, as what the guest says of it now leaves it. */
final class AmendedStay {

  private static final FilteredPattern PLAIN =
      FilteredPattern.compile(
          "\\b(?:(?:la|una) (?:otra,? (?:la )?)?(?:normal|corriente|basica|estandar|de siempre)|(?:the|a) (?:normal|standard|ordinary|regular|basic|plain)(?: one| room| double)?)\\b");

  private AmendedStay() {}

  static StayPlan of(StayPlan before, Understanding heard, Turn turn) {
    Memory memory = turn.memory();
    LocalDate today = turn.now().toLocalDate();
    StayPlan after = before.after(heard, memory.asked);
    after = StayShift.in(memory.text, heard.stay()).besides(heard.stay(), before).moving(after);
    after = StayShift.ordered(after, memory.text);
    after = Corrected.of(before, after, heard.stay(), memory.text, today);
    after = counted(before, after, heard.stay(), memory.text);
    after = Removals.ofNotes(memory.text) ? after.withoutNotes() : after;
    return plainer(before.around(memory.text, after), before, turn);
  }

  private static final FilteredPattern AS_ADULT =
      FilteredPattern.compile(
          "\\b(?:como|de|as|for|por) (?:an |un )?(?:adult[oa]?|mayor|grown-?up)\\b|\\b(?:ya )?(?:es|paga como) (?:un )?adult[oa]\\b|\\b(?:is|s|pays as) an adult\\b");

  /** {@code para los cuatro}, of two and their two children; {@code cuéntelo como adulto}. */
  private static StayPlan counted(StayPlan before, StayPlan after, Stay said, String text) {
    Integer adults = before.adults();
    Integer children = before.children();
    if (adults == null || children == null || children == 0 || said.children() != null) {
      return after;
    }
    if (said.adults() != null && said.adults() == adults + children) {
      return after.forAdults(adults).forChildren(children);
    }
    boolean one = said.adults() == null || said.adults() == 1;
    return one && said.moreAdults() == 0 && AS_ADULT.matcher(Tokens.plain(text)).find()
        ? after.forAdults(adults + 1).forChildren(children - 1)
        : after;
  }

  /** {@code ¿y la normal?}, after a superior double: the double. */
  private static StayPlan plainer(StayPlan plan, StayPlan before, Turn turn) {
    String room = before.room();
    boolean same = room != null && room.equals(plan.room());
    if (!same || !PLAIN.matcher(Tokens.plain(turn.memory().text)).find()) {
      return plan;
    }
    return turn.venue().lodging().types().stream()
        .filter(type -> room.startsWith(type.name() + " "))
        .findFirst()
        .map(type -> plan.in(type.name()))
        .orElse(plan);
  }
}
