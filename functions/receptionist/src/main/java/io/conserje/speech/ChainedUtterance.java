package io.conserje.speech;

import io.conserje.speech.ChainOfVoices.Patience;
import io.conserje.speech.SpeechVoice.Listener;
import io.conserje.speech.SpeechVoice.Utterance;
import io.conserje.speech.SpeechVoice.Wishes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** One answer being said, by whoever speaks at the moment. */
final class ChainedUtterance implements Utterance {

  private static final int LOOKS = 4;

  private final InTurn<SpeechVoice> left;
  private final Wishes wishes;
  private final Listener listener;
  private final Patience patience;

  /** Is told how somebody did; without a failure: well. */
  private final BiConsumer<String, SpeechFailure> judge;

  private final SaidSoFar said;

  private SpeechVoice voice;
  private Utterance utterance;
  private Future<?> looks;

  /** Whose telling counts: grows with each that speaks. */
  private int number;

  /** The clause the present voice began with, and the sound before it. */
  private int firstClause;

  private long given;
  private long givenBefore;
  private int wordsToldAgain;
  private boolean sounded;
  private long lastNews = System.nanoTime();
  private boolean ended;
  private boolean over;

  ChainedUtterance(
      InTurn<SpeechVoice> left,
      Wishes wishes,
      Listener listener,
      Patience patience,
      BiConsumer<String, SpeechFailure> judge) {
    this.left = left;
    this.wishes = wishes;
    this.listener = listener;
    this.patience = patience;
    this.judge = judge;
    this.said = new SaidSoFar(wishes.format());
  }

  synchronized void begin(ScheduledExecutorService timer) {
    next(SpeechFailure.lasting("nobody is there who speaks"));
    if (!over) {
      long pause = patience.first().toNanos() / LOOKS;
      looks = timer.scheduleAtFixedRate(this::look, pause, pause, TimeUnit.NANOSECONDS);
    }
  }

  private void next(SpeechFailure failure) {
    voice = left.next();
    utterance = null;
    int own = ++number;
    if (voice == null) {
      finish();
      listener.failed(failure);
      return;
    }
    firstClause = said.goOnFrom();
    wordsToldAgain = said.wordsToldAgain();
    givenBefore = given;
    sounded = false;
    lastNews = System.nanoTime();
    Utterance begun = voice.begin(wishes, new Told(own));
    if (own == number && !over) {
      utterance = begun;
      said.from(firstClause).forEach(begun::say);
      if (ended) {
        begun.end();
      }
    }
  }

  @Override
  public synchronized void say(String clause) {
    if (over || ended) {
      return;
    }
    if (!said.isWanting()) {
      lastNews = System.nanoTime();
    }
    said.clause(clause);
    utterance.say(clause);
  }

  @Override
  public synchronized void end() {
    if (!over && !ended) {
      ended = true;
      lastNews = System.nanoTime();
      utterance.end();
    }
  }

  @Override
  public synchronized void cancel() {
    if (!over) {
      finish();
      utterance.cancel();
    }
  }

  /** Whether there should have been something to hear for too long. */
  private synchronized void look() {
    Duration silent = Duration.ofNanos(System.nanoTime() - lastNews);
    Duration longest = sounded ? patience.between() : patience.first();
    if (over || silent.compareTo(longest) < 0) {
      return;
    }
    if (said.isWanting()) {
      utterance.cancel();
      lose(SpeechFailure.passing("silent for " + silent.toMillis() + " ms"));
    } else if (ended) {
      utterance.cancel();
      finish();
      listener.done();
    }
  }

  private void lose(SpeechFailure why) {
    judge.accept(voice.name(), why);
    next(why);
  }

  private void finish() {
    over = true;
    if (looks != null) {
      looks.cancel(false);
    }
  }

  /** What one of the voices tells. */
  private final class Told implements Listener {

    private final int own;

    Told(int own) {
      this.own = own;
    }

    /** Billed whether it is heard or not. */
    @Override
    public void used(String name, int characters) {
      listener.used(name, characters);
    }

    private boolean counts() {
      return own == number && !over;
    }

    @Override
    public void sound(byte[] sound) {
      synchronized (ChainedUtterance.this) {
        if (counts()) {
          sounded = true;
          lastNews = System.nanoTime();
          given += sound.length;
          said.sound(sound.length);
          listener.sound(sound);
        }
      }
    }

    @Override
    public void words(List<TimedWord> words) {
      synchronized (ChainedUtterance.this) {
        if (counts()) {
          tell(words);
        }
      }
    }

    private void tell(List<TimedWord> words) {
      int again = Math.min(wordsToldAgain, words.size());
      wordsToldAgain -= again;
      List<TimedWord> more = words.subList(again, words.size());
      said.words(more.size());
      Duration before = wishes.format().length(givenBefore);
      if (!more.isEmpty()) {
        listener.words(
            more.stream()
                .map(w -> new TimedWord(w.text(), w.from().plus(before), w.to().plus(before)))
                .toList());
      }
    }

    @Override
    public void clauseDone(int clause) {
      synchronized (ChainedUtterance.this) {
        if (counts()) {
          said.done(firstClause + clause);
          listener.clauseDone(firstClause + clause);
        }
      }
    }

    @Override
    public void done() {
      synchronized (ChainedUtterance.this) {
        if (counts()) {
          finish();
          judge.accept(voice.name(), null);
          listener.done();
        }
      }
    }

    @Override
    public void failed(SpeechFailure why) {
      synchronized (ChainedUtterance.this) {
        if (counts()) {
          lose(why);
        }
      }
    }
  }
}
