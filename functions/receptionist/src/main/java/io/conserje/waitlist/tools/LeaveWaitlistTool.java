package io.conserje.waitlist.tools;

import io.conserje.conversation.Tool;
import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolResult;
import io.conserje.conversation.ToolSpec;
import io.conserje.outbound.NoticeWording;
import io.conserje.reservation.Asker;
import io.conserje.reservation.Refusal;
import io.conserje.waitlist.LeaveWaitlist;
import io.conserje.waitlist.WaitlistEntry;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code leave_waitlist}: takes the guest out of every line. */
final class LeaveWaitlistTool implements Tool {

  private static final ToolSpec SPEC =
      new ToolSpec(
          "leave_waitlist", "Takes the guest off the waitlist, when the guest asks.", List.of());

  private final LeaveWaitlist leave;

  LeaveWaitlistTool(LeaveWaitlist leave) {
    this.leave = leave;
  }

  @Override
  public ToolSpec spec() {
    return SPEC;
  }

  @Override
  public ToolResult run(ToolCall call, Context context) {
    Asker guest = Asker.guest(context.guest().phone(), context.conversation());
    List<WaitlistEntry> left =
        leave.leave(context.venue().id(), guest, context.key(), context.now().toInstant());
    NoticeWording words = NoticeWording.in(context.language());
    if (left.isEmpty()) {
      return Tool.result(
          call,
          Map.of(
              "status", "refused",
              "reason", Refusal.NOT_FOUND.code(),
              "say", words.notOnWaitlist(),
              "alternatives", List.of()));
    }
    String said =
        left.stream()
            .map(entry -> entry.wanted().day())
            .distinct()
            .map(words::leftWaitlist)
            .collect(Collectors.joining(" "));
    List<String> days =
        left.stream().map(entry -> entry.wanted().day()).map(LocalDate::toString).toList();
    return new ToolResult(
        call.id(), call.name(), Map.of("status", "left", "dates", days, "say", said), said);
  }
}
