package io.conserje.sandbox.twilio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.sandbox.Json;
import io.conserje.sandbox.voice.MediaStream.End;
import io.conserje.sandbox.voice.PhoneGuest.Moment;
import io.conserje.sandbox.voice.PhoneGuest.Words;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/**
 * A ConversationRelay as Twilio makes it: it says what the house writes, and writes what the guest
 * says. Time goes by four times as fast as people talk.
 */
final class RelayStream implements WebSocket.Listener {

  private static final long MILLIS_PER_CHARACTER = 16;
  private static final long POLITE_PAUSE_MILLIS = 500;
  private static final long TICK_MILLIS = 5;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

  private final String session;
  private final String callSid;
  private final String account;
  private final String from;
  private final String to;
  private final long began = System.nanoTime();
  private final List<Moment> moments = new ArrayList<>();
  private final StringBuilder partial = new StringBuilder();
  private final CompletableFuture<Void> closed = new CompletableFuture<>();

  /** What waits to be said, and since when the first of it is being said; 0 for nothing. */
  private final StringBuilder saying = new StringBuilder();

  private long since;
  private long silentSince;
  private boolean houseSpoke;
  private int interrupts;

  RelayStream(String session, String callSid, String account, String from, String to) {
    this.session = session;
    this.callSid = callSid;
    this.account = account;
    this.from = from;
    this.to = to;
  }

  int interrupts() {
    return interrupts;
  }

  synchronized List<Moment> moments() {
    return List.copyOf(moments);
  }

  /** Until one side ends it. */
  End play(URI address, String signature, List<Words> script) {
    try (HttpClient http = HttpClient.newHttpClient()) {
      WebSocket socket =
          http.newWebSocketBuilder()
              .connectTimeout(Duration.ofSeconds(5))
              .header("X-Twilio-Signature", signature)
              .buildAsync(address, this)
              .join();
      socket.sendText(setup(), true).join();
      End end = talk(socket, script);
      socket.sendClose(1000, "").exceptionally(_ -> null).join();
      socket.abort();
      return end;
    } catch (CompletionException refused) {
      note("the relay is refused: " + refused.getCause());
      return End.REFUSED;
    }
  }

  private String setup() {
    ObjectNode setup = Json.object().put("type", "setup").put("sessionId", session);
    setup.put("accountSid", account).put("parentCallSid", "").put("callSid", callSid);
    setup.put("from", from).put("to", to).put("forwardedFrom", "").put("callType", "PSTN");
    setup.put("callerName", "").put("direction", "inbound").put("callStatus", "RINGING");
    setup.putObject("customParameters");
    return setup.toString();
  }

  private End talk(WebSocket socket, List<Words> script) {
    for (Words words : script) {
      if (!awaitTurn(words)) {
        return closed.isDone() ? End.CLOSED : End.HUNG_UP;
      }
      if (words.over() != null) {
        socket.sendText(interrupt(), true).join();
      }
      note("guest: " + words.text());
      ObjectNode prompt = Json.object().put("type", "prompt").put("voicePrompt", words.text());
      socket.sendText(prompt.put("lang", "es-ES").put("last", true).toString(), true).join();
    }
    boolean answered = awaitTurn(Words.answering("", new byte[0]));
    note("guest hangs up");
    return answered || !closed.isDone() ? End.HUNG_UP : End.CLOSED;
  }

  /** False where the house has gone, or is silent for too long. */
  private boolean awaitTurn(Words words) {
    long end = System.nanoTime() + LONGEST_WAIT.toNanos();
    while (!closed.isDone() && System.nanoTime() < end) {
      if (isTurn(words)) {
        return true;
      }
      pause();
    }
    return false;
  }

  private synchronized boolean isTurn(Words words) {
    finishSaying();
    long now = System.nanoTime() / 1_000_000;
    boolean turn =
        words.over() == null
            ? houseSpoke && since == 0 && now - silentSince > POLITE_PAUSE_MILLIS
            : since != 0 && now - since > words.over().toMillis() / 4;
    if (turn) {
      houseSpoke = false;
    }
    return turn;
  }

  private void finishSaying() {
    long now = System.nanoTime() / 1_000_000;
    if (since != 0 && now - since >= saying.length() * MILLIS_PER_CHARACTER) {
      saying.setLength(0);
      since = 0;
      silentSince = now;
      note("house is silent");
    }
  }

  /** What was being said is not said any more. */
  private synchronized String interrupt() {
    long spoken = System.nanoTime() / 1_000_000 - since;
    int heard = (int) Math.min(saying.length(), spoken / MILLIS_PER_CHARACTER);
    String utterance = saying.substring(0, heard);
    note("guest interrupts after '" + utterance + "'");
    saying.setLength(0);
    since = 0;
    interrupts++;
    return Json.object()
        .put("type", "interrupt")
        .put("utteranceUntilInterrupt", utterance)
        .put("durationUntilInterruptMs", String.valueOf(spoken * 4))
        .toString();
  }

  private static void pause() {
    try {
      Thread.sleep(TICK_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
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

  private synchronized void take(JsonNode message) {
    switch (message.path("type").asText()) {
      case "text" -> {
        finishSaying();
        if (since == 0) {
          since = System.nanoTime() / 1_000_000;
        }
        houseSpoke = true;
        note("house: " + message.path("token").asText());
        saying.append(message.path("token").asText()).append(' ');
      }
      case "end" -> {
        note("the house ends the relay");
        closed.complete(null);
      }
      case "sendDigits", "language", "play" -> note("house: " + message);
      default -> note("64107: no message of a relay: " + message);
    }
  }

  private synchronized void note(String what) {
    moments.add(new Moment(Duration.ofNanos(System.nanoTime() - began), what));
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
