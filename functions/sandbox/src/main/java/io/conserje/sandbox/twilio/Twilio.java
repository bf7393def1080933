package io.conserje.sandbox.twilio;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.conserje.sandbox.Activity;
import io.conserje.sandbox.SandboxSettings;
import io.conserje.sandbox.providers.Faults;
import io.conserje.sandbox.providers.RequestLog;
import java.time.InstantSource;

/** The simulated Twilio with all its parts. */
public final class Twilio implements AutoCloseable {

  private final TwilioMessages messages = new TwilioMessages();
  private final OptOutList optOuts = new OptOutList();
  private final ReceivedMedia media = new ReceivedMedia();
  private final TwilioWebhooks webhooks;
  private final HttpHandler api;
  private final GuestPhones guests;
  private final GuestCalls calls;
  private final LiveLeg.All legs = new LiveLeg.All();
  private final CalledPhones phones;

  public Twilio(
      SandboxSettings settings,
      InstantSource clock,
      RequestLog requests,
      Faults faults,
      Activity activity) {
    webhooks = new TwilioWebhooks(settings, requests, faults, activity);
    calls = new GuestCalls(settings, clock, webhooks);
    phones = new CalledPhones(settings, clock, webhooks, activity, legs);
    DeliveryReports reports = new DeliveryReports(messages, webhooks, faults, clock, activity);
    SimulatedTwilio asked =
        new SimulatedTwilio(
            settings,
            clock,
            requests,
            faults,
            activity,
            messages,
            webhooks,
            reports,
            optOuts,
            new SimulatedCalls(phones, calls, legs));
    SimulatedMedia fetched = new SimulatedMedia(settings, requests, faults, activity, media);
    api = exchange -> (isMedia(exchange) ? fetched : asked).handle(exchange);
    guests = new GuestPhones(settings, clock, messages, webhooks, optOuts, media);
  }

  /** Its API, and where it keeps what guests sent. */
  public HttpHandler api() {
    return api;
  }

  public static boolean serves(String path) {
    return path.startsWith("/2010-04-01/") || ReceivedMedia.isSigned(path);
  }

  private static boolean isMedia(HttpExchange exchange) {
    String path = exchange.getRequestURI().getPath();
    return ReceivedMedia.isSigned(path) || path.contains("/Media/ME");
  }

  public GuestPhones guests() {
    return guests;
  }

  public GuestCalls calls() {
    return calls;
  }

  /** Telephones that the house calls. */
  public CalledPhones phones() {
    return phones;
  }

  public TwilioMessages messages() {
    return messages;
  }

  /** Forgets every message and every STOP. */
  public void clear() {
    messages.clear();
    optOuts.clear();
    media.clear();
    phones.clear();
    calls.clear();
  }

  @Override
  public void close() {
    webhooks.close();
  }
}
