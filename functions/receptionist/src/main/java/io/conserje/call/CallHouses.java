package io.conserje.call;

import io.conserje.venue.Channel;
import io.conserje.venue.Venue;
import io.conserje.venue.Venues;
import java.util.Optional;

/** Which house a call is for: the one it began with, else the one that was called. */
public final class CallHouses {

  private final Calls calls;
  private final Venues venues;

  public CallHouses(Calls calls, Venues venues) {
    this.calls = calls;
    this.venues = venues;
  }

  public Optional<Venue> of(CallPlace place) {
    return calls
        .houseOf(place.provider(), place.callId())
        .flatMap(venues::byId)
        .or(() -> called(place));
  }

  /** Whether this is a number of any house: it would be us who picks up. */
  boolean areAt(String number) {
    return venues.byAddress(Channel.VOICE, number).isPresent();
  }

  private Optional<Venue> called(CallPlace place) {
    return place.houseAddresses().stream()
        .flatMap(address -> venues.byAddress(Channel.VOICE, address).stream())
        .findFirst();
  }
}
