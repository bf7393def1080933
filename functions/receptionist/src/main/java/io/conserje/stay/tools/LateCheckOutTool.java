package io.conserje.stay.tools;

import io.conserje.conversation.Arguments;
import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolResult;
import io.conserje.conversation.ToolSpec;
import io.conserje.stay.LateCheckOut;
import io.conserje.stay.StayBook;

/** {@code late_check_out}: a guest leaves later. */
final class LateCheckOutTool extends RoomTool {

  private static final Arguments<AskedHour> ASKED = Arguments.of(AskedHour.class);

  private final LateCheckOut lateCheckOut;

  LateCheckOutTool(StayBook book) {
    super(
        new ToolSpec(
            "late_check_out",
            "Lets a guest leave later on the last day, for what that costs, if the room is free.",
            ASKED));
    this.lateCheckOut = new LateCheckOut(book);
  }

  @Override
  public ToolResult run(ToolCall call, Context context) {
    AskedHour asked = ASKED.read(call);
    return new Facts(context)
        .result(
            call,
            lateCheckOut.stayUntil(asked.stay().request(context), asked.time()),
            "changed",
            null,
            (stay, words) -> words.changed(stay, context.venue()));
  }
}
