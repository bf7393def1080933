package io.conserje.stay.tools;

import io.conserje.conversation.Arguments;
import io.conserje.conversation.MayBeAbsent;
import io.conserje.conversation.Meaning;
import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolResult;
import io.conserje.conversation.ToolSpec;
import io.conserje.stay.ChangeStay;
import io.conserje.stay.StayBook;

/** {@code change_stay}: changes a stay's nights, room or people. */
final class ChangeStayTool extends RoomTool {

  private record Asked(
      Reference stay,
      @MayBeAbsent AskedStay wish,
      @MayBeAbsent @Meaning("what is to be added") String notes) {}

  private static final Arguments<Asked> ASKED = Arguments.of(Asked.class);

  private final ChangeStay changeStay;

  ChangeStayTool(StayBook book) {
    super(
        new ToolSpec(
            "change_stay",
            "Changes nights, room or people of one of the guest's own stays, or adds to its notes; what is left out stays as it is.",
            ASKED));
    this.changeStay = new ChangeStay(book);
  }

  @Override
  public ToolResult run(ToolCall call, Context context) {
    Asked asked = ASKED.read(call);
    return new Facts(context)
        .result(
            call,
            changeStay.change(asked.stay().request(context), asked.wish().change(asked.notes())),
            "changed",
            null,
            (stay, words) -> words.changed(stay, context.venue()));
  }
}
