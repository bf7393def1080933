package io.conserje.voiceload;

import io.netty.channel.SelectStrategy;
import io.netty.util.IntSupplier;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets a loop look each millisecond for what has come, and take all of it at once. Woken up by each
 * frame of each call, guests and vendors take several times the processor, and Postgres, which
 * shares their core, is what is measured. What they see is up to a millisecond late.
 */
final class InSips implements SelectStrategy {

  private static final long SIP = Duration.ofMillis(1).toNanos();

  @Override
  public int calculateStrategy(IntSupplier ready, boolean hasTasks) throws Exception {
    if (!hasTasks) {
      LockSupport.parkNanos(SIP);
    }
    return ready.get();
  }
}
