package io.conserje.console;

import io.conserje.connectors.postgres.views.ConversationView;
import io.conserje.connectors.postgres.views.ConversationViews;
import io.conserje.connectors.postgres.views.EventView;
import io.conserje.connectors.postgres.views.EventViews;
import io.conserje.connectors.postgres.views.TranscriptView;
import io.conserje.connectors.postgres.views.VenueView;
import io.conserje.connectors.postgres.views.VenueViews;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import java.time.ZoneId;
import java.util.List;

/** What happened in the houses. */
@Controller("/api")
final class ApiController {

  private static final int PAGE = 50;
  private static final int LARGEST_PAGE = 200;

  private final VenueViews venues;
  private final ConversationViews conversations;
  private final EventViews events;

  ApiController(VenueViews venues, ConversationViews conversations, EventViews events) {
    this.venues = venues;
    this.conversations = conversations;
    this.events = events;
  }

  @Get("/venues")
  Venues venues() {
    return new Venues(venues.all());
  }

  @Get("/conversations")
  Conversations conversations(
      @QueryValue @Nullable String venue,
      @QueryValue @Nullable String address,
      @QueryValue @Nullable String limit,
      @QueryValue @Nullable String before) {
    String house = Asked.required("venue", venue);
    int page = Asked.limit(limit, PAGE, LARGEST_PAGE);
    String guest = Asked.address(address);
    ConversationViews.Place place = Asked.place(before);
    zone(house);
    return Conversations.page(conversations.of(house, guest, place, page + 1), page);
  }

  @Get("/conversations/{id}")
  TranscriptView conversation(@PathVariable String id) {
    return conversations
        .transcript(Asked.id(id))
        .orElseThrow(() ->
            Refused.notFound(
                "There is no such conversation; GET /api/conversations?venue= lists them."));
  }

  @Get("/events")
  Events events(@QueryValue @Nullable String provider, @QueryValue @Nullable String id) {
    return new Events(events.find(Asked.required("provider", provider), Asked.required("id", id)));
  }

  private ZoneId zone(String venue) {
    return venues
        .zone(venue)
        .orElseThrow(
            () -> Refused.notFound("There is no venue of that name; GET /api/venues lists them."));
  }

  @Serdeable
  record Venues(List<VenueView> venues) {}

  /**
   * @param next to be given as {@code before} for the page after this one; null on the last
   */
  @Serdeable
  record Conversations(List<ConversationView> conversations, String next) {

    static Conversations page(List<ConversationView> found, int size) {
      if (found.size() <= size) {
        return new Conversations(found, null);
      }
      ConversationView last = found.get(size - 1);
      return new Conversations(found.subList(0, size), last.lastAt() + "_" + last.id());
    }
  }

  @Serdeable
  record Events(List<EventView> events) {}
}
