package io.conserje.reservation.tools;

import io.conserje.conversation.Arguments;
import io.conserje.conversation.MayBeAbsent;
import io.conserje.conversation.Meaning;
import io.conserje.conversation.Tool;
import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolResult;
import io.conserje.conversation.ToolSpec;
import io.conserje.outbound.NoticeWording;
import io.conserje.reservation.Asker;
import io.conserje.reservation.ConfirmReservation;
import io.conserje.reservation.Outcome.Refused;
import io.conserje.reservation.Refusal;
import io.conserje.reservation.Reservation;
import io.conserje.reservation.Standing;
import io.conserje.reservation.TableBook;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code confirm_reservation}: the guest says yes to a table that was held or asked about. */
public final class ConfirmReservationTool implements Tool {

  private record Asked(
      @MayBeAbsent @Meaning("only if several wait for an answer") String reference) {}

  private static final Arguments<Asked> ASKED = Arguments.of(Asked.class);

  private static final ToolSpec SPEC =
      new ToolSpec(
          "confirm_reservation",
          "Confirms the guest's reservation that waits for a yes, once the guest has said it.",
          ASKED);

  private static final Duration SAME_DAY = Duration.ofHours(12);

  private final TableBook book;
  private final ConfirmReservation confirm;

  public ConfirmReservationTool(TableBook book) {
    this.book = book;
    this.confirm = new ConfirmReservation(book);
  }

  @Override
  public ToolSpec spec() {
    return SPEC;
  }

  @Override
  public ToolResult run(ToolCall call, Context context) {
    String named = ASKED.read(call).reference().toUpperCase(Locale.ROOT);
    Optional<String> reference = named.isEmpty() ? waiting(context) : Optional.of(named);
    if (reference.isEmpty()) {
      return Tool.result(call, tooLate(context).orElseGet(() -> notFound(context)));
    }
    return Told.result(
        call,
        context,
        confirm.confirm(
            context.venue(),
            reference.get(),
            Asker.guest(context.guest().phone(), context.conversation()),
            context.key(),
            context.now().toInstant()),
        "confirmed",
        (now, words) ->
            words.booked(
                Facts.local(now, context.venue()),
                now.party().size(),
                now.guest().name(),
                now.reference(),
                context.venue().name()));
  }

  private static Map<String, Object> notFound(Context context) {
    return Facts.refused(new Refused(Refusal.NOT_FOUND), context);
  }

  /** What the guest says yes to but has let pass, unless they have booked anew. */
  private Optional<Map<String, Object>> tooLate(Context context) {
    return book.lastExpired(
            context.venue().id(),
            context.guest().phone(),
            context.conversation(),
            context.now().toInstant())
        .filter(gone -> comingUp(context).noneMatch(r -> near(gone, r)))
        .map(gone -> tooLate(gone, context));
  }

  private static boolean near(Reservation gone, Reservation other) {
    boolean same = gone.id().equals(other.id());
    Duration apart = Duration.between(gone.period().from(), other.period().from()).abs();
    return !same && apart.compareTo(SAME_DAY) < 0;
  }

  private static Map<String, Object> tooLate(Reservation gone, Context context) {
    LocalDateTime at = Facts.local(gone, context.venue());
    Map<String, Object> facts = Facts.refused(new Refused(Refusal.TOO_LATE), context);
    facts.putAll(Facts.of("refused", gone, context.venue()));
    facts.put(
        "say", NoticeWording.in(context.language()).tooLateToConfirm(at, gone.party().size()));
    return facts;
  }

  /** The one whose answer is due first, of those for which it is not too late. */
  private Optional<String> waiting(Context context) {
    return comingUp(context)
        .filter(r ->
            r.standing() instanceof Standing.Expiring waits
                && waits.until().isAfter(context.now().toInstant()))
        .min((one, other) -> one.standing().endsBy().compareTo(other.standing().endsBy()))
        .map(Reservation::reference);
  }

  private Stream<Reservation> comingUp(Context context) {
    return book
        .comingUp(
            context.venue().id(),
            context.guest().phone(),
            context.conversation(),
            context.now().toInstant())
        .stream();
  }
}
