package io.conserje.connectors.deepgram;

import io.conserje.simulated.speech.RequestHead;
import io.conserje.simulated.speech.ServedSocket;
import io.conserje.simulated.speech.ServedSocket.Message;
import io.conserje.simulated.speech.SpeechPort;
import io.conserje.simulated.speech.Visit;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Hears no words; notes what it is sent: sound by its number of bytes, text as it is. */
final class NotingEar implements SpeechPort.Provider {

  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
  private final AtomicInteger visits = new AtomicInteger();
  private volatile ServedSocket socket;

  /** Null if nothing comes for long. */
  String next() throws InterruptedException {
    return told.poll(20, TimeUnit.SECONDS);
  }

  /** Null if nothing comes for a moment. */
  String nothing() throws InterruptedException {
    return told.poll(200, TimeUnit.MILLISECONDS);
  }

  /** Sends what is said to be text to who came last. */
  void tell(byte[] text) throws IOException {
    socket.sendText(text);
  }

  /** How often somebody came. */
  int visits() {
    return visits.get();
  }

  @Override
  public boolean serves(RequestHead head) {
    return true;
  }

  @Override
  public void serve(Visit visit) throws IOException {
    visits.incrementAndGet();
    socket = visit.open();
    Message message = socket.read();
    while (!(message instanceof Message.Closed)) {
      told.add(noted(message));
      message = socket.read();
    }
  }

  private static String noted(Message message) {
    return switch (message) {
      case Message.Binary(byte[] sound) -> Integer.toString(sound.length);
      case Message.Text(String text) -> text;
      case Message.Closed _ -> "";
    };
  }
}
