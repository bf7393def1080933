package io.conserje.reservation.tools;

import io.conserje.conversation.Arguments;
import io.conserje.conversation.Tool;
import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolResult;
import io.conserje.conversation.ToolSpec;
import io.conserje.reservation.Reservation;
import io.conserje.reservation.TableBook;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code find_reservation}: what this guest has booked, and nobody else. Who made a booking
 * elsewhere proves it by its reference and whose it is.
 */
public final class FindReservationTool implements Tool {

  private static final Arguments<AskedReference> ASKED = Arguments.of(AskedReference.class);

  private static final ToolSpec SPEC =
      new ToolSpec(
          "find_reservation",
          "Lists the guest's own reservations that are still to come. One made over another channel"
              + " or from another telephone is found by its reference together with the name or"
              + " telephone it was booked under.",
          ASKED);

  private final TableBook book;

  public FindReservationTool(TableBook book) {
    this.book = book;
  }

  @Override
  public ToolSpec spec() {
    return SPEC;
  }

  @Override
  public boolean onlyLooks(ToolCall call) {
    return !AskedReference.isTry(call);
  }

  @Override
  public ToolResult run(ToolCall call, Context context) {
    AskedReference asked = ASKED.read(call);
    AskedReference.Shown<Reservation> shown =
        asked.look(
            book.checks(),
            context,
            () -> called(asked.reference(), context),
            told -> book.byReference(context.venue().id(), told).map(Reservation::guest));
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("status", shown.status());
    if (!shown.bookings().isEmpty()) {
      facts.put("reservations", shown.bookings().stream().map(r -> facts(r, context)).toList());
    }
    if (!context.guest().phone().isBlank()) {
      book.lastVisit(context.venue().id(), context.guest().phone())
          .ifPresent(visit -> facts.put("usual", usual(visit, context)));
    }
    return Tool.result(call, facts);
  }

  private List<Reservation> called(String reference, Context context) {
    return book
        .comingUp(
            context.venue().id(),
            context.guest().phone(),
            context.conversation(),
            context.now().toInstant())
        .stream()
        .filter(r -> reference.isEmpty() || r.isCalled(reference))
        .toList();
  }

  /** How this guest, known by the number, last sat. */
  private static Map<String, Object> usual(Reservation visit, Context context) {
    Map<String, Object> usual = new LinkedHashMap<>();
    usual.put("party_size", visit.party().size());
    usual.put("time", Facts.local(visit, context.venue()).toLocalTime().toString());
    usual.put("name", visit.guest().name());
    put(usual, "zone", visit.zone());
    return usual;
  }

  private static Map<String, Object> facts(Reservation reservation, Context context) {
    Map<String, Object> facts =
        Facts.of(reservation.standing().code(), reservation, context.venue());
    put(facts, "zone", reservation.zone());
    put(facts, "notes", reservation.details().notes());
    return facts;
  }

  private static void put(Map<String, Object> facts, String key, String value) {
    if (!value.isEmpty()) {
      facts.put(key, value);
    }
  }
}
