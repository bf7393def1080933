package io.conserje.turns.telnyx;

import io.conserje.call.CallEvent;
import io.conserje.call.CallPlace;
import io.conserje.call.Calls;
import io.conserje.connectors.telnyx.TelnyxLine;
import io.conserje.connectors.telnyx.TelnyxLine.Command;
import io.conserje.connectors.telnyx.TelnyxLine.Told;
import io.conserje.turns.telnyx.Orders.Order;
import io.conserje.venue.Venue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives a command once for each event that asks for it. Between a command and the note that it was
 * given a crash is still possible: then Telnyx itself, for a minute, ignores the repetition; after
 * that minute only those commands are repeated which do no harm.
 */
final class TellOnce {

  private static final Logger LOG = LoggerFactory.getLogger(TellOnce.class);

  private static final Duration TELNYX_REMEMBERS = Duration.ofSeconds(60);

  /** What a caller would hear twice. */
  private static final Set<String> HEARD =
      Set.of(
          "speak",
          "transfer",
          "record_start",
          Orders.RING,
          "gather_using_speak",
          "playback_start",
          "send_dtmf");

  private final TelnyxLine line;
  private final Calls calls;
  private final InstantSource clock;

  TellOnce(TelnyxLine line, Calls calls, InstantSource clock) {
    this.line = line;
    this.calls = calls;
    this.clock = clock;
  }

  /** For a call that is no house's: nothing is kept of it. */
  Told tell(CallEvent because, String control, Order order) {
    return line.tell(command(because, control, order));
  }

  /**
   * @param call the guest's, whatever leg the event is about
   * @return empty where it was given before, or would come too late; a refusal is remembered, so
   *     that what follows from it is done even where the event has to come again for it
   */
  Optional<Told> tell(CallEvent because, CallPlace call, Venue venue, String control, Order order) {
    String note = "told:" + order.name() + ":" + reason(because, order);
    if (calls.knows(call, note, venue) || tooLate(because, order)) {
      return Optional.empty();
    }
    String no = "refused:" + order.name() + ":" + order.step() + ":" + reason(because, order);
    if (calls.knows(call, no, venue)) {
      return Optional.of(new Told.Refused("", "It did not before."));
    }
    Command command = command(because, control, order);
    Told told = order.name().equals(Orders.RING) ? line.ring(command) : line.tell(command);
    Instant now = clock.instant();
    String kept = told instanceof Told.Refused ? no : note;
    calls.record(CallEvent.of(call, kept, "told", now, now, because.correlation()), venue, now);
    if (told instanceof Told.Refused(String code, String reason)) {
      LOG.warn(
          "Telnyx does not {} ({} {}). The caller is helped otherwise.",
          order.name(),
          code,
          reason);
    }
    return Optional.of(told);
  }

  private boolean tooLate(CallEvent because, Order order) {
    boolean late =
        HEARD.contains(order.name())
            && because.receivedAt().plus(TELNYX_REMEMBERS).isBefore(clock.instant());
    if (late) {
      LOG.warn("A command to {} comes too late to be heard, and is left out.", order.name());
    }
    return late;
  }

  private static Command command(CallEvent because, String control, Order order) {
    String what =
        String.join(
            "|", order.name(), order.step(), because.place().callId(), reason(because, order));
    UUID id = UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8));
    return new Command(control, order.name(), id, order.body());
  }

  private static String reason(CallEvent because, Order order) {
    return order.oncePerStep() ? order.step() : because.name();
  }
}
