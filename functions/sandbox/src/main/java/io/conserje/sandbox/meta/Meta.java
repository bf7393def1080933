package io.conserje.sandbox.meta;

import io.conserje.sandbox.Activity;
import io.conserje.sandbox.SandboxSettings;
import io.conserje.sandbox.providers.Faults;
import io.conserje.sandbox.providers.RequestLog;
import java.time.InstantSource;
import java.util.Set;

/** The simulated WhatsApp Cloud API with all its parts. */
public final class Meta implements AutoCloseable {

  /** What it sends, by the names that faults have for it. */
  public static final Set<String> WEBHOOKS = Set.of(MetaWebhooks.MESSAGES, MetaWebhooks.STATUSES);

  private final MetaMessages messages = new MetaMessages();
  private final MetaFiles files;
  private final MetaWebhooks webhooks;
  private final MetaGuests guests;
  private final SimulatedMeta api;

  public Meta(
      SandboxSettings settings,
      InstantSource clock,
      RequestLog requests,
      Faults faults,
      Activity activity) {
    files = new MetaFiles(clock);
    webhooks = new MetaWebhooks(settings, requests, faults, activity);
    MetaDeliveries deliveries = new MetaDeliveries(messages, webhooks, faults, clock, activity);
    guests = new MetaGuests(clock, messages, files, webhooks);
    api =
        new SimulatedMeta(
            settings,
            clock,
            requests,
            faults,
            activity,
            messages,
            files,
            deliveries,
            guests::shown);
  }

  public SimulatedMeta api() {
    return api;
  }

  public MetaGuests guests() {
    return guests;
  }

  public MetaMessages messages() {
    return messages;
  }

  /** Whether the house answers as somebody does who has asked for these webhooks. */
  public boolean verify() {
    return webhooks.verify();
  }

  public void clear() {
    messages.clear();
    files.clear();
  }

  @Override
  public void close() {
    webhooks.close();
  }
}
