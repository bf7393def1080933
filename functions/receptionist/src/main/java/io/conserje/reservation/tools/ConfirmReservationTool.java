package io.conserje.reservation.tools;

import io.conserje.conversation.Arguments;
import io.conserje.conversation.Tool;
import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolResult;
import io.conserje.conversation.ToolSpec;
import io.conserje.conversation.ToolSpec.Parameter;
import io.conserje.reservation.Asker;
import io.conserje.reservation.ConfirmReservation;
import io.conserje.reservation.Outcome.Refused;
import io.conserje.reservation.Refusal;
import io.conserje.reservation.Reservation;
import io.conserje.reservation.Standing;
import io.conserje.reservation.TableBook;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code confirm_reservation}: the guest says yes to a table that was held or asked about. */
public final class ConfirmReservationTool implements Tool {

  private static final ToolSpec SPEC =
      new ToolSpec(
          "confirm_reservation",
          "Confirms the guest's reservation that waits for a yes, once the guest has said it.",
          List.of(
              new Parameter("reference", "string", "only if several wait for an answer", false)));

  private final TableBook book;
  private final ConfirmReservation confirm;

  public ConfirmReservationTool(TableBook book) {
    this.book = book;
    this.confirm = new ConfirmReservation(book);
  }

  @Override
  public ToolSpec spec() {
    return SPEC;
  }

  @Override
  public ToolResult run(ToolCall call, Context context) {
    String named = Arguments.of(call).text("reference").toUpperCase(Locale.ROOT);
    Optional<String> reference = named.isEmpty() ? waiting(context) : Optional.of(named);
    if (reference.isEmpty()) {
      return Tool.result(call, Facts.refused(new Refused(Refusal.NOT_FOUND), context));
    }
    return Told.result(
        call,
        context,
        confirm.confirm(
            context.venue(),
            reference.get(),
            Asker.guest(context.guest().phone(), context.conversation()),
            context.key(),
            context.now().toInstant()),
        "confirmed",
        (now, words) ->
            words.booked(
                Facts.local(now, context.venue()),
                now.party().size(),
                now.guest().name(),
                now.reference(),
                context.venue().name()));
  }

  /** The one whose answer is due first. */
  private Optional<String> waiting(Context context) {
    return book
        .comingUp(
            context.venue().id(),
            context.guest().phone(),
            context.conversation(),
            context.now().toInstant())
        .stream()
        .filter(r -> r.standing() instanceof Standing.Expiring)
        .min((one, other) -> one.standing().endsBy().compareTo(other.standing().endsBy()))
        .map(Reservation::reference);
  }
}
