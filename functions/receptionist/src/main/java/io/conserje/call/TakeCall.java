package io.conserje.call;

import io.conserje.call.Calls.Known;
import io.conserje.call.CarriedCall.Before;
import io.conserje.venue.Venue;
import io.conserje.venue.VenueId;
import io.conserje.venue.Venues;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Lets a call into the host of its sound: the one that was announced, once for each token, and
 * nobody else.
 */
public final class TakeCall {

  private final Calls calls;
  private final CarriedCall carried;
  private final Venues venues;
  private final Supplier<String> key;
  private final InstantSource clock;

  /**
   * @param key signs the tokens
   */
  public TakeCall(Calls calls, Venues venues, Supplier<String> key, InstantSource clock) {
    this.calls = calls;
    this.carried = new CarriedCall(calls);
    this.venues = venues;
    this.key = key;
    this.clock = clock;
  }

  /**
   * The call, and whose it is.
   *
   * @param lasted since when it is talked in; nothing where it begins here
   */
  public record Taken(CallPlace place, Venue venue, Known known, Before before, Duration lasted) {

    /** Whether its sound was carried before. */
    public boolean again() {
      return before != Before.NOTHING;
    }
  }

  /** Empty for a token that is not ours, is over, or was used before. */
  public Optional<Taken> take(String provider, String token) {
    Instant now = clock.instant();
    return StreamToken.read(token, key.get(), now)
        .filter(read -> isAnnounced(provider, read))
        .flatMap(read -> take(provider, read, now));
  }

  private boolean isAnnounced(String provider, StreamToken token) {
    return calls
        .houseOf(provider, token.callId())
        .map(VenueId::value)
        .filter(token.venue()::equals)
        .isPresent();
  }

  private Optional<Taken> take(String provider, StreamToken token, Instant now) {
    CallPlace place = new CallPlace(provider, token.callId(), "", List.of(), "", "inbound");
    CallEvent begun =
        CallEvent.of(place, "stream:" + token.nonce(), "stream-begun", now, now, token.callId())
            .with(CallState.IN_PROGRESS, "");
    return venues
        .byId(new VenueId(token.venue()))
        .filter(venue -> calls.record(begun, venue, now))
        .map(venue -> taken(place, venue, now));
  }

  private Taken taken(CallPlace place, Venue venue, Instant now) {
    Known known = calls.open(place, venue, CallState.IN_PROGRESS, now);
    Before before = carried.carried(place, venue, now);
    Duration lasted =
        before == Before.NOTHING
            ? Duration.ZERO
            : Duration.between(calls.began(venue, known.call()), now);
    return new Taken(place, venue, known, before, lasted);
  }
}
