package io.conserje.sandbox;

import io.conserje.sandbox.meta.Meta;
import io.conserje.sandbox.models.Models;
import io.conserje.sandbox.providers.Faults;
import io.conserje.sandbox.providers.RequestLog;
import io.conserje.sandbox.queues.Queues;
import io.conserje.sandbox.telnyx.Telnyx;
import io.conserje.sandbox.twilio.Twilio;
import io.conserje.sandbox.vapi.Vapi;
import io.conserje.sandbox.voice.Speech;
import java.time.Duration;
import java.util.concurrent.locks.ReadWriteLock;

/**
 * Back to the seeds: data, queues, Redis, requests and faults. Clock and settings stay as they are
 * set.
 */
public final class Reset {

  private static final Duration LONGEST_WORK = Duration.ofSeconds(40);

  private final ReadWriteLock pause;
  private final Activity activity;
  private final Queues queues;
  private final HouseDatabase database;
  private final SeedHouses houses;
  private final EmbeddedServices services;
  private final Twilio twilio;
  private final Telnyx telnyx;
  private final Meta meta;
  private final Vapi vapi;
  private final Models models;
  private final Speech speech;
  private final RequestLog requests;
  private final Faults faults;

  Reset(
      ReadWriteLock pause,
      Activity activity,
      Queues queues,
      HouseDatabase database,
      SeedHouses houses,
      EmbeddedServices services,
      Twilio twilio,
      Telnyx telnyx,
      Meta meta,
      Vapi vapi,
      Models models,
      Speech speech,
      RequestLog requests,
      Faults faults) {
    this.pause = pause;
    this.activity = activity;
    this.queues = queues;
    this.database = database;
    this.houses = houses;
    this.services = services;
    this.twilio = twilio;
    this.telnyx = telnyx;
    this.meta = meta;
    this.vapi = vapi;
    this.models = models;
    this.speech = speech;
    this.requests = requests;
    this.faults = faults;
  }

  /** What is being worked on ends first, so that nothing of it is written afterwards. */
  public void run() {
    faults.clear(null);
    pause.writeLock().lock();
    try {
      awaitEndOfWork();
      queues.empty();
      services.emptyRedis();
      services.s3().clear();
      database.empty();
      houses.handIn();
      twilio.clear();
      telnyx.clear();
      meta.clear();
      vapi.clear();
      models.scripts().clear();
      speech.clear();
      requests.clear(null);
    } finally {
      pause.writeLock().unlock();
    }
  }

  private void awaitEndOfWork() {
    long end = System.nanoTime() + LONGEST_WORK.toNanos();
    while (!activity.quiet() && System.nanoTime() < end) {
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
