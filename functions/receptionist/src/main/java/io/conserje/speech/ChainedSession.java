package io.conserje.speech;

import io.conserje.speech.SpeechRecognizer.Heard;
import io.conserje.speech.SpeechRecognizer.Listener;
import io.conserje.speech.SpeechRecognizer.Session;
import io.conserje.speech.SpeechRecognizer.Wishes;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;

/** One call's ear, with whoever hears at the moment. */
final class ChainedSession implements Session {

  private static final Duration KEPT = Duration.ofSeconds(5);
  private static final Duration TOLD_AGAIN_IN = Duration.ofMillis(100);

  private final InTurn<SpeechRecognizer> left;
  private final Wishes wishes;
  private final Listener listener;

  /** Is told how somebody did; without a failure: well. */
  private final BiConsumer<String, SpeechFailure> judge;

  private final KeptSound kept;

  private SpeechRecognizer recognizer;
  private Session session;
  private Duration offset = Duration.ZERO;

  /** Whose telling counts: grows with each that listens. */
  private int number;

  private boolean flushed;
  private boolean judged;
  private boolean over;

  ChainedSession(
      InTurn<SpeechRecognizer> left,
      Wishes wishes,
      Listener listener,
      BiConsumer<String, SpeechFailure> judge) {
    this.left = left;
    this.wishes = wishes;
    this.listener = listener;
    this.judge = judge;
    this.kept = new KeptSound(wishes.format(), KEPT);
  }

  synchronized void begin() {
    next(SpeechFailure.lasting("nobody is there who hears"));
  }

  private void next(SpeechFailure failure) {
    recognizer = left.next();
    session = null;
    judged = false;
    int own = ++number;
    if (recognizer == null) {
      over = true;
      listener.heard(new Heard.Lost(failure));
      return;
    }
    offset = kept.from();
    Session begun = recognizer.listen(wishes, heard -> told(own, heard));
    if (own == number && !over) {
      session = begun;
      kept.inPiecesOf(TOLD_AGAIN_IN).forEach(begun::push);
      if (flushed) {
        begun.flush();
      }
    }
  }

  @Override
  public synchronized void push(byte[] sound) {
    if (!over && sound.length > 0) {
      kept.add(sound);
      session.push(sound);
    }
  }

  @Override
  public synchronized void flush() {
    if (!over) {
      flushed = true;
      session.flush();
    }
  }

  @Override
  public synchronized void close() {
    if (!over) {
      over = true;
      session.close();
    }
  }

  private synchronized void told(int from, Heard heard) {
    if (from != number || over) {
      return;
    }
    switch (heard) {
      case Heard.Lost(SpeechFailure why) -> {
        judge.accept(recognizer.name(), why);
        next(why);
      }
      case Heard.Words(String text, List<TimedWord> words, Duration upTo) -> {
        well();
        flushed = false;
        kept.forget(upTo.plus(offset));
        listener.heard(new Heard.Words(text, later(words), upTo.plus(offset)));
      }
      case Heard.Voice(Duration at) -> listener.heard(new Heard.Voice(at.plus(offset)));
      case Heard.Partial _, Heard.TurnEnd _, Heard.GoesOn _ -> listener.heard(heard);
    }
  }

  private void well() {
    if (!judged) {
      judged = true;
      judge.accept(recognizer.name(), null);
    }
  }

  private List<TimedWord> later(List<TimedWord> words) {
    return offset.isZero()
        ? words
        : words.stream()
            .map(word ->
                new TimedWord(word.text(), word.from().plus(offset), word.to().plus(offset)))
            .toList();
  }
}
