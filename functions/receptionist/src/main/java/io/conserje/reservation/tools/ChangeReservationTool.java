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
import io.conserje.reservation.Party;
import io.conserje.reservation.Reservation;
import io.conserje.reservation.TableBook;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;

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
              new Parameter("name", "string", "who the table is for from now on", false),
              Facts.ZONE,
              new Parameter("notes", "string", "special requests, instead of those before", false),
              Facts.HIGH_CHAIRS,
              Facts.PETS,
              Facts.WHEELCHAIR,
              new Parameter("allergies", "string", "as the guest says them", false),
              new Parameter("occasion", "string", "birthday, anniversary …", false)));

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
    Arguments arguments = Arguments.of(call);
    String reference = arguments.text("reference").toUpperCase(Locale.ROOT);
    return Told.result(
        call,
        context,
        change.change(
            context.venue(),
            reference,
            before -> wished(arguments, before, context),
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
        new Party(
            arguments.has("party_size") ? arguments.number("party_size") : party.size(),
            arguments.has("high_chairs") ? arguments.number("high_chairs") : party.highChairs(),
            arguments.has("pets") ? arguments.yes("pets") : party.pets(),
            arguments.has("wheelchair") ? arguments.yes("wheelchair") : party.wheelchair()),
        arguments.has("zone") ? arguments.text("zone") : null,
        details(before.details(), arguments),
        arguments.has("name") ? arguments.text("name") : null);
  }

  private static Reservation.Details details(Reservation.Details was, Arguments arguments) {
    return new Reservation.Details(
        arguments.has("notes") ? arguments.text("notes") : was.notes(),
        arguments.has("allergies") ? arguments.text("allergies") : was.allergies(),
        arguments.has("occasion") ? arguments.text("occasion") : was.occasion(),
        was.language());
  }
}
