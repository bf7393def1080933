package io.conserje.reservation.tools;

import static io.conserje.reservation.CheckReference.Answer.NAME_NEEDED;
import static io.conserje.reservation.CheckReference.Answer.PASSED;

import io.conserje.conversation.MayBeAbsent;
import io.conserje.conversation.Meaning;
import io.conserje.conversation.Tool;
import io.conserje.conversation.ToolCall;
import io.conserje.guest.Guest;
import io.conserje.reservation.CheckReference;
import io.conserje.reservation.ReferenceChecks;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Which table or room is looked for, and whose it is if it was booked elsewhere. */
public record AskedReference(
    @MayBeAbsent @Meaning("if the guest gives one") String reference,
    @MayBeAbsent @Meaning("with a reference: in whose name it was booked") String name,
    @MayBeAbsent @Meaning("with a reference: the telephone it was booked with") String phone) {

  /**
   * @param status {@code found}, {@code name_needed} or {@code none}
   */
  public record Shown<B>(String status, List<B> bookings) {}

  /** A reference that is told with a name or a number is a try, and tries are counted. */
  public static boolean isTry(ToolCall call) {
    return Stream.of("name", "phone").anyMatch(call.arguments()::containsKey);
  }

  /**
   * @param own the guest's bookings of that reference, or all; asked again once it has passed
   * @param booked whose booking bears a reference
   */
  public <B> Shown<B> look(
      ReferenceChecks checks,
      Tool.Context context,
      Supplier<List<B>> own,
      Function<String, Optional<Guest>> booked) {
    List<B> found = own.get();
    if (!found.isEmpty() || reference.isEmpty()) {
      return new Shown<>(found.isEmpty() ? "none" : "found", found);
    }
    CheckReference.Said said = new CheckReference.Said(reference, name, phone);
    CheckReference.Answer answer =
        new CheckReference(checks)
            .check(
                context.venue(),
                context.conversation(),
                said,
                () -> booked.apply(said.reference()),
                context.now().toInstant());
    found = answer == PASSED ? own.get() : found;
    String without = answer == NAME_NEEDED ? "name_needed" : "none";
    return new Shown<>(found.isEmpty() ? without : "found", found);
  }
}
