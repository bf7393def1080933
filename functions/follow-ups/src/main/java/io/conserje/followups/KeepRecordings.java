package io.conserje.followups;

import io.conserje.call.RecordingStore;
import io.conserje.connectors.postgres.PostgresRecordings;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes one recording of the parts of each call that is over, and forgets those whose time is over
 * or whose guest was forgotten. One that fails is tried again a minute later and holds up no other.
 */
final class KeepRecordings implements Job {

  private static final Logger LOG = LoggerFactory.getLogger(KeepRecordings.class);

  private final PostgresRecordings recordings;
  private final RecordingStore store;

  KeepRecordings(PostgresRecordings recordings, RecordingStore store) {
    this.recordings = recordings;
    this.store = store;
  }

  @Override
  public String name() {
    return "recordings";
  }

  @Override
  public String run(Instant now) {
    if (!store.isThere()) {
      return "nowhere to keep any";
    }
    int forgotten = each(recordings.toForget(now), this::forget);
    int joined = each(recordings.toJoin(now), call -> join(call, now));
    return joined + " joined, " + forgotten + " forgotten";
  }

  private void join(UUID call, Instant now) {
    recordings.joined(call, store.join(call), now);
    store.dropParts(call);
  }

  private void forget(UUID call) {
    store.forget(call);
    recordings.forgotten(call);
  }

  private static int each(List<UUID> calls, Consumer<UUID> work) {
    int done = 0;
    for (UUID call : calls) {
      try {
        work.accept(call);
        done++;
      } catch (RuntimeException fault) {
        LOG.error("A recording is left as it is; tried again in a minute.", fault);
      }
    }
    return done;
  }
}
