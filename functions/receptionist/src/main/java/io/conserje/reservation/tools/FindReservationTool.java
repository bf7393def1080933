package io.conserje.reservation.tools;

import static io.conserje.reservation.CheckReference.Answer.NAME_NEEDED;
import static io.conserje.reservation.CheckReference.Answer.PASSED;

import io.conserje.conversation.Arguments;
import io.conserje.conversation.MayBeAbsent;
import io.conserje.conversation.Meaning;
import io.conserje.conversation.Tool;
import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolResult;
import io.conserje.conversation.ToolSpec;
import io.conserje.reservation.CheckReference;
import io.conserje.reservation.Reservation;
import io.conserje.reservation.TableBook;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * {@code find_reservation}: what this guest has booked, and nobody else. Who made a booking
 * elsewhere proves it by its reference and whose it is.
 */
public final class FindReservationTool implements Tool {

  private record Asked(
      @MayBeAbsent @Meaning("if the guest gives one") String reference,
      @MayBeAbsent @Meaning("with a reference: in whose name it was booked") String name,
      @MayBeAbsent @Meaning("with a reference: the telephone it was booked with") String phone) {

    CheckReference.Said said() {
      return new CheckReference.Said(reference, name, phone);
    }
  }

  private static final Arguments<Asked> ASKED = Arguments.of(Asked.class);

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

  /** A reference that is told with a name or a number is a try, and tries are counted. */
  @Override
  public boolean onlyLooks(ToolCall call) {
    return Stream.of("name", "phone").noneMatch(call.arguments()::containsKey);
  }

  @Override
  public ToolResult run(ToolCall call, Context context) {
    Asked asked = ASKED.read(call);
    List<Reservation> found = called(asked.reference(), context);
    Map<String, Object> facts = new LinkedHashMap<>();
    if (found.isEmpty() && !asked.reference().isEmpty()) {
      CheckReference.Answer answer = check(asked.said(), context);
      found = answer == PASSED ? called(asked.reference(), context) : found;
      facts.put("status", answer == NAME_NEEDED ? "name_needed" : "none");
    }
    facts.putIfAbsent("status", "none");
    if (!found.isEmpty()) {
      facts.put("status", "found");
      facts.put("reservations", found.stream().map(r -> facts(r, context)).toList());
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

  private CheckReference.Answer check(CheckReference.Said said, Context context) {
    return new CheckReference(book.checks())
        .check(
            context.venue(),
            context.conversation(),
            said,
            () -> book.byReference(context.venue().id(), said.reference()).map(Reservation::guest),
            context.now().toInstant());
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
