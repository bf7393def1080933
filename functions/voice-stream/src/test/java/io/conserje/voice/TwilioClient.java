package io.conserje.voice;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Twilio's end of a media stream, message by message; it plays everything at once. */
final class TwilioClient implements WebSocket.Listener, AutoCloseable {

  static final String TOKEN = "test-twilio-auth-token-not-real";
  static final String ACCOUNT = "AC00000000000000000000000000000001";

  private static final Pattern MARK = Pattern.compile("\"name\":\"([^\"]*)\"");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  final Queue<String> messages = new ConcurrentLinkedQueue<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private final StringBuilder partial = new StringBuilder();
  private WebSocket socket;
  volatile boolean closed;

  /** Throws where the house does not let it in. */
  void connect(int port, String path, String signature) {
    socket =
        http.newWebSocketBuilder()
            .header("X-Twilio-Signature", signature)
            .buildAsync(URI.create("ws://127.0.0.1:" + port + path), this)
            .join();
  }

  static String signature(String address) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(TOKEN.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(address.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  void start(String callSid) {
    start(callSid, ACCOUNT);
  }

  void start(String callSid, String account) {
    send("{\"event\":\"connected\",\"protocol\":\"Call\",\"version\":\"1.0.0\"}");
    send(
        """
        {"event":"start","sequenceNumber":"1","start":{"accountSid":"%s","streamSid":"MZ1",
         "callSid":"%s","tracks":["inbound"],"mediaFormat":{"encoding":"audio/x-mulaw",
         "sampleRate":8000,"channels":1},"customParameters":{}},"streamSid":"MZ1"}\
        """
            .formatted(account, callSid));
  }

  void sound(byte[] frame, int times) {
    String payload = Base64.getEncoder().encodeToString(frame);
    for (int i = 0; i < times; i++) {
      send(
          "{\"event\":\"media\",\"streamSid\":\"MZ1\",\"media\":{\"track\":\"inbound\",\"payload\":\""
              + payload
              + "\"}}");
    }
  }

  void press(String keys) {
    for (char key : keys.toCharArray()) {
      send(
          "{\"event\":\"dtmf\",\"streamSid\":\"MZ1\",\"dtmf\":{\"track\":\"inbound_track\",\"digit\":\""
              + key
              + "\"}}");
    }
  }

  synchronized void send(String text) {
    socket.sendText(text, true).join();
  }

  void stop() {
    send("{\"event\":\"stop\",\"streamSid\":\"MZ1\",\"stop\":{}}");
  }

  void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError(what + " did not happen; " + messages.size() + " messages");
      }
      try {
        Thread.sleep(5);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError(e);
      }
    }
  }

  List<String> all(String event) {
    return messages.stream().filter(text -> text.contains("\"event\":\"" + event + "\"")).toList();
  }

  @Override
  public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      String text = partial.toString();
      partial.setLength(0);
      messages.add(text);
      socket.request(1);
      return text.contains("\"event\":\"mark\"") ? played(text) : null;
    }
    socket.request(1);
    return null;
  }

  private CompletionStage<?> played(String text) {
    Matcher mark = MARK.matcher(text);
    mark.find();
    Thread.startVirtualThread(() -> markBack(mark.group(1)));
    return null;
  }

  private synchronized void markBack(String name) {
    send("{\"event\":\"mark\",\"streamSid\":\"MZ1\",\"mark\":{\"name\":\"" + name + "\"}}");
  }

  @Override
  public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
    closed = true;
    return null;
  }

  @Override
  public void onError(WebSocket socket, Throwable error) {
    closed = true;
  }

  @Override
  public void close() {
    if (socket != null) {
      socket.abort();
    }
    http.close();
  }
}
