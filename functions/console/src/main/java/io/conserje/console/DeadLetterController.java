package io.conserje.console;

import io.conserje.connectors.lambda.FunctionEnvironment;
import io.conserje.connectors.lambda.RawRequest;
import io.conserje.connectors.postgres.PostgresDeadLetters;
import io.conserje.connectors.sqs.SqsDeadLetters;
import io.conserje.connectors.sqs.SqsDeadLetters.Letter;
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
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was given up, of what came in and of what should have gone out, and what becomes of it. */
@Controller("/api/dead-letters")
final class DeadLetterController {

  /** Of a message that should have gone out. */
  private static final String OUTBOX = DeadLetterView.OUTBOX;

  private static final String NO_SUCH =
      "There is no such dead letter; GET /api/dead-letters lists them.";
  private static final String SOMEBODY = "staff";

  private final Houses houses;
  private final SqsDeadLetters queues;
  private final PostgresDeadLetters outbox;
  private final DeadLetters letters;
  private final LetterFates fates;
  private final FunctionEnvironment environment;
  private final ObjectMapper json;

  DeadLetterController(
      Houses houses,
      SqsDeadLetters queues,
      PostgresDeadLetters outbox,
      DeadLetters letters,
      LetterFates fates,
      FunctionEnvironment environment,
      ObjectMapper json) {
    this.json = json;
    this.houses = houses;
    this.queues = queues;
    this.outbox = outbox;
    this.letters = letters;
    this.fates = fates;
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
    if (queue != null && !queue.equals(OUTBOX) && LetterId.queue(queue).isEmpty()) {
      throw Refused.badRequest(
          "Give queue as one of "
              + Stream.concat(Queue.all().stream().map(Queue::shortName), Stream.of(OUTBOX))
                  .collect(Collectors.joining(", "))
              + ".");
    }
    return queue;
  }

  @Post(uri = "/{id}/replay", consumes = MediaType.ALL)
  Replayed replay(@PathVariable String id, HttpRequest<?> request) {
    By by = by(RawRequest.of(request));
    return LetterId.of(id)
        .flatMap(letter -> fates.replay(letter, staff(by)))
        .map(done -> new Replayed(id, done.venue(), true))
        .orElseThrow(() -> Refused.notFound(NO_SUCH));
  }

  @Post(uri = "/{id}/discard", consumes = MediaType.ALL)
  Discarded discard(@PathVariable String id, HttpRequest<?> request) {
    By by = by(RawRequest.of(request));
    String reason = Asked.optional("reason", by.reason);
    if (reason == null) {
      throw Refused.badRequest(
          "Send {\"reason\": \"the guest was telephoned\", \"by\": \"Marta\"}; the audit log keeps"
              + " the reason, so write nothing of the guest into it.");
    }
    return LetterId.of(id)
        .flatMap(letter -> fates.discard(letter, reason.strip(), staff(by)))
        .map(done -> new Discarded(id, done.venue(), true))
        .orElseThrow(() -> Refused.notFound(NO_SUCH));
  }

  private Staff staff(By by) {
    String who = Asked.optional("by", by.by);
    return new Staff(who == null ? SOMEBODY : who.strip(), now());
  }

  /** The body may be left out. */
  private By by(RawRequest request) {
    try {
      byte[] body = request.body();
      By by = body.length == 0 ? null : json.readValue(body, By.class);
      return by == null ? new By(null, null) : by;
    } catch (IOException | IllegalArgumentException unreadable) {
      throw Refused.badRequest("Send {\"by\": \"Marta\"}, who of the staff it is, or no body.");
    }
  }

  private Instant now() {
    return environment.clock().instant();
  }

  /**
   * @param by who of the staff; {@code staff} when left out
   * @param reason why it is discarded
   */
  @Serdeable
  record By(@Nullable String by, @Nullable String reason) {}

  @Serdeable
  record Replayed(String id, @Nullable String venue, boolean replayed) {}

  @Serdeable
  record Discarded(String id, @Nullable String venue, boolean discarded) {}

  @Serdeable
  record DeadLetterList(List<DeadLetterView> deadLetters) {}
}
