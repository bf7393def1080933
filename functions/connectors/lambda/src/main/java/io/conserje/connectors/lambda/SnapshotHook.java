package io.conserje.connectors.lambda;

import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * What a function does before a snapshot is made of it, and after each restore. Whoever registers
 * one keeps it in a field: the platform holds it only weakly.
 */
public final class SnapshotHook implements Resource {

  private final Runnable prime;
  private final Runnable refresh;

  private SnapshotHook(Runnable prime, Runnable refresh) {
    this.prime = prime;
    this.refresh = refresh;
  }

  /**
   * @param prime runs what a first request would have to load; has no effect outside and reads no
   *     secret
   * @param refresh forgets what may be old when the snapshot wakes up
   */
  public static SnapshotHook register(Runnable prime, Runnable refresh) {
    SnapshotHook hook = new SnapshotHook(prime, refresh);
    Core.getGlobalContext().register(hook);
    return hook;
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    prime.run();
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {
    refresh.run();
  }
}
