package io.conserje.sandbox.twilio;

import io.conserje.sandbox.Activity;
import io.conserje.sandbox.SandboxSettings;
import io.conserje.sandbox.providers.Faults;
import io.conserje.sandbox.providers.RequestLog;
import java.time.InstantSource;

/** The simulated Twilio with all its parts. */
public final class Twilio implements AutoCloseable {

  private final TwilioMessages messages = new TwilioMessages();
  private final OptOutList optOuts = new OptOutList();
  private final TwilioWebhooks webhooks;
  private final SimulatedTwilio api;
  private final GuestPhones guests;
  private final GuestCalls calls;

  public Twilio(
      SandboxSettings settings,
      InstantSource clock,
      RequestLog requests,
      Faults faults,
      Activity activity) {
    webhooks = new TwilioWebhooks(settings, requests, faults, activity);
    DeliveryReports reports = new DeliveryReports(messages, webhooks, faults, clock, activity);
    api =
        new SimulatedTwilio(
            settings, clock, requests, faults, activity, messages, reports, optOuts);
    guests = new GuestPhones(settings, clock, messages, webhooks, optOuts);
    calls = new GuestCalls(settings, clock, webhooks);
  }

  public SimulatedTwilio api() {
    return api;
  }

  public GuestPhones guests() {
    return guests;
  }

  public GuestCalls calls() {
    return calls;
  }

  public TwilioMessages messages() {
    return messages;
  }

  /** Forgets every message and every STOP. */
  public void clear() {
    messages.clear();
    optOuts.clear();
  }

  @Override
  public void close() {
    webhooks.close();
  }
}
