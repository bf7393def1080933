package io.conserje.stay.tools;

import io.conserje.conversation.Arguments;
import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolResult;
import io.conserje.conversation.ToolSpec;
import io.conserje.stay.HoldStay;
import io.conserje.stay.StayBook;
import io.conserje.stay.StayWish;

/** {@code hold_stay}: keeps a room for a guest who is still deciding. */
final class HoldStayTool extends RoomTool {

  private record Asked(AskedStay stay, AskedFor who) {}

  private static final Arguments<Asked> ASKED = Arguments.of(Asked.class);

  private final HoldStay hold;

  HoldStayTool(StayBook stays) {
    super(
        new ToolSpec(
            "hold_stay",
            "Keeps a room for a guest who is still deciding, for the house's hold time.",
            ASKED));
    this.hold = new HoldStay(stays);
  }

  @Override
  public ToolResult run(ToolCall call, Context context) {
    Asked asked = ASKED.read(call);
    Facts facts = new Facts(context);
    StayWish wish = asked.stay().wish(context);
    return facts.result(
        call,
        hold.hold(wish, asked.who().guest("", context), context.key()),
        null,
        wish.arrival(),
        facts::booked);
  }
}
