package io.conserje.stay.tools;

import io.conserje.conversation.Arguments;
import io.conserje.conversation.MayBeAbsent;
import io.conserje.conversation.Meaning;
import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolResult;
import io.conserje.conversation.ToolSpec;
import io.conserje.stay.BookStay;
import io.conserje.stay.StayBook;
import io.conserje.stay.StayWish;

/** {@code create_stay}: writes the stay into the book. */
final class CreateStayTool extends RoomTool {

  private record Asked(
      AskedStay stay,
      AskedFor who,
      @MayBeAbsent @Meaning("allergies, occasion, late arrival …") String notes) {}

  private static final Arguments<Asked> ASKED = Arguments.of(Asked.class);

  private final BookStay book;

  CreateStayTool(StayBook stays) {
    super(
        new ToolSpec(
            "create_stay",
            "Books a room, after the guest has agreed to nights, people, room, price and name.",
            ASKED));
    this.book = new BookStay(stays);
  }

  @Override
  public ToolResult run(ToolCall call, Context context) {
    Asked asked = ASKED.read(call);
    Facts facts = new Facts(context);
    StayWish wish = asked.stay().wish(context);
    return facts.result(
        call,
        book.book(wish, asked.who().guest(asked.notes(), context), context.key()),
        null,
        wish.arrival(),
        facts::booked);
  }
}
