package io.conserje.sandbox.voice;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.sandbox.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A media stream as telephone companies make it: both sides in frames of 20 ms, in real time. What
 * the house sends waits in a buffer until it is played; marks come back then, or when it is
 * cleared.
 */
public final class MediaStream implements WebSocket.Listener {

  private static final long FRAME_NANOS = 20_000_000;
  private static final Duration LONGEST_CALL = Duration.ofMinutes(5);
  private static final String END = "";

  private final Dialect dialect;
  private final Road road;
  private final PhoneGuest guest;
  private final CallRecording recording;
  private final Playout playout = new Playout();
  private final BlockingQueue<String> outgoing = new LinkedBlockingQueue<>();
  private final StringBuilder partial = new StringBuilder();
  private final AtomicInteger clears = new AtomicInteger();
  private final CompletableFuture<Void> closed = new CompletableFuture<>();

  /**
   * @param guest may have talked over another stream before
   * @param recording goes on with this stream
   */
  public MediaStream(Dialect dialect, Road road, PhoneGuest guest, CallRecording recording) {
    this.dialect = dialect;
    this.road = road;
    this.guest = guest;
    this.recording = recording;
  }

  /** How it ended. */
  public enum End {
    /** The upgrade was refused, or nobody was there. */
    REFUSED,
    /** The house, or what is between, closed the stream. */
    CLOSED,
    HUNG_UP
  }

  public int clears() {
    return clears.get();
  }

  /**
   * Until one side ends it.
   *
   * @param headers of the upgrade, name and value in turn
   * @param begun is told once the house has taken it
   */
  public End play(URI address, List<String> headers, Runnable begun) {
    try (HttpClient http = HttpClient.newHttpClient()) {
      WebSocket.Builder upgrade = http.newWebSocketBuilder().connectTimeout(Duration.ofSeconds(5));
      for (int i = 0; i < headers.size(); i += 2) {
        upgrade.header(headers.get(i), headers.get(i + 1));
      }
      WebSocket socket = upgrade.buildAsync(address, this).join();
      Thread.startVirtualThread(begun);
      Thread sender = Thread.ofVirtual().start(() -> send(socket));
      outgoing.addAll(dialect.opening());
      End end = talk();
      finish(socket, sender, end);
      return end;
    } catch (CompletionException refused) {
      guest.note("the stream is refused: " + reason(refused.getCause()));
      return End.REFUSED;
    }
  }

  private static String reason(Throwable cause) {
    return cause instanceof WebSocketHandshakeException answer
        ? String.valueOf(answer.getResponse().statusCode())
        : String.valueOf(cause);
  }

  private End talk() {
    long start = System.nanoTime();
    boolean heard = false;
    for (long frame = 0; frame * FRAME_NANOS < LONGEST_CALL.toNanos(); frame++) {
      awaitTime(start + frame * FRAME_NANOS);
      if (closed.isDone()) {
        guest.note("the house closed the stream");
        return End.CLOSED;
      }
      byte[] said = guest.next(heard);
      if (guest.hasGone()) {
        return End.HUNG_UP;
      }
      outgoing.addAll(road.go(frame, dialect.media(frame + 1, said)));
      if (guest.key() != ' ') {
        outgoing.add(dialect.key(guest.key()));
      }
      Playout.Frame played = playout.next();
      heard = played.speech();
      played.marks().forEach(this::mark);
      recording.add(said, played.sound());
    }
    return End.HUNG_UP;
  }

  private static void awaitTime(long nanos) {
    for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private void mark(String name) {
    outgoing.add(dialect.mark(name));
  }

  private void finish(WebSocket socket, Thread sender, End end) {
    if (end == End.HUNG_UP) {
      outgoing.add(dialect.stop());
    }
    outgoing.add(END);
    try {
      sender.join(Duration.ofSeconds(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    socket.abort();
  }

  /** One after the other: the JDK refuses a message before the last one is sent. */
  private void send(WebSocket socket) {
    try {
      for (String text = outgoing.take(); !text.equals(END); text = outgoing.take()) {
        socket.sendText(text, true).join();
      }
      socket.sendClose(1000, "").join();
    } catch (InterruptedException | CompletionException over) {
      closed.complete(null);
    }
  }

  @Override
  public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      String text = partial.toString();
      partial.setLength(0);
      take(Json.read(text));
    }
    socket.request(1);
    return null;
  }

  private void take(JsonNode message) {
    switch (message.path("event").asText()) {
      case "media" ->
          sound(Base64.getDecoder().decode(message.path("media").path("payload").asText()));
      case "mark" -> playout.mark(message.path("mark").path("name").asText());
      case "clear" -> {
        clears.incrementAndGet();
        guest.note("house clears");
        playout.clear().forEach(this::mark);
      }
      default -> guest.note("no message of a media stream: " + message);
    }
  }

  private void sound(byte[] sound) {
    String complaint = dialect.complaint(sound);
    if (complaint.isEmpty()) {
      playout.add(sound);
    } else {
      guest.note("the carrier complains");
      outgoing.add(complaint);
    }
  }

  @Override
  public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
    closed.complete(null);
    return null;
  }

  @Override
  public void onError(WebSocket socket, Throwable error) {
    closed.complete(null);
  }
}
