package io.conserje.connectors.elevenlabs;

import io.conserje.connectors.websocket.ProviderSockets;
import io.netty.channel.EventLoop;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Keeps sockets open for what will be said next: opening one takes longer than making the first
 * sound. ElevenLabs counts what is being made, not what stands open.
 */
final class ReadySockets {

  /** What ElevenLabs allows at most. */
  static final int IDLE_SECONDS = 180;

  private static final Duration LONGEST = Duration.ofSeconds(IDLE_SECONDS - 20);
  private static final int MOST = 8;

  private final ProviderSockets sockets;
  private final Map<URI, Shelf> shelves = new ConcurrentHashMap<>();

  ReadySockets(ProviderSockets sockets) {
    this.sockets = sockets;
  }

  /** A socket with the loop it is used on. */
  record Taken(ReadySocket socket, EventLoop loop) {}

  /** What stands ready for one way of speaking. */
  private static final class Shelf {
    private final Deque<Taken> ready = new ArrayDeque<>();
    private int wanted = 1;
  }

  /** One that stands ready, or is being opened; another one takes its place. */
  Taken take(URI address, Map<String, String> headers) {
    Shelf shelf = shelves.computeIfAbsent(address, a -> new Shelf());
    Taken taken;
    int missing;
    synchronized (shelf) {
      taken = shelf.ready.poll();
      if (taken == null) {
        shelf.wanted = Math.min(MOST, shelf.wanted + 1);
      }
      missing = shelf.wanted - 1 - shelf.ready.size();
    }
    for (int i = 0; i < missing; i++) {
      put(shelf, open(address, headers));
    }
    return taken == null ? open(address, headers) : taken;
  }

  Taken open(URI address, Map<String, String> headers) {
    EventLoop loop = sockets.loop();
    ReadySocket socket = new ReadySocket();
    Taken opened = new Taken(socket, loop);
    Runnable opening = () -> socket.of(sockets.open(loop, address, headers, socket));
    if (loop.inEventLoop()) {
      opening.run();
    } else {
      loop.execute(opening);
    }
    return opened;
  }

  private static void put(Shelf shelf, Taken opened) {
    synchronized (shelf) {
      shelf.ready.add(opened);
    }
    opened.loop().schedule(() -> letGo(shelf, opened), LONGEST.toSeconds(), TimeUnit.SECONDS);
  }

  /** Who was not needed for so long is not kept. */
  private static void letGo(Shelf shelf, Taken opened) {
    boolean unused;
    synchronized (shelf) {
      unused = shelf.ready.remove(opened);
      shelf.wanted = unused ? Math.max(1, shelf.wanted - 1) : shelf.wanted;
    }
    if (unused) {
      opened.socket().close();
    }
  }
}
