package io.conserje.speech;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Writes down what is said while it is being said. */
public interface SpeechRecognizer {

  /** For metrics and the record of a call: {@code deepgram}, {@code azure} … */
  String name();

  /** Whether it is set up and not known to be in trouble. */
  boolean isThere();

  /** Whether it takes sound as it is, without anybody recoding it. */
  boolean takes(AudioFormat format);

  /**
   * Begins to listen. Returns at once: the connection is made behind it, and what is pushed
   * meanwhile is kept, up to two seconds; the oldest goes first.
   *
   * @param listener is told from any thread, one thing after another; it never blocks
   */
  Session listen(Wishes wishes, Listener listener);

  /**
   * What is to be heard.
   *
   * @param languages the expected one first; never empty
   * @param terms names and dishes of the house, none of a guest's
   */
  record Wishes(AudioFormat format, List<Locale> languages, List<String> terms) {}

  /** One call's ear. Every method returns at once, whatever thread it is called from. */
  interface Session extends AutoCloseable {

    /**
     * The next sound, without gaps: silence is pushed as silence. After {@link Heard.Lost} or
     * {@link #close} nothing comes of it.
     */
    void push(byte[] sound);

    /**
     * The guest is believed to have finished: what is still open is wanted now, as {@link
     * Heard.Words} where there is any. Some cannot be hurried; for them it does nothing.
     */
    void flush();

    /** Nothing is heard of it after this, except what is under way on another thread. */
    @Override
    void close();
  }

  /** Is told what was heard. */
  interface Listener {
    void heard(Heard heard);
  }

  /** What a recogniser tells. Times count from the first byte pushed. */
  sealed interface Heard {

    /** Somebody begins to speak, as far as the recogniser can tell. */
    record Voice(Duration at) implements Heard {}

    /**
     * What is being said since the last {@link Words}, the whole of it: it takes the place of the
     * one before.
     */
    record Partial(String text) implements Heard {}

    /** The next words, for good: they are added to those before. Never blank. */
    record Words(String text, List<TimedWord> words, Duration upTo) implements Heard {}

    /**
     * The guest has finished, the recogniser thinks; all words before it were told.
     *
     * @param sure otherwise it may still be taken back by {@link GoesOn}: thinking may begin, doing
     *     may not
     */
    record TurnEnd(boolean sure) implements Heard {}

    /** The guest went on after a {@link TurnEnd} that was not sure. */
    record GoesOn() implements Heard {}

    /** The last thing heard of a session that nobody closed. */
    record Lost(SpeechFailure why) implements Heard {}
  }
}
