package io.conserje.console;

import io.conserje.connectors.postgres.views.CallView;
import io.conserje.connectors.postgres.views.CallViews;
import io.conserje.venue.Venue;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Telephone calls: who called, how it went, what was said and what it cost. */
@Controller("/api/calls")
final class CallController {

  private static final int MOST = 500;

  private final Houses houses;
  private final CallViews calls;
  private final HearCall recordings;

  CallController(Houses houses, CallViews calls, HearCall recordings) {
    this.houses = houses;
    this.calls = calls;
    this.recordings = recordings;
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
