package io.conserje.console;

import io.conserje.connectors.postgres.PostgresDeadLetters.Home;
import io.conserje.connectors.postgres.PostgresDeadLetters.Unsent;
import io.conserje.connectors.sqs.SqsDeadLetters.Letter;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Optional;

/**
 * Something that was given up, with as much as is known of it.
 *
 * @param queue where it died: {@code inbound} …, or {@code outbox}
 * @param venue null where no house can be told
 * @param event the provider's id of what it is about
 * @param correlation finds it in the logs
 * @param at when it was written
 */
@Serdeable
record DeadLetterView(
    String id,
    String queue,
    @Nullable String venue,
    @Nullable String conversation,
    @Nullable String channel,
    @Nullable String provider,
    @Nullable String event,
    @Nullable String correlation,
    @Nullable String guest,
    @Nullable String text,
    String at,
    @Nullable Integer attempts,
    @Nullable String errorCode,
    @Nullable String error) {

  static final String OUTBOX = "outbox";

  static DeadLetterView of(Letter letter) {
    String queue = letter.queue().shortName();
    return new DeadLetterView(
        queue + "-" + letter.id(),
        queue,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        letter.at().toString(),
        letter.queue().attempts(),
        null,
        null);
  }

  static DeadLetterView of(Unsent message) {
    Home home = message.home();
    return new DeadLetterView(
        OUTBOX + "-" + message.id(),
        OUTBOX,
        home.venue().value(),
        home.conversation().toString(),
        home.channel(),
        message.provider(),
        null,
        home.conversation().toString(),
        message.guest(),
        message.text(),
        message.writtenAt().toString(),
        message.attempts(),
        message.errorCode(),
        message.error());
  }

  DeadLetterView of(Optional<Home> home) {
    return home.map(of -> placed(of.venue().value(), of.conversation().toString(), of.channel()))
        .orElse(this);
  }

  DeadLetterView placed(String venue, String conversation, String channel) {
    return new DeadLetterView(
        id,
        queue,
        venue,
        conversation,
        channel,
        provider,
        event,
        correlation,
        guest,
        text,
        at,
        attempts,
        errorCode,
        error);
  }

  DeadLetterView from(String provider, String event, String correlation) {
    return new DeadLetterView(
        id,
        queue,
        venue,
        conversation,
        channel,
        provider,
        event,
        correlation,
        guest,
        text,
        at,
        attempts,
        errorCode,
        error);
  }

  DeadLetterView saying(String guest, String text) {
    return new DeadLetterView(
        id,
        queue,
        venue,
        conversation,
        channel,
        provider,
        event,
        correlation,
        guest,
        text,
        at,
        attempts,
        errorCode,
        error);
  }

  DeadLetterView failedFor(String error) {
    return new DeadLetterView(
        id,
        queue,
        venue,
        conversation,
        channel,
        provider,
        event,
        correlation,
        guest,
        text,
        at,
        attempts,
        errorCode,
        error);
  }
}
