package io.conserje.turns.voice;

import io.conserje.call.CallEvent;
import io.conserje.call.CallHouses;
import io.conserje.call.CallPlace;
import io.conserje.call.Calls;
import io.conserje.call.CarriedCall;
import io.conserje.connectors.twilio.Twiml;
import io.conserje.venue.Venue;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to a call over Twilio whose stream has failed while the guest is on the line. Twilio comes
 * back by itself to ask what is next; where it has not after a moment, it is told to.
 */
public final class BringBack implements Consumer<CallEvent> {

  private static final Logger LOG = LoggerFactory.getLogger(BringBack.class);

  private static final String FAILED = "stream-stream-error";
  private static final Duration BY_ITSELF = Duration.ofSeconds(2);

  private final CallHouses houses;
  private final CarriedCall carried;
  private final BiConsumer<String, Twiml> redirect;
  private final Supplier<String> base;
  private final Consumer<Duration> pause;

  /**
   * @param redirect tells Twilio what to do with a live call; one that is over needs nothing
   * @param base where Twilio reaches us
   * @param pause waits
   */
  public BringBack(
      CallHouses houses,
      Calls calls,
      BiConsumer<String, Twiml> redirect,
      Supplier<String> base,
      Consumer<Duration> pause) {
    this.houses = houses;
    this.carried = new CarriedCall(calls);
    this.redirect = redirect;
    this.base = base;
    this.pause = pause;
  }

  @Override
  public void accept(CallEvent event) {
    if (event.signal().equals(FAILED) && event.memo().startsWith(CarriedCall.MEMO)) {
      String attempt = event.memo().substring(CarriedCall.MEMO.length());
      houses.of(event.place()).ifPresent(venue -> see(event.place(), venue, attempt));
    }
  }

  private void see(CallPlace place, Venue venue, String attempt) {
    if (carried.isTaken(place, venue, attempt)) {
      return;
    }
    pause.accept(BY_ITSELF);
    if (!carried.isTaken(place, venue, attempt)) {
      LOG.warn("The stream of a call has failed and Twilio does not come back: it is told to.");
      redirect.accept(place.callId(), new CallTwiml(base).comeBack(attempt));
    }
  }
}
