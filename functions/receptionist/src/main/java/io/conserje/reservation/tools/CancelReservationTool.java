package io.conserje.reservation.tools;

import io.conserje.conversation.Arguments;
import io.conserje.conversation.Tool;
import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolResult;
import io.conserje.conversation.ToolSpec;
import io.conserje.conversation.ToolSpec.Parameter;
import io.conserje.conversation.Wordings;
import io.conserje.reservation.CancelReservation;
import io.conserje.reservation.CancelReservation.By;
import io.conserje.reservation.Refusal;
import io.conserje.reservation.Reservation;
import java.util.List;
import java.util.Locale;

/** {@code cancel_reservation}: gives the guest's table back. */
public final class CancelReservationTool implements Tool {

  private static final ToolSpec SPEC =
      new ToolSpec(
          "cancel_reservation",
          "Cancels one of the guest's own reservations, after the guest has agreed.",
          List.of(new Parameter("reference", "string", "as find_reservation gave it", true)));

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
    String reference = Arguments.of(call).text("reference").toUpperCase(Locale.ROOT);
    By guest = new By(context.guest().phone(), context.conversation(), "guest:" + context.key());
    return cancel
        .cancel(context.venue().id(), reference, guest, context.now().toInstant())
        .map(was -> cancelled(call, was, context))
        .orElseGet(() -> Tool.result(call, Facts.refused(Refusal.NOT_FOUND)));
  }

  private static ToolResult cancelled(ToolCall call, Reservation was, Context context) {
    String mustHear =
        Wordings.in(context.language())
            .cancelled(Facts.local(was, context.venue()), was.partySize(), was.reference());
    return new ToolResult(
        call.id(), call.name(), Facts.of("cancelled", was, context.venue()), mustHear);
  }
}
