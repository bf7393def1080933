package io.conserje.turns;

import io.conserje.connectors.lambda.FunctionEnvironment;
import io.conserje.connectors.postgres.PostgresCircuits;
import io.conserje.connectors.postgres.Sql;
import io.conserje.conversation.Wakeups;
import io.conserje.metrics.Metrics;
import io.conserje.outbound.BackOff;
import io.conserje.outbound.DeliverReplies;
import io.conserje.outbound.Outbox;
import io.conserje.outbound.Senders;
import io.conserje.outbound.SpokenReplies;
import io.conserje.venue.Venues;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.security.SecureRandom;

/** How what the house says is sent. */
@Factory
final class SendingWiring {

  private static final int SENDING_TRIES = 8;

  @Singleton
  DeliverReplies deliverReplies(
      Outbox outbox,
      Venues venues,
      Senders senders,
      Wakeups wakeups,
      Sql sql,
      Metrics metrics,
      SpokenReplies spoken,
      FunctionEnvironment environment) {
    return new DeliverReplies(
        outbox,
        venues,
        senders,
        wakeups,
        environment.clock(),
        new BackOff(SENDING_TRIES, new SecureRandom()),
        new PostgresCircuits(sql),
        metrics,
        spoken);
  }
}
