package io.conserje.voice.socket;

import io.conserje.call.HouseTalk;
import io.conserje.call.TakeCall;
import io.conserje.call.TakeCall.Taken;
import io.conserje.voice.call.CallPipeline.Crew;
import io.conserje.voice.call.LiveCalls;
import io.conserje.voice.socket.Door.Entry;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Who comes in by a token, whichever the door: the call that was announced, once. */
public final class Admission {

  private final TakeCall calls;
  private final Function<Taken, HouseTalk> houses;
  private final Crew crew;
  private final LiveCalls live;

  public Admission(TakeCall calls, Function<Taken, HouseTalk> houses, Crew crew, LiveCalls live) {
    this.calls = calls;
    this.houses = houses;
    this.crew = crew;
    this.live = live;
  }

  /** What hears and speaks in calls whose sound comes here. */
  public Crew crew() {
    return crew;
  }

  /** A call whose sound is carried here. */
  public Entry withSound(String provider, String token, Function<CallOnSocket, SocketLine> line) {
    return enter(provider, token, crew::isThere, line);
  }

  /** A call that another hears and speaks in: only words come and go. */
  public Entry withWords(String provider, String token, Function<CallOnSocket, SocketLine> line) {
    return enter(provider, token, () -> true, line);
  }

  private Entry enter(
      String provider,
      String token,
      BooleanSupplier served,
      Function<CallOnSocket, SocketLine> line) {
    if (!live.areTaken()) {
      return new Entry.Refused(503, "This host takes no new calls.");
    }
    if (!served.getAsBoolean()) {
      return new Entry.Refused(503, "Nobody can hear or speak here.");
    }
    return calls
        .take(provider, token)
        .<Entry>map(taken -> new Entry.Let(line.apply(call(taken))))
        .orElseGet(() -> new Entry.Refused(403, "This address is not good, or not any more."));
  }

  private CallOnSocket call(Taken taken) {
    return new CallOnSocket(
        taken.place().callId(), taken.known().language(), houses.apply(taken), live);
  }
}
