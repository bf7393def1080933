package io.conserje.voice.call;

import io.conserje.speech.AudioFormat;
import io.conserje.speech.SpeechFailure;
import io.conserje.speech.SpeechVoice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Takes the same time for each character, makes it at once, and knows where its clauses end. */
public final class FakeVoice implements SpeechVoice {

  /** 50 ms. */
  static final int BYTES_PER_CHARACTER = 400;

  final List<String> clauses = new ArrayList<>();
  boolean fails;

  /** Takes words and makes no sound. */
  boolean silent;

  int cancelled;

  @Override
  public String name() {
    return "fake";
  }

  @Override
  public boolean isThere() {
    return true;
  }

  @Override
  public boolean speaks(AudioFormat format) {
    return true;
  }

  @Override
  public Utterance begin(Wishes wishes, Listener listener) {
    return new Utterance() {

      private int said;

      @Override
      public void say(String clause) {
        if (fails) {
          listener.failed(SpeechFailure.passing("a test"));
          return;
        }
        clauses.add(clause);
        if (silent) {
          return;
        }
        byte[] sound = new byte[clause.length() * BYTES_PER_CHARACTER];
        Arrays.fill(sound, (byte) 0x10);
        for (int from = 0; from < sound.length; from += 1_000) {
          listener.sound(Arrays.copyOfRange(sound, from, Math.min(sound.length, from + 1_000)));
        }
        listener.clauseDone(said++);
      }

      @Override
      public void end() {
        if (!fails && !silent) {
          listener.done();
        }
      }

      @Override
      public void cancel() {
        cancelled++;
      }
    };
  }
}
