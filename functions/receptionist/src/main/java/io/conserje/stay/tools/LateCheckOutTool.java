package io.conserje.stay.tools;

import io.conserje.conversation.Arguments;
import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolResult;
import io.conserje.conversation.ToolSpec;
import io.conserje.stay.LateCheckOut;
import io.conserje.stay.StayBook;
import java.util.List;

/** {@code late_check_out}: a guest leaves later. */
final class LateCheckOutTool extends RoomTool {

  private final LateCheckOut lateCheckOut;

  LateCheckOutTool(StayBook book) {
    super(
        new ToolSpec(
            "late_check_out",
            "Lets a guest leave later on the last day, for what that costs, if the room is free.",
            List.of(Asking.REFERENCE, Asking.TIME)));
    this.lateCheckOut = new LateCheckOut(book);
  }

  @Override
  public ToolResult run(ToolCall call, Context context) {
    Asking asking = new Asking(Arguments.of(call), context);
    return new Facts(context)
        .result(
            call,
            lateCheckOut.stayUntil(asking.request(), asking.time()),
            "changed",
            null,
            (stay, words) -> words.changed(stay, context.venue()));
  }
}
