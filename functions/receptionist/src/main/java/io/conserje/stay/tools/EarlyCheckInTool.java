package io.conserje.stay.tools;

import io.conserje.conversation.Arguments;
import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolResult;
import io.conserje.conversation.ToolSpec;
import io.conserje.stay.EarlyCheckIn;
import io.conserje.stay.StayBook;
import java.util.List;

/** {@code early_check_in}: a guest comes earlier. */
final class EarlyCheckInTool extends RoomTool {

  private final EarlyCheckIn earlyCheckIn;

  EarlyCheckInTool(StayBook book) {
    super(
        new ToolSpec(
            "early_check_in",
            "Lets a guest come earlier on the first day, for what that costs, if the room is free.",
            List.of(Asking.REFERENCE, Asking.TIME)));
    this.earlyCheckIn = new EarlyCheckIn(book);
  }

  @Override
  public ToolResult run(ToolCall call, Context context) {
    Asking asking = new Asking(Arguments.of(call), context);
    return new Facts(context)
        .result(
            call,
            earlyCheckIn.comeAt(asking.request(), asking.time()),
            "changed",
            null,
            (stay, words) -> words.changed(stay, context.venue()));
  }
}
