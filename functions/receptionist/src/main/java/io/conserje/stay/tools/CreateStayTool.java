package io.conserje.stay.tools;

import io.conserje.conversation.Arguments;
import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolResult;
import io.conserje.conversation.ToolSpec;
import io.conserje.stay.BookStay;
import io.conserje.stay.StayBook;
import io.conserje.stay.StayWish;
import java.util.stream.Stream;

/** {@code create_stay}: writes the stay into the book. */
final class CreateStayTool extends RoomTool {

  private final BookStay book;

  CreateStayTool(StayBook stays) {
    super(
        new ToolSpec(
            "create_stay",
            "Books a room, after the guest has agreed to nights, people, room, price and name.",
            Stream.concat(Asking.WISH.stream(), Stream.of(Asking.NAME, Asking.PHONE, Asking.NOTES))
                .toList()));
    this.book = new BookStay(stays);
  }

  @Override
  public ToolResult run(ToolCall call, Context context) {
    Asking asking = new Asking(Arguments.of(call), context);
    Facts facts = new Facts(context);
    StayWish wish = asking.wish();
    return facts.result(
        call, book.book(wish, asking.guest(), context.key()), null, wish.arrival(), facts::booked);
  }
}
