package io.conserje.stay.tools;

import io.conserje.conversation.Arguments;
import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolResult;
import io.conserje.conversation.ToolSpec;
import io.conserje.stay.CancelStay;
import io.conserje.stay.StayBook;
import java.util.List;

/** {@code cancel_stay}: gives a room back, for what that costs. */
final class CancelStayTool extends RoomTool {

  private final CancelStay cancelStay;

  CancelStayTool(StayBook book) {
    super(
        new ToolSpec(
            "cancel_stay",
            "Cancels one of the guest's own stays, after the guest has agreed to what it costs.",
            List.of(Asking.REFERENCE)));
    this.cancelStay = new CancelStay(book);
  }

  @Override
  public ToolResult run(ToolCall call, Context context) {
    Asking asking = new Asking(Arguments.of(call), context);
    return new Facts(context)
        .result(
            call,
            cancelStay.cancel(asking.request()),
            "cancelled",
            null,
            (stay, words) -> words.cancelled(stay, context.venue()));
  }
}
