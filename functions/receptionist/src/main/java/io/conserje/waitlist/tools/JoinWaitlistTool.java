package io.conserje.waitlist.tools;

import io.conserje.conversation.Arguments;
import io.conserje.conversation.Tool;
import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolResult;
import io.conserje.conversation.ToolSpec;
import io.conserje.conversation.ToolSpec.Parameter;
import io.conserje.conversation.Wordings;
import io.conserje.guest.Guest;
import io.conserje.outbound.NoticeWording;
import io.conserje.reservation.Party;
import io.conserje.reservation.Refusal;
import io.conserje.reservation.Reservation;
import io.conserje.reservation.ReserveTable;
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

  private static final ToolSpec SPEC =
      new ToolSpec(
          "join_waitlist",
          "Puts the guest on the waitlist for a day and time at which no table is free, after the"
              + " guest has agreed. The house writes to them when a table becomes free.",
          List.of(
              new Parameter("date", "string", "yyyy-mm-dd, local", true),
              new Parameter("time", "string", "HH:mm, local, the earliest that would do", true),
              new Parameter("until", "string", "HH:mm, local, the latest that would do", false),
              new Parameter("party_size", "integer", "how many people will sit", true),
              new Parameter("name", "string", "who the table is for", true),
              new Parameter("phone", "string", "only if the channel gives no number", false),
              new Parameter("zone", "string", "terrace or inside, if the guest wishes", false),
              new Parameter("notes", "string", "special requests", false),
              new Parameter("high_chairs", "integer", "how many, for small children", false),
              new Parameter("pets", "boolean", "whether an animal comes along", false),
              new Parameter("wheelchair", "boolean", "whether somebody comes in one", false)));

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
    Arguments arguments = Arguments.of(call);
    Answer answer =
        join.join(
            context.venue(),
            wanted(arguments),
            who(arguments, context),
            context.key(),
            context.now().toInstant());
    return switch (answer) {
      case Answer.Joined joined -> joined(call, joined, context);
      case Answer.Refused(Refusal why) -> Tool.result(call, refused(why, context));
    };
  }

  private static Wanted wanted(Arguments arguments) {
    LocalDateTime from = arguments.dateTime();
    LocalDateTime until =
        arguments.has("until")
            ? from.toLocalDate().atTime(LocalTime.parse(arguments.text("until")))
            : from;
    return new Wanted(
        from,
        until.isBefore(from) ? until.plusDays(1) : until,
        new Party(
            arguments.number("party_size"),
            arguments.numberIfAny("high_chairs"),
            arguments.yes("pets"),
            arguments.yes("wheelchair")),
        arguments.text("zone"));
  }

  private static ReserveTable.For who(Arguments arguments, Context context) {
    String known = context.guest().phone();
    String phone = known.isBlank() ? arguments.text("phone") : known;
    return new ReserveTable.For(
        new Guest(arguments.text("name"), phone),
        new Reservation.Details(
            arguments.text("notes"), "", "", context.language().toLanguageTag()),
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
