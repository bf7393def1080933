package io.conserje.console;

import io.conserje.connectors.lambda.FunctionEnvironment;
import io.conserje.connectors.lambda.RawRequest;
import io.conserje.connectors.postgres.PostgresDeadLetters;
import io.conserje.connectors.postgres.PostgresDeadLetters.Home;
import io.conserje.connectors.sqs.SqsDeadLetters;
import io.conserje.connectors.sqs.SqsDeadLetters.Letter;
import io.conserje.conversation.Wakeups;
import io.conserje.guest.Staff;
import io.conserje.names.Queue;
import io.conserje.venue.VenueId;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was given up, of what came in and of what should have gone out, and its second chance. */
@Controller("/api/dead-letters")
final class DeadLetterController {

  /** Of a message that should have gone out. */
  private static final String OUTBOX = DeadLetterView.OUTBOX;

  private static final Pattern ID = Pattern.compile("([a-z-]+)-([0-9a-f-]{36})");
  private static final String NO_SUCH =
      "There is no such dead letter; GET /api/dead-letters lists them.";
  private static final String SOMEBODY = "staff";

  /** While somebody else looks, a letter is hidden for a moment. */
  private static final int LOOKS = 3;

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);

  private final Houses houses;
  private final SqsDeadLetters queues;
  private final PostgresDeadLetters outbox;
  private final DeadLetters letters;
  private final Wakeups wakeups;
  private final FunctionEnvironment environment;
  private final ObjectMapper json;

  DeadLetterController(
      Houses houses,
      SqsDeadLetters queues,
      PostgresDeadLetters outbox,
      DeadLetters letters,
      Wakeups wakeups,
      FunctionEnvironment environment,
      ObjectMapper json) {
    this.json = json;
    this.houses = houses;
    this.queues = queues;
    this.outbox = outbox;
    this.letters = letters;
    this.wakeups = wakeups;
    this.environment = environment;
  }

  /**
   * The oldest first.
   *
   * @param venue only what belongs to this house; absent for all, and for what belongs to none
   * @param queue only what died there, {@code inbound} …, or {@code outbox}; absent for all
   */
  @Get
  DeadLetterList all(@QueryValue @Nullable String venue, @QueryValue @Nullable String queue) {
    VenueId house = venue == null ? null : houses.named(venue).id();
    String where = known(Asked.optional("queue", queue));
    Stream<DeadLetterView> unsent =
        where == null || where.equals(OUTBOX)
            ? outbox.unsent(house, now()).stream().map(DeadLetterView::of)
            : Stream.empty();
    return new DeadLetterList(
        Stream.concat(onQueues(where), unsent)
            .filter(letter -> house == null || house.value().equals(letter.venue()))
            .sorted(Comparator.comparing(DeadLetterView::at).thenComparing(DeadLetterView::id))
            .toList());
  }

  /** All queues are asked at the same time: each has to be waited for until it is empty. */
  private Stream<DeadLetterView> onQueues(String where) {
    List<CompletableFuture<List<Letter>>> asked =
        Queue.all().stream()
            .filter(queue -> where == null || where.equals(queue.shortName()))
            .map(queue ->
                CompletableFuture.supplyAsync(() -> queues.of(queue), Thread::startVirtualThread))
            .toList();
    return asked.stream().flatMap(found -> found.join().stream()).map(letters::read);
  }

  private static String known(String queue) {
    if (queue != null && !queue.equals(OUTBOX) && queue(queue).isEmpty()) {
      throw Refused.badRequest(
          "Give queue as one of "
              + Stream.concat(Queue.all().stream().map(Queue::shortName), Stream.of(OUTBOX))
                  .collect(Collectors.joining(", "))
              + ".");
    }
    return queue;
  }

  private static Optional<Queue> queue(String shortName) {
    return Queue.all().stream().filter(queue -> queue.shortName().equals(shortName)).findFirst();
  }

  /** Once, however often it is asked; what dies again is a new letter, or dead again. */
  @Post(uri = "/{id}/replay", consumes = MediaType.ALL)
  Replayed replay(@PathVariable String id, HttpRequest<?> request) {
    Matcher parts = ID.matcher(id);
    if (!parts.matches()) {
      throw noSuch();
    }
    Staff staff = new Staff(by(RawRequest.of(request)), now());
    String place = parts.group(1);
    Optional<Replayed> replayed =
        place.equals(OUTBOX)
            ? sendAgain(id, Asked.id(parts.group(2), NO_SUCH), staff)
            : queue(place).flatMap(queue -> putBack(queue, id, parts.group(2), staff));
    return replayed.or(() -> before(id)).orElseThrow(DeadLetterController::noSuch);
  }

  /** One call is enough: the body may be left out. */
  private String by(RawRequest request) {
    try {
      byte[] body = request.body();
      By by = body.length == 0 ? null : json.readValue(body, By.class);
      String who = by == null ? null : Asked.optional("by", by.by);
      return who == null ? SOMEBODY : who.strip();
    } catch (IOException | IllegalArgumentException unreadable) {
      throw Refused.badRequest("Send {\"by\": \"Marta\"}, who of the staff it is, or no body.");
    }
  }

  private Optional<Replayed> sendAgain(String id, UUID message, Staff staff) {
    Optional<Home> home = outbox.sendAgain(message, id, staff);
    home.ifPresent(of -> wakeups.outboxDue(of.conversation(), Duration.ZERO, null));
    return home.map(of -> new Replayed(id, of.venue().value(), true));
  }

  private Optional<Replayed> putBack(Queue queue, String id, String message, Staff staff) {
    for (int look = 1; ; look++) {
      Optional<Letter> letter = queues.replay(queue, message, found -> note(found, id, staff));
      if (letter.isPresent() || look == LOOKS || outbox.wasReplayed(id).isPresent()) {
        return letter.map(letters::read).map(found -> new Replayed(id, found.venue(), true));
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
  }

  /** Written down once it is back: whoever dies before that finds the letter where it was. */
  private void note(Letter letter, String id, Staff staff) {
    String venue = letters.read(letter).venue();
    if (venue != null) {
      outbox.replayed(new VenueId(venue), id, staff);
    }
  }

  private Optional<Replayed> before(String id) {
    return outbox.wasReplayed(id).map(venue -> new Replayed(id, venue.value(), true));
  }

  private static Refused noSuch() {
    return Refused.notFound(NO_SUCH);
  }

  private Instant now() {
    return environment.clock().instant();
  }

  /**
   * @param by who of the staff; {@code staff} when left out
   */
  @Serdeable
  record By(@Nullable String by) {}

  @Serdeable
  record Replayed(String id, @Nullable String venue, boolean replayed) {}

  @Serdeable
  record DeadLetterList(List<DeadLetterView> deadLetters) {}
}
