package io.conserje.call;

import io.conserje.call.SoundHost.Sound;
import io.conserje.venue.Venue;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Announces a call that a browser will bring: whoever has the house's key hears by a microphone how
 * the house answers the telephone.
 */
public final class BeginBrowserCall {

  public static final String PROVIDER = "browser";

  /** Before the token. */
  private static final String PATH = "/voice/browser/stream/";

  private final Calls calls;
  private final SoundHost host;
  private final InstantSource clock;

  public BeginBrowserCall(Calls calls, SoundHost host, InstantSource clock) {
    this.calls = calls;
    this.host = host;
    this.clock = clock;
  }

  /**
   * @param address of a WebSocket, good for this call, once
   */
  public record Begun(UUID call, String address) {}

  /**
   * Empty while there is no host of the sound.
   *
   * @param id another one for each call
   */
  public Optional<Begun> begin(Venue venue, String id) {
    CallPlace place = new CallPlace(PROVIDER, id, "", List.of(), "", "web");
    Optional<Sound> sound = host.of(place, venue, venue.language(), PATH);
    return sound.map(to ->
        new Begun(
            calls.open(place, venue, CallState.RINGING, clock.instant()).call(), to.address()));
  }
}
