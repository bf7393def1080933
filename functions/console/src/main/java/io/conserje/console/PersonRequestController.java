package io.conserje.console;

import io.conserje.connectors.lambda.FunctionEnvironment;
import io.conserje.connectors.postgres.views.PersonRequestViews;
import io.conserje.connectors.postgres.views.PersonRequestViews.PersonRequestView;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;

/** What guests wish for that a person has to see to. */
@Controller("/api/requests")
final class PersonRequestController {

  private static final String NO_SUCH =
      "There is no such request that waits; GET /api/requests lists them.";

  private final Houses houses;
  private final PersonRequestViews requests;
  private final FunctionEnvironment environment;

  PersonRequestController(
      Houses houses, PersonRequestViews requests, FunctionEnvironment environment) {
    this.houses = houses;
    this.requests = requests;
    this.environment = environment;
  }

  @Get
  Requests of(@QueryValue @Nullable String venue) {
    return new Requests(requests.of(houses.named(venue).id()));
  }

  @Post("/{id}/done")
  HttpResponse<?> done(@PathVariable String id, @Body Named asked) {
    var house = houses.named(asked.venue);
    String by = Asked.optional("by", asked.by);
    Instant now = environment.clock().instant();
    if (!requests.done(house.id(), Asked.id(id, NO_SUCH), by == null ? "staff" : by, now)) {
      throw Refused.notFound(NO_SUCH);
    }
    return HttpResponse.noContent();
  }

  @Serdeable
  record Requests(List<PersonRequestView> requests) {}

  @Serdeable
  record Named(@Nullable String venue, @Nullable String by) {}
}
