package io.conserje.turns;

import io.conserje.connectors.postgres.PostgresInboundEvents;
import io.conserje.connectors.postgres.PostgresInboundEvents.Event;
import io.conserje.conversation.Turn;
import io.conserje.venue.Channel;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the provider that brought a message that it is being answered. Nobody waits for it, and
 * nothing comes of its failing.
 */
final class ShowAttention implements Consumer<Turn> {

  private static final Logger LOG = LoggerFactory.getLogger(ShowAttention.class);

  private final PostgresInboundEvents events;
  private final Map<String, Sign> signs;

  /** How a provider is told. */
  interface Sign {
    void show(String houseAddress, String eventId);
  }

  /**
   * @param signs by provider; others are told nothing
   */
  ShowAttention(PostgresInboundEvents events, Map<String, Sign> signs) {
    this.events = events;
    this.signs = signs;
  }

  @Override
  public void accept(Turn turn) {
    if (turn.channel() != Channel.WHATSAPP) {
      return;
    }
    try {
      event(turn)
          .filter(event -> signs.containsKey(event.provider()))
          .ifPresent(event ->
              Thread.startVirtualThread(
                  () -> signs.get(event.provider()).show(event.houseAddress(), event.id())));
    } catch (RuntimeException e) {
      LOG.info("Nobody was told that turn {} began ({}).", turn.id(), e.getClass().getSimpleName());
    }
  }

  private Optional<Event> event(Turn turn) {
    return events.of(turn.venue(), turn.newest());
  }
}
