package io.conserje.console;

import io.conserje.connectors.lambda.FunctionEnvironment;
import io.conserje.connectors.lambda.Problem;
import io.conserje.connectors.postgres.PostgresRecordings;
import io.conserje.connectors.postgres.PostgresRecordings.State;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.serde.annotation.Serdeable;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/** Stops the recording of a call while something is said that must not be kept. */
@Controller("/api/calls")
final class PauseController {

  private static final String NONE = "This call is not recorded; only one that is can be paused.";

  private final PostgresRecordings recordings;
  private final InstantSource clock;

  PauseController(PostgresRecordings recordings, FunctionEnvironment environment) {
    this.recordings = recordings;
    this.clock = environment.clock();
  }

  @Post("/{id}/recording/pause")
  HttpResponse<?> pause(@PathVariable String id) {
    return answer(recordings.pause(Asked.id(id, NONE), clock.instant()));
  }

  @Post("/{id}/recording/resume")
  HttpResponse<?> resume(@PathVariable String id) {
    Optional<State> state = recordings.resume(Asked.id(id, NONE), clock.instant());
    return state.filter(State.REFUSED::equals).isPresent()
        ? Problem.of(HttpStatus.CONFLICT, "The guest does not want to be recorded.")
        : answer(state);
  }

  private static HttpResponse<?> answer(Optional<State> state) {
    return HttpResponse.ok(
        state
            .map(known -> new Paused(known.name().toLowerCase(Locale.ROOT)))
            .orElseThrow(() -> Refused.notFound(NONE)));
  }

  /**
   * @param recording {@code recording}, {@code paused} or {@code refused}
   */
  @Serdeable
  record Paused(String recording) {}
}
