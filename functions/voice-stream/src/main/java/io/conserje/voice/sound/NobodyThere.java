package io.conserje.voice.sound;

import io.conserje.speech.AudioFormat;
import io.conserje.speech.SpeechFailure;
import io.conserje.speech.SpeechRecognizer;
import io.conserje.speech.SpeechVoice;

/** Where no vendor is set up: calls are not taken then, and a person or a message is. */
public final class NobodyThere implements SpeechRecognizer, SpeechVoice {

  private static final SpeechFailure NOBODY = SpeechFailure.lasting("no vendor is set up");

  @Override
  public String name() {
    return "nobody";
  }

  @Override
  public boolean isThere() {
    return false;
  }

  @Override
  public boolean takes(AudioFormat format) {
    return false;
  }

  @Override
  public boolean speaks(AudioFormat format) {
    return false;
  }

  @Override
  public Session listen(SpeechRecognizer.Wishes wishes, SpeechRecognizer.Listener listener) {
    listener.heard(new Heard.Lost(NOBODY));
    return new Session() {
      @Override
      public void push(byte[] sound) {}

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }

  @Override
  public Utterance begin(SpeechVoice.Wishes wishes, SpeechVoice.Listener listener) {
    listener.failed(NOBODY);
    return new Utterance() {
      @Override
      public void say(String clause) {}

      @Override
      public void end() {}

      @Override
      public void cancel() {}
    };
  }
}
