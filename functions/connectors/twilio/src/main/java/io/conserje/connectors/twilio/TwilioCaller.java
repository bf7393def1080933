package io.conserje.connectors.twilio;

import com.twilio.exception.ApiConnectionException;
import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.CallCreator;
import com.twilio.type.PhoneNumber;
import io.conserje.call.out.CallCarrier;
import io.conserje.call.out.OutgoingCall;
import io.conserje.connectors.http.FreshConnections;
import io.conserje.connectors.http.Timeouts;
import io.conserje.outbound.ProviderSilent;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

/**
 * Makes calls over Twilio, and tells it what to do with one that is live. Each carries our own id
 * in the addresses that Twilio asks, so that a call whose answer was lost is known by its first
 * callback.
 *
 * @see <a href="https://www.twilio.com/docs/voice/api/call-resource">Twilio: call resource</a>
 */
public final class TwilioCaller implements CallCarrier {

  private static final String PROVIDER = "twilio";
  private static final int RING_SECONDS = 30;

  /** Twilio's dates have no fractions, and its clock is not ours. */
  private static final Duration CLOCKS = Duration.ofSeconds(5);

  private static final int NEWEST = 50;
  private static final int NOT_FOUND = 20404;
  private static final int NOT_IN_PROGRESS = 21220;

  private final Supplier<TwilioAccount> account;
  private final Timeouts timeouts;
  private final FreshConnections connections;

  public TwilioCaller(Supplier<TwilioAccount> account, InstantSource clock) {
    this(account, clock, Timeouts.USUAL);
  }

  TwilioCaller(Supplier<TwilioAccount> account, InstantSource clock, Timeouts timeouts) {
    this.account = account;
    this.timeouts = timeouts;
    this.connections = new FreshConnections(timeouts, clock);
  }

  @Override
  public String provider() {
    return PROVIDER;
  }

  @Override
  public Dialled dial(OutgoingCall call) {
    TwilioAccount now = account.get();
    Exchange exchange = exchange(now);
    try {
      String sid = creator(call, now).create(client(now, exchange)).getSid();
      return sid == null
          ? new Dialled.Later("Twilio gave no id", true)
          : new Dialled.Rings(sid, sid);
    } catch (ApiConnectionException e) {
      return new Dialled.Later("Twilio: " + e.getMessage(), true);
    } catch (ApiException e) {
      return Outcome.ofCall(exchange, e);
    }
  }

  /** Whoever is called is connected at once; what has picked up is told when it is known. */
  private static CallCreator creator(OutgoingCall call, TwilioAccount account) {
    String base = account.publicBaseUrl() + "/voice/twilio";
    String status = base + "/status?call=" + call.id();
    return Call.creator(
            new PhoneNumber(call.to()),
            new PhoneNumber(call.from()),
            URI.create(base + "?call=" + call.id()))
        .setStatusCallback(URI.create(status))
        .setStatusCallbackEvent(List.of("initiated", "ringing", "answered", "completed"))
        .setTimeout(RING_SECONDS)
        .setMachineDetection("DetectMessageEnd")
        .setAsyncAmd("true")
        .setAsyncAmdStatusCallback(URI.create(status));
  }

  /**
   * Of several to this number the oldest since the first try that is no other call of ours. A call
   * that waits has no start yet, so the list is not narrowed by it.
   */
  @Override
  public Optional<Dialled.Rings> earlier(OutgoingCall call, Predicate<String> anothers) {
    TwilioAccount now = account.get();
    Exchange exchange = exchange(now);
    Instant since = call.firstTriedAt().minus(CLOCKS);
    try {
      return StreamSupport.stream(listed(call, client(now, exchange)).spliterator(), false)
          .filter(one -> one.getDirection() == null || one.getDirection().startsWith("outbound"))
          .filter(one -> !anothers.test(one.getSid()))
          .filter(one ->
              one.getDateCreated() != null && !one.getDateCreated().toInstant().isBefore(since))
          .min(Comparator.comparing(Call::getDateCreated))
          .map(one -> new Dialled.Rings(one.getSid(), one.getSid()));
    } catch (RuntimeException e) {
      // The SDK meets an answer of another shape with whatever it stumbles over.
      throw new ProviderSilent("Twilio", e.getClass().getSimpleName(), e);
    }
  }

  private static Iterable<Call> listed(OutgoingCall call, TwilioRestClient client) {
    return Call.reader().setTo(call.to()).setFrom(call.from()).limit(NEWEST).read(client);
  }

  /**
   * From now on Twilio does this with the call.
   *
   * @return false where it is over
   * @throws NotTold where Twilio cannot be told now
   */
  public boolean redirect(String sid, Twiml twiml) {
    return told(client ->
        Call.updater(sid).setTwiml(new com.twilio.type.Twiml(twiml.xml())).update(client));
  }

  /**
   * Ends it, also where it still rings.
   *
   * @return false where it is over
   * @throws NotTold where Twilio cannot be told now
   */
  public boolean hangUp(String sid) {
    return told(client -> Call.updater(sid).setStatus(Call.UpdateStatus.COMPLETED).update(client));
  }

  private interface Telling {
    Call by(TwilioRestClient client);
  }

  private boolean told(Telling telling) {
    TwilioAccount now = account.get();
    try {
      telling.by(client(now, exchange(now)));
      return true;
    } catch (ApiConnectionException e) {
      throw new NotTold(e.getMessage());
    } catch (ApiException e) {
      int code = e.getCode() == null ? 0 : e.getCode();
      boolean gone = e.getStatusCode() != null && e.getStatusCode() == 404;
      if (gone || code == NOT_FOUND || code == NOT_IN_PROGRESS) {
        return false;
      }
      throw new NotTold("status " + e.getStatusCode() + ", code " + code);
    }
  }

  /** Twilio cannot be told now; whoever has the command brings it again. */
  public static final class NotTold extends RuntimeException {

    private static final long serialVersionUID = 1;

    NotTold(String reason) {
      super("Twilio was not told what to do with a call (" + reason + "). Tried again.");
    }
  }

  private Exchange exchange(TwilioAccount now) {
    return new Exchange(connections.client(), now, timeouts.request());
  }

  private static TwilioRestClient client(TwilioAccount now, Exchange exchange) {
    return new TwilioRestClient.Builder(now.accountSid(), now.sendingToken())
        .httpClient(exchange)
        .build();
  }
}
