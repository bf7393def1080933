package io.conserje.reservation.tools;

import io.conserje.conversation.Arguments;
import io.conserje.conversation.Tool;
import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolResult;
import io.conserje.conversation.ToolSpec;
import io.conserje.conversation.ToolSpec.Parameter;
import io.conserje.conversation.Wordings;
import io.conserje.guest.Guest;
import io.conserje.reservation.Booking.Booked;
import io.conserje.reservation.Booking.Refused;
import io.conserje.reservation.Reservation;
import io.conserje.reservation.ReserveTable;
import java.util.List;
import java.util.Map;

/** {@code create_reservation}: writes the booking into the book. */
public final class CreateReservationTool implements Tool {

  private static final ToolSpec SPEC =
      new ToolSpec(
          "create_reservation",
          "Books a table, after the guest has agreed to day, time, people and name.",
          List.of(
              Facts.DATE,
              Facts.TIME,
              Facts.PARTY,
              new Parameter("name", "string", "who the table is for", true),
              new Parameter("phone", "string", "only if the channel gives no number", false),
              Facts.ZONE,
              new Parameter("notes", "string", "allergies, high chair, occasion …", false)));

  private final ReserveTable reserve;

  public CreateReservationTool(ReserveTable reserve) {
    this.reserve = reserve;
  }

  @Override
  public ToolSpec spec() {
    return SPEC;
  }

  @Override
  public ToolResult run(ToolCall call, Context context) {
    Arguments arguments = Arguments.of(call);
    ReserveTable.For who =
        new ReserveTable.For(
            new Guest(arguments.text("name"), phone(arguments, context)),
            arguments.text("notes"),
            context.channel(),
            context.conversation());
    return switch (reserve.book(Facts.wish(call, context), who, context.key())) {
      case Booked(Reservation reservation) -> booked(call, reservation, context);
      case Refused refused -> Tool.result(call, Facts.refused(refused, context.venue()));
    };
  }

  private static String phone(Arguments arguments, Context context) {
    String known = context.guest().phone();
    return known.isBlank() ? arguments.text("phone") : known;
  }

  private static ToolResult booked(ToolCall call, Reservation made, Context context) {
    Map<String, Object> facts = Facts.of("booked", made, context.venue());
    facts.put("tables", made.tables());
    String mustHear =
        Wordings.in(context.language())
            .booked(
                Facts.local(made, context.venue()),
                made.partySize(),
                made.guest().name(),
                made.reference(),
                context.venue().name());
    return new ToolResult(call.id(), call.name(), facts, mustHear);
  }
}
