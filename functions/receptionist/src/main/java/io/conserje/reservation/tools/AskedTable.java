package io.conserje.reservation.tools;

import static java.util.Objects.requireNonNullElse;

import io.conserje.conversation.MayBeAbsent;
import io.conserje.conversation.Meaning;
import io.conserje.conversation.Tool;
import io.conserje.reservation.Party;
import io.conserje.reservation.Wish;
import java.time.LocalDateTime;

/** A table as a model asks for it. */
public record AskedTable(
    Seating seating,
    @MayBeAbsent @Meaning("terrace or inside, if the guest wishes") String zone,
    @MayBeAbsent @Meaning("how many of the house's, for small children") Integer highChairs,
    @MayBeAbsent @Meaning("whether an animal comes along") Boolean pets,
    @MayBeAbsent @Meaning("whether somebody comes in one") Boolean wheelchair) {

  public LocalDateTime at() {
    return seating.at();
  }

  public Party party() {
    return party(Party.of(seating.partySize()));
  }

  /** What is not said is as it was. */
  Party party(Party was) {
    return new Party(
        requireNonNullElse(seating.partySize(), was.size()),
        requireNonNullElse(highChairs, was.highChairs()),
        requireNonNullElse(pets, was.pets()),
        requireNonNullElse(wheelchair, was.wheelchair()));
  }

  /** What is not said is as it was. */
  LocalDateTime at(LocalDateTime was) {
    return requireNonNullElse(seating.date(), was.toLocalDate())
        .atTime(requireNonNullElse(seating.time(), was.toLocalTime()));
  }

  Wish wish(Tool.Context context) {
    return Wish.of(context.venue(), at(), party(), zone, context.now().toInstant());
  }
}
