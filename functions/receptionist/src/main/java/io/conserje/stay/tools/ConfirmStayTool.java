package io.conserje.stay.tools;

import io.conserje.conversation.Arguments;
import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolResult;
import io.conserje.conversation.ToolSpec;
import io.conserje.stay.ConfirmStay;
import io.conserje.stay.StayBook;

/** {@code confirm_stay}: the guest of a held room says yes. */
final class ConfirmStayTool extends RoomTool {

  private static final Arguments<Reference> ASKED = Arguments.of(Reference.class);

  private final ConfirmStay confirm;

  ConfirmStayTool(StayBook book) {
    super(
        new ToolSpec(
            "confirm_stay", "Books a room that was held, after the guest has agreed.", ASKED));
    this.confirm = new ConfirmStay(book);
  }

  @Override
  public ToolResult run(ToolCall call, Context context) {
    Facts facts = new Facts(context);
    return facts.result(
        call, confirm.confirm(ASKED.read(call).request(context)), null, null, facts::booked);
  }
}
