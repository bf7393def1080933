package io.conserje.sandbox.vapi;

import io.conserje.sandbox.Activity;
import io.conserje.sandbox.SandboxSettings;
import io.conserje.sandbox.providers.Faults;
import io.conserje.sandbox.providers.RequestLog;
import java.time.InstantSource;
import java.util.Set;

/** The simulated VAPI with all its parts. */
public final class Vapi implements AutoCloseable {

  /** What it sends, by the names that faults have for it. */
  public static final Set<String> WEBHOOKS =
      Set.of(
          "assistant-request",
          "tool-calls",
          "transfer-destination-request",
          "status-update",
          "transcript",
          "end-of-call-report");

  private final VapiWebhooks webhooks;
  private final CustomModel model;
  private final PhoneCalls calls;
  private final SimulatedVapi api;

  public Vapi(
      SandboxSettings settings,
      InstantSource clock,
      RequestLog requests,
      Faults faults,
      Activity activity) {
    webhooks = new VapiWebhooks(settings, clock, requests, faults, activity);
    model = new CustomModel(settings, requests, activity);
    calls = new PhoneCalls(clock, webhooks, model);
    api = new SimulatedVapi(settings, requests, faults, activity, calls);
  }

  public SimulatedVapi api() {
    return api;
  }

  public PhoneCalls calls() {
    return calls;
  }

  public void clear() {
    calls.clear();
  }

  @Override
  public void close() {
    webhooks.close();
    model.close();
  }
}
