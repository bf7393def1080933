package io.conserje.console;

import io.conserje.call.BeginBrowserCall;
import io.conserje.call.BeginBrowserCall.Begun;
import io.conserje.connectors.lambda.Problem;
import io.conserje.venue.Venue;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/** A call that is brought by the microphone of a browser: how the house answers the telephone. */
@Controller("/api/calls/browser")
final class BrowserCallController {

  private final Houses houses;
  private final BeginBrowserCall calls;

  BrowserCallController(Houses houses, BeginBrowserCall calls) {
    this.houses = houses;
    this.calls = calls;
  }

  @Post
  HttpResponse<?> begin(@Body Wish wish) {
    Venue house = houses.named(wish.venue());
    return calls
        .begin(house, UUID.randomUUID().toString())
        .<HttpResponse<?>>map(begun -> HttpResponse.created(Address.of(begun)))
        .orElseGet(() ->
            Problem.of(
                HttpStatus.CONFLICT,
                "No host carries the sound of calls here: PUBLIC_VOICE_URL is not set."));
  }

  @Serdeable
  record Wish(@Nullable String venue) {}

  /**
   * @param address of a WebSocket, for two minutes and one connection
   */
  @Serdeable
  record Address(UUID call, String address) {

    static Address of(Begun begun) {
      return new Address(begun.call(), begun.address());
    }
  }
}
