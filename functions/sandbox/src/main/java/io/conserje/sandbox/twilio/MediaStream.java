package io.conserje.sandbox.twilio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.sandbox.Json;
import io.conserje.sandbox.voice.CallRecording;
import io.conserje.sandbox.voice.PhoneGuest;
import io.conserje.sandbox.voice.PhoneSound;
import io.conserje.sandbox.voice.Playout;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A media stream as Twilio makes it: both sides in frames of 20 ms, in real time. What the house
 * sends waits in a buffer until it is played; marks come back then, or when it is cleared.
 */
final class MediaStream implements WebSocket.Listener {

  private static final long FRAME_NANOS = 20_000_000;
  private static final Duration LONGEST_CALL = Duration.ofMinutes(5);
  private static final String END = "";

  private final String streamSid;
  private final String callSid;
  private final String account;
  private final PhoneGuest guest;
  private final CallRecording recording = new CallRecording();
  private final Playout playout = new Playout();
  private final BlockingQueue<String> outgoing = new LinkedBlockingQueue<>();
  private final StringBuilder partial = new StringBuilder();
  private final AtomicInteger sequence = new AtomicInteger();
  private final AtomicInteger clears = new AtomicInteger();
  private final CompletableFuture<Void> closed = new CompletableFuture<>();

  MediaStream(String streamSid, String callSid, String account, PhoneGuest guest) {
    this.streamSid = streamSid;
    this.callSid = callSid;
    this.account = account;
    this.guest = guest;
  }

  /** How it ended. */
  enum End {
    /** The upgrade was refused, or nobody was there. */
    REFUSED,
    /** The house, or what is between, closed the stream. */
    CLOSED,
    HUNG_UP
  }

  CallRecording recording() {
    return recording;
  }

  int clears() {
    return clears.get();
  }

  /**
   * Until one side ends it.
   *
   * @param begun is told once the house has taken it
   */
  End play(URI address, String signature, Map<String, String> parameters, Runnable begun) {
    try (HttpClient http = HttpClient.newHttpClient()) {
      WebSocket socket =
          http.newWebSocketBuilder()
              .connectTimeout(Duration.ofSeconds(5))
              .header("X-Twilio-Signature", signature)
              .buildAsync(address, this)
              .join();
      Thread.startVirtualThread(begun);
      Thread sender = Thread.ofVirtual().start(() -> send(socket));
      open(parameters);
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

  private void open(Map<String, String> parameters) {
    outgoing.add("{\"event\":\"connected\",\"protocol\":\"Call\",\"version\":\"1.0.0\"}");
    ObjectNode message = message("start");
    ObjectNode start = message.putObject("start");
    start.put("accountSid", account).put("streamSid", streamSid).put("callSid", callSid);
    start.putArray("tracks").add("inbound");
    start
        .putObject("mediaFormat")
        .put("encoding", "audio/x-mulaw")
        .put("sampleRate", PhoneSound.RATE)
        .put("channels", 1);
    ObjectNode custom = start.putObject("customParameters");
    parameters.forEach(custom::put);
    outgoing.add(message.toString());
  }

  private ObjectNode message(String event) {
    return Json.object()
        .put("event", event)
        .put("sequenceNumber", String.valueOf(sequence.incrementAndGet()))
        .put("streamSid", streamSid);
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
      media(frame, said);
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

  private void media(long frame, byte[] said) {
    ObjectNode message = message("media");
    message
        .putObject("media")
        .put("track", "inbound")
        .put("chunk", String.valueOf(frame + 1))
        .put("timestamp", String.valueOf(frame * 20))
        .put("payload", Base64.getEncoder().encodeToString(said));
    outgoing.add(message.toString());
  }

  private void mark(String name) {
    ObjectNode message = message("mark");
    message.putObject("mark").put("name", name);
    outgoing.add(message.toString());
  }

  private void finish(WebSocket socket, Thread sender, End end) {
    if (end == End.HUNG_UP) {
      ObjectNode message = message("stop");
      message.putObject("stop").put("accountSid", account).put("callSid", callSid);
      outgoing.add(message.toString());
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
          playout.add(Base64.getDecoder().decode(message.path("media").path("payload").asText()));
      case "mark" -> playout.mark(message.path("mark").path("name").asText());
      case "clear" -> {
        clears.incrementAndGet();
        guest.note("house clears");
        playout.clear().forEach(this::mark);
      }
      default -> guest.note("31924: no message of a media stream: " + message);
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
