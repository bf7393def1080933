package io.conserje.reservation.tools;

import io.conserje.conversation.Arguments;
import io.conserje.conversation.Tool;
import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolResult;
import io.conserje.conversation.ToolSpec;
import io.conserje.conversation.ToolSpec.Parameter;
import io.conserje.reservation.Asker;
import io.conserje.reservation.ChangeReservation;
import io.conserje.reservation.ChangeReservation.Change;
import io.conserje.reservation.Outcome.Refused;
import io.conserje.reservation.Party;
import io.conserje.reservation.Refusal;
import io.conserje.reservation.Reservation;
import io.conserje.reservation.TableBook;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code change_reservation}: gives the guest's booking another time, party or part of the house.
 */
public final class ChangeReservationTool implements Tool {

  private static final ToolSpec SPEC =
      new ToolSpec(
          "change_reservation",
          "Changes one of the guest's own reservations, after the guest has agreed; what is left out"
              + " stays as it is. If the change is not possible the booking stays as it was.",
          List.of(
              Facts.REFERENCE,
              new Parameter("date", "string", "yyyy-mm-dd, local", false),
              new Parameter("time", "string", "HH:mm, local, 24 hours", false),
              new Parameter("party_size", "integer", "how many people will sit", false),
              Facts.ZONE,
              new Parameter(
                  "notes", "string", "special requests, instead of those before", false)));

  private final TableBook book;
  private final ChangeReservation change;

  public ChangeReservationTool(TableBook book) {
    this.book = book;
    this.change = new ChangeReservation(book);
  }

  @Override
  public ToolSpec spec() {
    return SPEC;
  }

  @Override
  public ToolResult run(ToolCall call, Context context) {
    Arguments arguments = Arguments.of(call);
    String reference = arguments.text("reference").toUpperCase(Locale.ROOT);
    Optional<Reservation> before = book.byReference(context.venue().id(), reference);
    if (before.isEmpty()) {
      return Tool.result(call, Facts.refused(new Refused(Refusal.NOT_FOUND), context));
    }
    return Told.result(
        call,
        context,
        change.change(
            context.venue(),
            reference,
            wished(arguments, before.get(), context),
            Asker.guest(context.guest().phone(), context.conversation()),
            context.key(),
            context.now().toInstant()),
        "changed",
        (now, words) ->
            words.changed(Facts.local(now, context.venue()), now.party().size(), now.reference()));
  }

  private static Change wished(Arguments arguments, Reservation before, Context context) {
    LocalDateTime was = Facts.local(before, context.venue());
    LocalDateTime at =
        (arguments.has("date") ? arguments.date() : was.toLocalDate())
            .atTime(arguments.has("time") ? arguments.time() : was.toLocalTime());
    Party party = before.party();
    return new Change(
        at,
        arguments.has("party_size")
            ? new Party(
                arguments.number("party_size"),
                party.highChairs(),
                party.pets(),
                party.wheelchair())
            : party,
        arguments.has("zone") ? arguments.text("zone") : null,
        arguments.has("notes") ? noted(before, arguments) : null);
  }

  private static Reservation.Details noted(Reservation before, Arguments arguments) {
    Reservation.Details was = before.details();
    return new Reservation.Details(
        arguments.text("notes"), was.allergies(), was.occasion(), was.language());
  }
}
