package io.conserje.reservation.tools;

import io.conserje.conversation.Arguments;
import io.conserje.conversation.Tool;
import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolResult;
import io.conserje.conversation.ToolSpec;
import io.conserje.conversation.Wording;
import io.conserje.reservation.Confirmation;
import io.conserje.reservation.Outcome;
import io.conserje.reservation.Outcome.Done;
import io.conserje.reservation.Reservation;
import io.conserje.reservation.ReserveTable;
import io.conserje.reservation.Standing;
import io.conserje.reservation.Wish;

/** {@code create_reservation}: writes the booking into the book. */
public final class CreateReservationTool implements Tool {

  private record Asked(AskedTable table, AskedFor who, Particulars particulars) {}

  private static final Arguments<Asked> ASKED = Arguments.of(Asked.class);

  private static final ToolSpec SPEC =
      new ToolSpec(
          "create_reservation",
          "Books a table, after the guest has agreed to day, time, people and name.",
          ASKED);

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
    Asked asked = ASKED.read(call);
    Wish wish = asked.table().wish(context);
    ReserveTable.For who =
        new ReserveTable.For(
            asked.who().guest(context),
            details(asked, context),
            context.channel(),
            context.conversation());
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

  private static Reservation.Details details(Asked asked, Context context) {
    return new Reservation.Details(
        asked.who().notes(),
        asked.particulars().allergies(),
        asked.particulars().occasion(),
        context.language().toLanguageTag());
  }
}
