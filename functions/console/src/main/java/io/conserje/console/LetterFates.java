package io.conserje.console;

import io.conserje.connectors.postgres.PostgresDeadLetters;
import io.conserje.connectors.postgres.PostgresDeadLetters.Home;
import io.conserje.connectors.sqs.SqsDeadLetters;
import io.conserje.connectors.sqs.SqsDeadLetters.Letter;
import io.conserje.conversation.Wakeups;
import io.conserje.guest.Staff;
import io.conserje.venue.VenueId;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of a dead letter: a second chance, or none. */
final class LetterFates {

  private static final Logger LOG = LoggerFactory.getLogger(LetterFates.class);

  /** While somebody else looks, a letter is hidden for a moment. */
  private static final int LOOKS = 3;

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);

  private final SqsDeadLetters queues;
  private final PostgresDeadLetters outbox;
  private final DeadLetters letters;
  private final Wakeups wakeups;

  LetterFates(
      SqsDeadLetters queues, PostgresDeadLetters outbox, DeadLetters letters, Wakeups wakeups) {
    this.queues = queues;
    this.outbox = outbox;
    this.letters = letters;
    this.wakeups = wakeups;
  }

  /**
   * @param venue null for a letter of no house
   */
  record Done(String venue) {
    private static Done at(VenueId venue) {
      return new Done(venue.value());
    }
  }

  /** Once, however often it is asked; what dies again is a new letter, or dead again. */
  Optional<Done> replay(LetterId id, Staff staff) {
    return id.queue() == null
        ? sendAgain(id, staff)
        : onQueue(
            id,
            note -> queues.replay(id.queue(), id.message().toString(), note),
            venue -> outbox.replayed(venue, id.text(), staff),
            "replayed by " + staff.who(),
            () -> outbox.wasReplayed(id.text()));
  }

  /**
   * Once, however often it is asked.
   *
   * @param reason for the audit log
   */
  Optional<Done> discard(LetterId id, String reason, Staff staff) {
    if (id.queue() == null) {
      return outbox
          .discard(id.message(), id.text(), reason, staff)
          .map(Home::venue)
          .or(() -> outbox.wasDiscarded(id.text()))
          .map(Done::at);
    }
    return onQueue(
        id,
        note -> queues.discard(id.queue(), id.message().toString(), note),
        venue -> outbox.discarded(venue, id.text(), reason, staff),
        "discarded by " + staff.who(),
        () -> outbox.wasDiscarded(id.text()));
  }

  private Optional<Done> sendAgain(LetterId id, Staff staff) {
    Optional<Home> home = outbox.sendAgain(id.message(), id.text(), staff);
    home.ifPresent(of -> wakeups.outboxDue(of.conversation(), Duration.ZERO, null));
    return home.map(Home::venue).or(() -> outbox.wasReplayed(id.text())).map(Done::at);
  }

  /** Written down before it is gone: whoever dies before that finds the letter where it was. */
  private Optional<Done> onQueue(
      LetterId id,
      Function<Consumer<Letter>, Optional<Letter>> act,
      Consumer<VenueId> note,
      String what,
      Supplier<Optional<VenueId>> before) {
    for (int look = 1; ; look++) {
      Optional<Letter> letter = act.apply(found -> noted(found, id, note, what));
      if (letter.isPresent()) {
        return letter.map(found -> new Done(letters.read(found).venue()));
      }
      Optional<VenueId> done = before.get();
      if (done.isPresent() || look == LOOKS) {
        return done.map(Done::at);
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
  }

  /** The audit log is a house's; what is of none stands in this one. */
  private void noted(Letter letter, LetterId id, Consumer<VenueId> note, String what) {
    String venue = letters.read(letter).venue();
    if (venue == null) {
      LOG.info("The letter {}, which is of no house, is {}.", id.text(), what);
    } else {
      note.accept(new VenueId(venue));
    }
  }
}
