package io.conserje.speech;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.ScheduledExecutorService;

/** Says what is written, beginning before the end of it is known. */
public interface SpeechVoice {

  /** For metrics and the record of a call: {@code elevenlabs}, {@code azure} … */
  String name();

  /** Whether it is set up and not known to be in trouble. */
  boolean isThere();

  /** Whether it speaks in this format, without anybody recoding it. */
  boolean speaks(AudioFormat format);

  /**
   * Begins an utterance: one answer, clause by clause. Returns at once.
   *
   * @param listener is told from any thread, one thing after another; it never blocks
   */
  Utterance begin(Wishes wishes, Listener listener);

  /**
   * How it is to be said.
   *
   * @param voice the vendor's name of the voice; empty for the one that is set up
   */
  record Wishes(AudioFormat format, Locale language, String voice) {}

  /** One answer being said. Every method returns at once, whatever thread it is called from. */
  interface Utterance {

    /**
     * The next clause, for the ear: numbers and times are already words. Clauses count from 0. What
     * asks for them keeps only few seconds ahead of what is heard, so a voice makes all it was
     * given as fast as it can and keeps nothing back.
     */
    void say(String clause);

    /** No clause follows. After the last sound comes {@link Listener#done}. */
    void end();

    /** No sound is wanted any more, and none is paid for where the vendor can be stopped. */
    void cancel();

    /**
     * Where its sound comes in. Whether it is silent for too long is looked at there: a thread that
     * is late with that is late with the sound, too, and nobody else is to blame.
     *
     * @param usual for a voice whose sound may come in anywhere
     */
    default ScheduledExecutorService heardOn(ScheduledExecutorService usual) {
      return usual;
    }
  }

  /** Is told what the voice makes. Nothing comes after {@link #done} or {@link #failed}. */
  interface Listener {

    /** The next sound of the utterance; in whole samples, never empty. */
    void sound(byte[] sound);

    /**
     * When words sound, counted from the first byte of the utterance; they may come before or after
     * their sound. A voice that does not know never calls it.
     */
    default void words(List<TimedWord> words) {}

    /**
     * All sound of this clause was given, and what follows is the next one's. A voice that cannot
     * tell never calls it.
     */
    default void clauseDone(int clause) {}

    /**
     * A vendor was given this to say, and bills it.
     *
     * @param voice its name
     */
    default void used(String voice, int characters) {}

    /** All sound of all clauses was given. */
    void done();

    /** There will be no more; what was given stays good. */
    void failed(SpeechFailure why);
  }
}
