package io.conserje.sandbox.telnyx;

import io.conserje.sandbox.Activity;
import io.conserje.sandbox.SandboxSettings;
import io.conserje.sandbox.providers.Faults;
import io.conserje.sandbox.providers.RequestLog;
import java.time.InstantSource;
import java.util.Set;

/** The simulated Telnyx with all its parts. */
public final class Telnyx implements AutoCloseable {

  /** What it sends, by the names that faults have for it. */
  public static final Set<String> WEBHOOKS =
      Set.of(TelnyxWebhooks.CALL_EVENT, TelnyxWebhooks.MESSAGE_EVENT);

  private final TelnyxWebhooks webhooks;
  private final TelnyxFiles files;
  private final TelnyxCalls calls;
  private final TelnyxGuests guests;
  private final SimulatedTelnyx api;

  public Telnyx(
      SandboxSettings settings,
      InstantSource clock,
      RequestLog requests,
      Faults faults,
      Activity activity) {
    webhooks = new TelnyxWebhooks(settings, clock, requests, faults, activity);
    files = new TelnyxFiles(settings, clock);
    calls = new TelnyxCalls(clock, webhooks, files);
    guests = new TelnyxGuests(settings, clock, webhooks, faults);
    api = new SimulatedTelnyx(settings, requests, faults, activity, calls, files, guests);
  }

  public SimulatedTelnyx api() {
    return api;
  }

  public TelnyxCalls calls() {
    return calls;
  }

  public TelnyxGuests guests() {
    return guests;
  }

  public void clear() {
    calls.clear();
    files.clear();
    guests.clear();
  }

  @Override
  public void close() {
    webhooks.close();
  }
}
