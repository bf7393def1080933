package io.conserje.connectors.elevenlabs;

import io.conserje.connectors.json.Part;
import io.conserje.connectors.websocket.JsonMessage;
import io.conserje.connectors.websocket.ProviderSocket;
import io.conserje.connectors.websocket.SocketClosed;
import io.conserje.speech.SpeechFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A socket that was opened before there was anything to say. Used on its loop only. What is sent
 * before it is open waits.
 */
final class ReadySocket implements ProviderSocket.Events {

  private static final Map<String, String> FIRST = Map.of("text", " ");

  private final List<String> waiting = new ArrayList<>();
  private ProviderSocket socket;
  private Owner owner;
  private SpeechFailure failure;

  /** Whose utterance it is. */
  interface Owner {
    void told(Part message);

    void lost(SpeechFailure why);
  }

  void of(ProviderSocket opened) {
    socket = opened;
  }

  /** Whether it may still be used: it may have gone while nobody needed it. */
  boolean isGood() {
    return failure == null;
  }

  void takenBy(Owner taker) {
    owner = taker;
    if (failure != null) {
      owner.lost(failure);
    }
  }

  void send(Map<String, ?> message) {
    String text = JsonMessage.write(message);
    if (socket.isOpen()) {
      socket.send(text);
    } else {
      waiting.add(text);
    }
  }

  void close() {
    owner = null;
    socket.close();
  }

  @Override
  public void opened() {
    socket.send(JsonMessage.write(FIRST));
    waiting.forEach(socket::send);
    waiting.clear();
  }

  @Override
  public void text(String text) {
    JsonMessage.read(text).ifPresent(this::told);
  }

  private void told(Part message) {
    if (message.has("error")) {
      socket.close();
      fail(ElevenLabsTrouble.said(message));
    } else if (owner != null) {
      owner.told(message);
    }
  }

  @Override
  public void closed(SocketClosed why) {
    fail(ElevenLabsTrouble.of(why));
  }

  private void fail(SpeechFailure why) {
    failure = why;
    if (owner != null) {
      owner.lost(why);
    }
  }
}
