package io.conserje.stay.tools;

import io.conserje.conversation.Arguments;
import io.conserje.conversation.Tool;
import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolResult;
import io.conserje.conversation.ToolSpec;
import io.conserje.reservation.tools.AskedReference;
import io.conserje.stay.FindStay;
import io.conserje.stay.Stay;
import io.conserje.stay.StayBook;
import java.util.List;
import java.util.Map;

/**
 * {@code find_stay}: what this guest has booked, and nobody else. Who booked elsewhere proves it by
 * the reference and whose it is.
 */
final class FindStayTool extends RoomTool {

  private static final Arguments<AskedReference> ASKED = Arguments.of(AskedReference.class);

  private final StayBook book;
  private final FindStay find;

  FindStayTool(StayBook book) {
    super(
        new ToolSpec(
            "find_stay",
            "Lists the guest's own stays that are not over. One made over another channel or from"
                + " another telephone is found by its reference together with the name or telephone"
                + " it was booked under.",
            ASKED));
    this.book = book;
    this.find = new FindStay(book);
  }

  @Override
  public boolean onlyLooks(ToolCall call) {
    return !AskedReference.isTry(call);
  }

  @Override
  public ToolResult run(ToolCall call, Context context) {
    AskedReference asked = ASKED.read(call);
    AskedReference.Shown<Stay> shown =
        asked.look(
            book.checks(),
            context,
            () -> called(asked.reference(), context),
            told -> book.byReference(context.venue().id(), told).map(Stay::guest));
    Facts facts = new Facts(context);
    return Tool.result(
        call,
        shown.bookings().isEmpty()
            ? Map.of("status", shown.status())
            : Map.of(
                "status",
                shown.status(),
                "stays",
                shown.bookings().stream().map(facts::of).toList()));
  }

  private List<Stay> called(String reference, Context context) {
    return find
        .comingUp(
            context.venue(),
            context.guest().phone(),
            context.conversation(),
            context.now().toInstant())
        .stream()
        .filter(stay -> reference.isEmpty() || stay.isCalled(reference))
        .toList();
  }
}
