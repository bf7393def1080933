package io.conserje.waitlist.tools;

import io.conserje.conversation.Arguments;
import io.conserje.conversation.MayBeAbsent;
import io.conserje.conversation.Meaning;
import io.conserje.conversation.Tool;
import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolResult;
import io.conserje.conversation.ToolSpec;
import io.conserje.conversation.Wordings;
import io.conserje.outbound.NoticeWording;
import io.conserje.reservation.Refusal;
import io.conserje.reservation.Reservation;
import io.conserje.reservation.ReserveTable;
import io.conserje.reservation.tools.AskedFor;
import io.conserje.reservation.tools.AskedTable;
import io.conserje.waitlist.JoinWaitlist;
import io.conserje.waitlist.JoinWaitlist.Answer;
import io.conserje.waitlist.Wanted;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code join_waitlist}: puts the guest in line for a table that may become free. */
final class JoinWaitlistTool implements Tool {

  private record Asked(
      AskedTable table,
      @MayBeAbsent @Meaning("HH:mm, local, the latest that would do; time is the earliest")
          LocalTime until,
      AskedFor who) {}

  private static final Arguments<Asked> ASKED = Arguments.of(Asked.class);

  private static final ToolSpec SPEC =
      new ToolSpec(
          "join_waitlist",
          "Puts the guest on the waitlist for a day and time at which no table is free, after the"
              + " guest has agreed. The house writes to them when a table becomes free.",
          ASKED);

  private final JoinWaitlist join;

  JoinWaitlistTool(JoinWaitlist join) {
    this.join = join;
  }

  @Override
  public ToolSpec spec() {
    return SPEC;
  }

  @Override
  public ToolResult run(ToolCall call, Context context) {
    Asked asked = ASKED.read(call);
    Answer answer =
        join.join(
            context.venue(),
            wanted(asked),
            who(asked.who(), context),
            context.key(),
            context.now().toInstant());
    return switch (answer) {
      case Answer.Joined joined -> joined(call, joined, context);
      case Answer.Refused(Refusal why) -> Tool.result(call, refused(why, context));
    };
  }

  private static Wanted wanted(Asked asked) {
    AskedTable table = asked.table();
    LocalDateTime from = table.at();
    LocalDateTime until = asked.until() == null ? from : from.toLocalDate().atTime(asked.until());
    return new Wanted(
        from, until.isBefore(from) ? until.plusDays(1) : until, table.party(), table.zone());
  }

  private static ReserveTable.For who(AskedFor asked, Context context) {
    return new ReserveTable.For(
        asked.guest(context),
        new Reservation.Details(asked.notes(), "", "", context.language().toLanguageTag()),
        context.channel(),
        context.conversation());
  }

  private static ToolResult joined(ToolCall call, Answer.Joined joined, Context context) {
    Wanted wanted = joined.entry().wanted();
    String said =
        NoticeWording.in(context.language())
            .waiting(wanted.from(), wanted.until(), wanted.party().size(), joined.position());
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("status", "waiting");
    facts.put("date", wanted.day().toString());
    facts.put("time", wanted.from().toLocalTime().toString());
    facts.put("until", wanted.until().toLocalTime().toString());
    facts.put("party_size", wanted.party().size());
    facts.put("name", joined.entry().guest().name());
    facts.put("position", joined.position());
    facts.put("say", said);
    return new ToolResult(call.id(), call.name(), facts, said);
  }

  private static Map<String, Object> refused(Refusal why, Context context) {
    String said =
        Wordings.in(context.language())
            .refused(why, context.venue().rules().largestParty(), context.venue().phone());
    return Map.of(
        "status", "refused", "reason", why.code(), "say", said, "alternatives", List.of());
  }
}
