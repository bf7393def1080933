package io.conserje.reservation.tools;

import io.conserje.conversation.Arguments;
import io.conserje.conversation.Tool;
import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolResult;
import io.conserje.conversation.ToolSpec;
import io.conserje.reservation.Asker;
import io.conserje.reservation.CancelReservation;
import io.conserje.reservation.Outcome;

/** {@code cancel_reservation}: gives the guest's table back. */
public final class CancelReservationTool implements Tool {

  private static final Arguments<Reference> ASKED = Arguments.of(Reference.class);

  private static final ToolSpec SPEC =
      new ToolSpec(
          "cancel_reservation",
          "Cancels one of the guest's own reservations, after the guest has agreed.",
          ASKED);

  private final CancelReservation cancel;

  public CancelReservationTool(CancelReservation cancel) {
    this.cancel = cancel;
  }

  @Override
  public ToolSpec spec() {
    return SPEC;
  }

  @Override
  public ToolResult run(ToolCall call, Context context) {
    Outcome outcome =
        cancel.cancel(
            context.venue(),
            ASKED.read(call).code(),
            Asker.guest(context.guest().phone(), context.conversation()),
            context.key(),
            context.now().toInstant());
    return Told.result(
        call,
        context,
        outcome,
        "cancelled",
        (was, words) ->
            words.cancelled(
                Facts.local(was, context.venue()), was.party().size(), was.reference()));
  }
}
