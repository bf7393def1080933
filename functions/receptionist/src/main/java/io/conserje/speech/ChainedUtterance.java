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

  private final ScheduledExecutorService timer;

  private final SaidSoFar said;
  private final OneAfterAnother inOrder = new OneAfterAnother();

  /** From one look to the next. */
  private final long pauseNanos;

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
  private boolean ended;
  private boolean over;

  /** Of the machine, in nanoseconds: the last look, and the last that was heard or asked for. */
  private long lookedAt;

  private long newsAt;

  /** For how long nothing was heard though somebody listened. */
  private long silentNanos;

  ChainedUtterance(
      InTurn<SpeechVoice> left,
      Wishes wishes,
      Listener listener,
      Patience patience,
      BiConsumer<String, SpeechFailure> judge,
      ScheduledExecutorService timer) {
    this.left = left;
    this.wishes = wishes;
    this.listener = listener;
    this.patience = patience;
    this.judge = judge;
    this.timer = timer;
    this.said = new SaidSoFar(wishes.format());
    this.pauseNanos = Math.ceilDiv(patience.first().toNanos(), LOOKS);
  }

  void begin() {
    inOrder.run(() -> {
      next(SpeechFailure.lasting("nobody is there who speaks"));
      lookLater();
    });
  }

  private void next(SpeechFailure failure) {
    voice = left.next();
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
    news();
    utterance = voice.begin(wishes, new Told(own));
    said.from(firstClause).forEach(utterance::say);
    if (ended) {
      utterance.end();
    }
  }

  private void news() {
    newsAt = System.nanoTime();
    silentNanos = 0;
  }

  @Override
  public void say(String clause) {
    inOrder.run(() -> {
      if (over || ended) {
        return;
      }
      if (!said.isWanting()) {
        news();
      }
      said.clause(clause);
      utterance.say(clause);
    });
  }

  @Override
  public void end() {
    inOrder.run(() -> {
      if (!over && !ended) {
        ended = true;
        news();
        utterance.end();
      }
    });
  }

  @Override
  public void cancel() {
    inOrder.run(() -> {
      if (!over) {
        finish();
        utterance.cancel();
      }
    });
  }

  private void lookLater() {
    if (!over) {
      lookedAt = System.nanoTime();
      looks =
          utterance
              .heardOn(timer)
              .schedule(() -> inOrder.run(this::look), pauseNanos, TimeUnit.NANOSECONDS);
    }
  }

  /**
   * Whether there should have been something to hear for too long. A look that is late tells of
   * this host: it has not read meanwhile what the voice has sent, so it counts as one in time.
   */
  private void look() {
    if (over) {
      return;
    }
    long now = System.nanoTime();
    silentNanos += Math.min(pauseNanos, Math.min(now - lookedAt, now - newsAt));
    Duration silent = Duration.ofNanos(silentNanos);
    if (silent.compareTo(sounded ? patience.between() : patience.first()) >= 0) {
      silentFor(silent);
    }
    lookLater();
  }

  private void silentFor(Duration silent) {
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

    private void ifItCounts(Runnable told) {
      inOrder.run(() -> {
        if (own == number && !over) {
          told.run();
        }
      });
    }

    @Override
    public void sound(byte[] sound) {
      ifItCounts(() -> {
        sounded = true;
        news();
        given += sound.length;
        said.sound(sound.length);
        listener.sound(sound);
      });
    }

    @Override
    public void words(List<TimedWord> words) {
      ifItCounts(() -> tell(words));
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
      ifItCounts(() -> {
        said.done(firstClause + clause);
        listener.clauseDone(firstClause + clause);
      });
    }

    @Override
    public void done() {
      ifItCounts(() -> {
        finish();
        judge.accept(voice.name(), null);
        listener.done();
      });
    }

    @Override
    public void failed(SpeechFailure why) {
      ifItCounts(() -> lose(why));
    }
  }
}
