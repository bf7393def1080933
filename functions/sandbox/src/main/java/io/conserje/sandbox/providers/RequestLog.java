package io.conserje.sandbox.providers;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Every request that went between the house and the simulated providers. */
public final class RequestLog {

  private final InstantSource clock;
  private final AtomicLong ids = new AtomicLong();
  private final List<Entry> entries = new CopyOnWriteArrayList<>();

  public RequestLog(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * One request with what it was answered.
   *
   * @param id grows
   * @param provider whose API was called; {@code <provider>-webhooks} for what the provider sent to
   *     the house
   * @param status what was answered; 0: nothing
   */
  public record Entry(
      long id,
      String at,
      String provider,
      String operation,
      String method,
      String path,
      Map<String, String> headers,
      String body,
      int status) {}

  public void add(
      String provider,
      String operation,
      String method,
      String path,
      Map<String, String> headers,
      String body,
      int status) {
    synchronized (entries) {
      String at = clock.instant().toString();
      entries.add(
          new Entry(
              ids.incrementAndGet(), at, provider, operation, method, path, headers, body, status));
    }
  }

  /**
   * In their order.
   *
   * @param provider null for all
   */
  public List<Entry> after(String provider, long id) {
    return entries.stream().filter(e -> of(provider, e) && e.id() > id).toList();
  }

  public void clear(String provider) {
    entries.removeIf(entry -> of(provider, entry));
  }

  private static boolean of(String provider, Entry entry) {
    return provider == null || provider.equals(entry.provider());
  }
}
