package io.conserje.console;

import io.conserje.call.out.OrderCall;
import io.conserje.call.out.OrderCall.Answer;
import io.conserje.call.out.OrderCall.Reason;
import io.conserje.call.out.OrderCall.Wish;
import io.conserje.call.out.OutgoingCall;
import io.conserje.connectors.lambda.FunctionEnvironment;
import io.conserje.connectors.postgres.views.CallView;
import io.conserje.connectors.postgres.views.CallViews;
import io.conserje.handoff.PersonRequests;
import io.conserje.venue.Venue;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Telephone calls: who called, how it went, what was said and what it cost. */
@Controller("/api/calls")
final class CallController {

  private static final int MOST = 500;
  private static final String KEY = "Idempotency-Key";

  private final Houses houses;
  private final CallViews calls;
  private final HearCall recordings;
  private final OrderCall order;
  private final PersonRequests requests;
  private final FunctionEnvironment environment;

  CallController(
      Houses houses,
      CallViews calls,
      HearCall recordings,
      OrderCall order,
      PersonRequests requests,
      FunctionEnvironment environment) {
    this.houses = houses;
    this.calls = calls;
    this.recordings = recordings;
    this.order = order;
    this.requests = requests;
    this.environment = environment;
  }

  /** The house calls a guest: written down, and rung a moment later. */
  @Post
  HttpResponse<?> call(@Body NewCall wished, @Header(KEY) @Nullable String key) {
    Venue house = houses.named(wished.venue());
    Wish wish = wished.wish(id -> guestOf(house, id));
    return switch (order.order(house, wish, Asked.key(key), environment.clock().instant())) {
      case Answer.Done(OutgoingCall call, boolean _) ->
          HttpResponse.created(calls.one(call.id()).orElseThrow());
      case Answer.Refused(Reason reason) -> NoCall.answer(reason, house);
    };
  }

  private String guestOf(Venue house, UUID request) {
    return requests.waiting(house.id()).stream()
        .filter(waiting -> waiting.id().equals(request))
        .map(waiting -> waiting.request().guest().phone())
        .findFirst()
        .orElseThrow(() ->
            Refused.notFound("There is no such request that waits; GET /api/requests lists them."));
  }

  @Get
  Calls day(@QueryValue @Nullable String venue, @QueryValue @Nullable String date) {
    Venue house = houses.named(venue);
    LocalDate day = Asked.day("date", date);
    Instant from = day.atStartOfDay(house.zone()).toInstant();
    Instant until = day.plusDays(1).atStartOfDay(house.zone()).toInstant();
    return new Calls(calls.of(house.id().value(), from, until, MOST));
  }

  @Get("/{id}")
  CallView one(@PathVariable String id) {
    String none = "There is no such call; GET /api/calls?venue=&date= lists them.";
    return calls.one(Asked.id(id, none)).orElseThrow(() -> Refused.notFound(none));
  }

  @Get("/{id}/recording")
  HttpResponse<?> recording(@PathVariable String id) {
    return recordings.hear(Asked.id(id, HearCall.NOTHING));
  }

  /** The newest first. */
  @Serdeable
  record Calls(List<CallView> calls) {}
}
