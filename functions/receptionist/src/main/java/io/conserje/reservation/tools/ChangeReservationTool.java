package io.conserje.reservation.tools;

import io.conserje.conversation.Arguments;
import io.conserje.conversation.MayBeAbsent;
import io.conserje.conversation.Meaning;
import io.conserje.conversation.Tool;
import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolResult;
import io.conserje.conversation.ToolSpec;
import io.conserje.reservation.Asker;
import io.conserje.reservation.ChangeReservation;
import io.conserje.reservation.ChangeReservation.Change;
import io.conserje.reservation.Reservation;
import io.conserje.reservation.TableBook;

/**
 * {@code change_reservation}: gives the guest's booking another time, party or part of the house.
 */
public final class ChangeReservationTool implements Tool {

  private record Asked(
      Reference reservation,
      @MayBeAbsent AskedTable table,
      @MayBeAbsent @Meaning("who the table is for from now on") String name,
      @MayBeAbsent
          @Meaning("where the guest is reached from now on, only if the channel gives no number")
          String phone,
      @MayBeAbsent @Meaning("special requests, instead of those before") String notes,
      Particulars particulars) {}

  private static final Arguments<Asked> ASKED = Arguments.of(Asked.class);

  private static final ToolSpec SPEC =
      new ToolSpec(
          "change_reservation",
          "Changes one of the guest's own reservations, after the guest has agreed; what is left out"
              + " stays as it is. If the change is not possible the booking stays as it was.",
          ASKED);

  private final ChangeReservation change;

  public ChangeReservationTool(TableBook book) {
    this.change = new ChangeReservation(book);
  }

  @Override
  public ToolSpec spec() {
    return SPEC;
  }

  @Override
  public ToolResult run(ToolCall call, Context context) {
    Asked asked = ASKED.read(call);
    return Told.result(
        call,
        context,
        change.change(
            context.venue(),
            asked.reservation().code(),
            before -> wished(asked, before, context),
            Asker.guest(context.guest().phone(), context.conversation()),
            context.key(),
            context.now().toInstant()),
        "changed",
        (now, words) ->
            words.changed(Facts.local(now, context.venue()), now.party().size(), now.reference()));
  }

  private static Change wished(Asked asked, Reservation before, Context context) {
    return new Change(
        asked.table().at(Facts.local(before, context.venue())),
        asked.table().party(before.party()),
        said(asked.table().zone(), null),
        details(before.details(), asked),
        said(asked.name(), null),
        context.guest().phone().isBlank() ? said(asked.phone(), null) : null);
  }

  private static Reservation.Details details(Reservation.Details was, Asked asked) {
    return new Reservation.Details(
        said(asked.notes(), was.notes()),
        said(asked.particulars().allergies(), was.allergies()),
        said(asked.particulars().occasion(), was.occasion()),
        was.language());
  }

  private static String said(String text, String otherwise) {
    return text.isEmpty() ? otherwise : text;
  }
}
