package io.conserje.stay.tools;

import io.conserje.conversation.Arguments;
import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolResult;
import io.conserje.conversation.ToolSpec;
import io.conserje.stay.ConfirmStay;
import io.conserje.stay.StayBook;
import java.util.List;

/** {@code confirm_stay}: the guest of a held room says yes. */
final class ConfirmStayTool extends RoomTool {

  private final ConfirmStay confirm;

  ConfirmStayTool(StayBook book) {
    super(
        new ToolSpec(
            "confirm_stay",
            "Books a room that was held, after the guest has agreed.",
            List.of(Asking.REFERENCE)));
    this.confirm = new ConfirmStay(book);
  }

  @Override
  public ToolResult run(ToolCall call, Context context) {
    Facts facts = new Facts(context);
    return facts.result(
        call,
        confirm.confirm(new Asking(Arguments.of(call), context).request()),
        null,
        null,
        facts::booked);
  }
}
