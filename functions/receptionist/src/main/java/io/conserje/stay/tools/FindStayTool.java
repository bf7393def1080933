package io.conserje.stay.tools;

import io.conserje.conversation.Arguments;
import io.conserje.conversation.MayBeAbsent;
import io.conserje.conversation.Meaning;
import io.conserje.conversation.Tool;
import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolResult;
import io.conserje.conversation.ToolSpec;
import io.conserje.stay.FindStay;
import io.conserje.stay.StayBook;
import java.util.List;
import java.util.Map;

/** {@code find_stay}: what this guest has booked, and nobody else. */
final class FindStayTool extends RoomTool {

  private record Asked(@MayBeAbsent @Meaning("if the guest gives one") String reference) {}

  private static final Arguments<Asked> ASKED = Arguments.of(Asked.class);

  private final FindStay find;

  FindStayTool(StayBook book) {
    super(new ToolSpec("find_stay", "Lists the guest's own stays that are not over.", ASKED));
    this.find = new FindStay(book);
  }

  @Override
  public boolean onlyLooks() {
    return true;
  }

  @Override
  public ToolResult run(ToolCall call, Context context) {
    String reference = ASKED.read(call).reference();
    Facts facts = new Facts(context);
    List<Map<String, Object>> found =
        find
            .comingUp(
                context.venue(),
                context.guest().phone(),
                context.conversation(),
                context.now().toInstant())
            .stream()
            .filter(stay -> reference.isEmpty() || stay.isCalled(reference))
            .map(facts::of)
            .toList();
    return Tool.result(
        call,
        found.isEmpty() ? Map.of("status", "none") : Map.of("status", "found", "stays", found));
  }
}
