package io.conserje.stay.tools;

import io.conserje.conversation.Arguments;
import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolResult;
import io.conserje.conversation.ToolSpec;
import io.conserje.stay.HoldStay;
import io.conserje.stay.StayBook;
import io.conserje.stay.StayWish;
import java.util.stream.Stream;

/** {@code hold_stay}: keeps a room for a guest who is still deciding. */
final class HoldStayTool extends RoomTool {

  private final HoldStay hold;

  HoldStayTool(StayBook stays) {
    super(
        new ToolSpec(
            "hold_stay",
            "Keeps a room for a guest who is still deciding, for the house's hold time.",
            Stream.concat(Asking.WISH.stream(), Stream.of(Asking.NAME, Asking.PHONE)).toList()));
    this.hold = new HoldStay(stays);
  }

  @Override
  public ToolResult run(ToolCall call, Context context) {
    Asking asking = new Asking(Arguments.of(call), context);
    Facts facts = new Facts(context);
    StayWish wish = asking.wish();
    return facts.result(
        call, hold.hold(wish, asking.guest(), context.key()), null, wish.arrival(), facts::booked);
  }
}
