package io.conserje.call;

import io.conserje.venue.Venue;
import java.time.InstantSource;
import java.util.Optional;

/** Writes down what a provider says of a call. */
public final class RecordCall {

  private final CallHouses houses;
  private final Calls calls;
  private final InstantSource clock;

  public RecordCall(CallHouses houses, Calls calls, InstantSource clock) {
    this.houses = houses;
    this.calls = calls;
    this.clock = clock;
  }

  /** What became of it: the word for the log. */
  public String record(CallEvent event) {
    Optional<Venue> house = houses.of(event.place());
    if (house.isEmpty()) {
      calls.noVenue(event, clock.instant());
      return "no_venue";
    }
    return calls.record(event, house.get(), clock.instant()) ? "recorded" : "known";
  }
}
