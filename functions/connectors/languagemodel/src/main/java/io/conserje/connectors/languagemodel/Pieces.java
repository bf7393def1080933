package io.conserje.connectors.languagemodel;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The bytes of an answer in the pieces the network brought, to be taken with a time limit. */
final class Pieces implements Flow.Subscriber<List<ByteBuffer>> {

  /** One piece; no bytes at the end; a fault where the connection was cut. */
  record Piece(byte[] bytes, Throwable fault) {
    boolean isEnd() {
      return bytes == null;
    }
  }

  private final BlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();
  private volatile Flow.Subscription subscription;

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    this.subscription = subscription;
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      byte[] bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      pieces.add(new Piece(bytes, null));
    }
  }

  @Override
  public void onError(Throwable fault) {
    pieces.add(new Piece(null, fault));
  }

  @Override
  public void onComplete() {
    pieces.add(new Piece(null, null));
  }

  /** The next one; null when none came in time. */
  Piece next(long nanos) throws InterruptedException {
    return pieces.poll(Math.max(0, nanos), TimeUnit.NANOSECONDS);
  }

  /** Closes the connection of an answer that was not read to its end. */
  void stop() {
    if (subscription != null) {
      subscription.cancel();
    }
  }
}
