package io.conserje.voice.call;

import io.conserje.speech.AudioFormat;
import io.conserje.speech.SpeechFailure;
import io.conserje.speech.SpeechRecognizer;
import java.time.Duration;
import java.util.List;

/** Hears what a test says. */
public final class FakeEar implements SpeechRecognizer {

  private Listener listener;
  private int sessions;
  private long bytes;

  @Override
  public String name() {
    return "fake";
  }

  @Override
  public boolean isThere() {
    return true;
  }

  @Override
  public boolean takes(AudioFormat format) {
    return true;
  }

  @Override
  public Session listen(Wishes wishes, Listener listener) {
    this.listener = listener;
    sessions++;
    return new Session() {
      @Override
      public void push(byte[] sound) {
        bytes += sound.length;
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }

  /** Settled, though the guest may go on. */
  public void heard(String text) {
    listener.heard(new Heard.Words(text, List.of(), Duration.ZERO));
  }

  public void words(String text) {
    listener.heard(new Heard.Words(text, List.of(), Duration.ZERO));
    listener.heard(new Heard.TurnEnd(true));
  }

  public void partial(String text) {
    listener.heard(new Heard.Partial(text));
  }

  public void lose() {
    listener.heard(new Heard.Lost(SpeechFailure.passing("a test")));
  }

  public int sessions() {
    return sessions;
  }

  public long bytes() {
    return bytes;
  }
}
