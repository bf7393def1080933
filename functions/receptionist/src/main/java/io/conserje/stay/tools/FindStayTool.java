package io.conserje.stay.tools;

import static io.conserje.reservation.CheckReference.Answer.NAME_NEEDED;
import static io.conserje.reservation.CheckReference.Answer.PASSED;

import io.conserje.conversation.Arguments;
import io.conserje.conversation.MayBeAbsent;
import io.conserje.conversation.Meaning;
import io.conserje.conversation.Tool;
import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolResult;
import io.conserje.conversation.ToolSpec;
import io.conserje.reservation.CheckReference;
import io.conserje.stay.FindStay;
import io.conserje.stay.Stay;
import io.conserje.stay.StayBook;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * {@code find_stay}: what this guest has booked, and nobody else. Who booked elsewhere proves it by
 * the reference and whose it is.
 */
final class FindStayTool extends RoomTool {

  private record Asked(
      @MayBeAbsent @Meaning("if the guest gives one") String reference,
      @MayBeAbsent @Meaning("with a reference: in whose name it was booked") String name,
      @MayBeAbsent @Meaning("with a reference: the telephone it was booked with") String phone) {

    CheckReference.Said said() {
      return new CheckReference.Said(reference, name, phone);
    }
  }

  private static final Arguments<Asked> ASKED = Arguments.of(Asked.class);

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

  /** A reference that is told with a name or a number is a try, and tries are counted. */
  @Override
  public boolean onlyLooks(ToolCall call) {
    return Stream.of("name", "phone").noneMatch(call.arguments()::containsKey);
  }

  @Override
  public ToolResult run(ToolCall call, Context context) {
    Asked asked = ASKED.read(call);
    List<Stay> found = called(asked.reference(), context);
    String status = "none";
    if (found.isEmpty() && !asked.reference().isEmpty()) {
      CheckReference.Answer answer = check(asked.said(), context);
      found = answer == PASSED ? called(asked.reference(), context) : found;
      status = answer == NAME_NEEDED ? "name_needed" : status;
    }
    Facts facts = new Facts(context);
    return Tool.result(
        call,
        found.isEmpty()
            ? Map.of("status", status)
            : Map.of("status", "found", "stays", found.stream().map(facts::of).toList()));
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

  private CheckReference.Answer check(CheckReference.Said said, Context context) {
    return new CheckReference(book.checks())
        .check(
            context.venue(),
            context.conversation(),
            said,
            () -> book.byReference(context.venue().id(), said.reference()).map(Stay::guest),
            context.now().toInstant());
  }
}
