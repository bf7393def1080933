package io.conserje.stay.tools;

import io.conserje.conversation.Arguments;
import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolResult;
import io.conserje.conversation.ToolSpec;
import io.conserje.stay.EarlyCheckIn;
import io.conserje.stay.StayBook;

/** {@code early_check_in}: a guest comes earlier. */
final class EarlyCheckInTool extends RoomTool {

  private static final Arguments<AskedHour> ASKED = Arguments.of(AskedHour.class);

  private final EarlyCheckIn earlyCheckIn;

  EarlyCheckInTool(StayBook book) {
    super(
        new ToolSpec(
            "early_check_in",
            "Lets a guest come earlier on the first day, for what that costs, if the room is free.",
            ASKED));
    this.earlyCheckIn = new EarlyCheckIn(book);
  }

  @Override
  public ToolResult run(ToolCall call, Context context) {
    AskedHour asked = ASKED.read(call);
    return new Facts(context)
        .result(
            call,
            earlyCheckIn.comeAt(asked.stay().request(context), asked.time()),
            "changed",
            null,
            (stay, words) -> words.changed(stay, context.venue()));
  }
}
