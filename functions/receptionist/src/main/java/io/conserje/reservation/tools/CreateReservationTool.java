package io.conserje.reservation.tools;

import io.conserje.conversation.Arguments;
import io.conserje.conversation.Tool;
import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolResult;
import io.conserje.conversation.ToolSpec;
import io.conserje.conversation.ToolSpec.Parameter;
import io.conserje.conversation.Wording;
import io.conserje.guest.Guest;
import io.conserje.reservation.Confirmation;
import io.conserje.reservation.Outcome;
import io.conserje.reservation.Outcome.Done;
import io.conserje.reservation.Reservation;
import io.conserje.reservation.ReserveTable;
import io.conserje.reservation.Standing;
import io.conserje.reservation.Wish;
import java.util.List;

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
              new Parameter("notes", "string", "special requests", false),
              Facts.HIGH_CHAIRS,
              Facts.PETS,
              Facts.WHEELCHAIR,
              new Parameter("allergies", "string", "as the guest says them", false),
              new Parameter("occasion", "string", "birthday, anniversary …", false)));

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
    Wish wish = Facts.wish(call, context);
    Guest guest = new Guest(arguments.text("name"), phone(arguments, context));
    ReserveTable.For who =
        new ReserveTable.For(
            guest, details(arguments, context), context.channel(), context.conversation());
    Outcome outcome = reserve.book(wish, who, context.key());
    return Told.result(
        call,
        context,
        outcome,
        status(outcome),
        (made, words) -> said(made, words, context, wish, who));
  }

  private static String status(Outcome outcome) {
    boolean asked =
        outcome instanceof Done done && done.reservation().standing() instanceof Standing.Pending;
    return asked ? "pending" : "booked";
  }

  private String said(
      Reservation made, Wording words, Context context, Wish wish, ReserveTable.For who) {
    String house = context.venue().name();
    return made.standing() instanceof Standing.Pending
        ? words.toConfirm(
            Facts.local(made, context.venue()),
            made.party().size(),
            made.guest().name(),
            made.reference(),
            reserve.confirmation(wish, who) == Confirmation.ALOUD)
        : words.booked(
            Facts.local(made, context.venue()),
            made.party().size(),
            made.guest().name(),
            made.reference(),
            house);
  }

  private static Reservation.Details details(Arguments arguments, Context context) {
    return new Reservation.Details(
        arguments.text("notes"),
        arguments.text("allergies"),
        arguments.text("occasion"),
        context.language().toLanguageTag());
  }

  private static String phone(Arguments arguments, Context context) {
    String known = context.guest().phone();
    return known.isBlank() ? arguments.text("phone") : known;
  }
}
