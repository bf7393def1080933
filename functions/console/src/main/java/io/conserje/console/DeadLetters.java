package io.conserje.console;

import io.conserje.call.CallEvent;
import io.conserje.call.CallHouses;
import io.conserje.connectors.postgres.PostgresDeadLetters;
import io.conserje.connectors.postgres.PostgresDeadLetters.Home;
import io.conserje.connectors.sqs.QueueJson;
import io.conserje.connectors.sqs.SqsDeadLetters.Letter;
import io.conserje.inbound.DeliveryReport;
import io.conserje.inbound.InboundMessage;
import io.conserje.names.Queue;
import io.conserje.venue.Venue;
import io.conserje.venue.Venues;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;

/** What a letter that no function could work off is about. */
final class DeadLetters {

  private static final String FORGOTTEN =
      "Its guest has been erased since. Discard it; replayed it would only be counted.";

  private final QueueJson json;
  private final Venues venues;
  private final CallHouses calls;
  private final PostgresDeadLetters homes;

  DeadLetters(QueueJson json, Venues venues, CallHouses calls, PostgresDeadLetters homes) {
    this.json = json;
    this.venues = venues;
    this.calls = calls;
    this.homes = homes;
  }

  /** As much as can be read; a letter nobody can read is of no house. */
  DeadLetterView read(Letter letter) {
    DeadLetterView bare = DeadLetterView.of(letter);
    try {
      return read(letter, bare);
    } catch (UncheckedIOException | NullPointerException unreadable) {
      return bare.failedFor("It cannot be read.");
    }
  }

  private DeadLetterView read(Letter letter, DeadLetterView bare) {
    String body = letter.body();
    Queue queue = letter.queue();
    if (queue.equals(Queue.INBOUND)) {
      return message(bare, json.inboundMessage(body));
    }
    if (queue.equals(Queue.TURN_DUE)) {
      return bare.of(homes.ofConversation(json.turnDue(body).conversation()));
    }
    if (queue.equals(Queue.OUTBOX_DUE)) {
      return bare.of(homes.ofConversation(json.outboxDue(body).conversation()));
    }
    if (queue.equals(Queue.DELIVERY_STATUSES)) {
      return report(bare, json.deliveryReport(body));
    }
    return queue.equals(Queue.CALL_EVENTS) ? call(bare, json.callEvent(body)) : bare;
  }

  private DeadLetterView message(DeadLetterView bare, InboundMessage message) {
    Optional<Venue> venue = venues.byAddress(message.channel(), message.houseAddress());
    DeadLetterView placed =
        bare.placed(venue.map(DeadLetters::id).orElse(null), null, message.channel().code())
            .from(message.provider(), message.eventId(), message.correlation());
    boolean forgotten =
        venue
            .filter(of -> homes.isForgotten(of.id(), message.guestAddress(), message.receivedAt()))
            .isPresent();
    return forgotten
        ? placed.from(message.provider(), null, null).failedFor(FORGOTTEN)
        : placed.saying(message.guestAddress(), message.words());
  }

  private DeadLetterView report(DeadLetterView bare, DeliveryReport report) {
    Optional<Home> home =
        homes.ofReport(report.provider(), report.providerMessageId(), uuid(report.outboxId()));
    return bare.of(home).from(report.provider(), report.providerMessageId(), report.correlation());
  }

  private DeadLetterView call(DeadLetterView bare, CallEvent event) {
    String venue = calls.of(event.place()).map(DeadLetters::id).orElse(null);
    return bare.placed(venue, null, "voice")
        .from(event.place().provider(), event.place().callId(), event.correlation());
  }

  private static String id(Venue venue) {
    return venue.id().value();
  }

  /** Our id came back through the provider, so it is checked like anything from outside. */
  private static UUID uuid(String id) {
    try {
      return id == null ? null : UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
