package io.conserje.stay.tools;

import io.conserje.conversation.Arguments;
import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolResult;
import io.conserje.conversation.ToolSpec;
import io.conserje.stay.CancelStay;
import io.conserje.stay.StayBook;

/** {@code cancel_stay}: gives a room back, for what that costs. */
final class CancelStayTool extends RoomTool {

  private static final Arguments<Reference> ASKED = Arguments.of(Reference.class);

  private final CancelStay cancelStay;

  CancelStayTool(StayBook book) {
    super(
        new ToolSpec(
            "cancel_stay",
            "Cancels one of the guest's own stays, after the guest has agreed to what it costs.",
            ASKED));
    this.cancelStay = new CancelStay(book);
  }

  @Override
  public ToolResult run(ToolCall call, Context context) {
    return new Facts(context)
        .result(
            call,
            cancelStay.cancel(ASKED.read(call).request(context)),
            "cancelled",
            null,
            (stay, words) -> words.cancelled(stay, context.venue()));
  }
}
