package io.conserje.stay.tools;

import io.conserje.conversation.Arguments;
import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolResult;
import io.conserje.conversation.ToolSpec;
import io.conserje.stay.ChangeStay;
import io.conserje.stay.StayBook;
import java.util.List;

/** {@code change_stay}: changes a stay's nights, room or people. */
final class ChangeStayTool extends RoomTool {

  private final ChangeStay changeStay;

  ChangeStayTool(StayBook book) {
    super(
        new ToolSpec(
            "change_stay",
            "Changes nights, room or people of one of the guest's own stays, or adds to its notes; what is left out stays as it is.",
            List.of(
                Asking.REFERENCE,
                Asking.optional(Asking.ARRIVAL),
                Asking.optional(Asking.DEPARTURE),
                Asking.optional(Asking.ADULTS),
                Asking.CHILDREN,
                Asking.COTS,
                Asking.ROOM_TYPE,
                Asking.NOTES)));
    this.changeStay = new ChangeStay(book);
  }

  @Override
  public ToolResult run(ToolCall call, Context context) {
    Asking asking = new Asking(Arguments.of(call), context);
    ChangeStay.Change change = asking.change();
    return new Facts(context)
        .result(
            call,
            changeStay.change(asking.request(), change),
            "changed",
            null,
            (stay, words) -> words.changed(stay, context.venue()));
  }
}
