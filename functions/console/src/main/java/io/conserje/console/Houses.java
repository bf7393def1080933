package io.conserje.console;

import io.conserje.venue.Venue;
import io.conserje.venue.VenueId;
import io.conserje.venue.Venues;

/** The house a request is about. */
final class Houses {

  private final Venues venues;

  Houses(Venues venues) {
    this.venues = venues;
  }

  Venue named(String venue) {
    return venues
        .byId(new VenueId(Asked.required("venue", venue)))
        .orElseThrow(
            () -> Refused.notFound("There is no venue of that name; GET /api/venues lists them."));
  }
}
