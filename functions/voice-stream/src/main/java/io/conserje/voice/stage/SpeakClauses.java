package io.conserje.voice.stage;

import io.conserje.speech.AudioFormat;
import io.conserje.speech.SpeechFailure;
import io.conserje.speech.SpeechVoice;
import io.conserje.speech.SpeechVoice.Utterance;
import io.conserje.speech.SpeechVoice.Wishes;
import io.conserje.speech.TimedWord;
import io.conserje.voice.call.CallSession;
import io.conserje.voice.call.Signal;
import io.conserje.voice.call.Signal.Clause;
import io.conserje.voice.call.Stage;
import io.conserje.voice.call.TurnTimes.Moment;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has clauses said, line after line, and only a few seconds ahead of what the guest hears: what is
 * never heard is never made. A voice that fails is the last of its chain: the house leaves the call
 * to those whom the carrier asks then.
 */
public final class SpeakClauses implements Stage {

  private static final Logger LOG = LoggerFactory.getLogger(SpeakClauses.class);

  private static final long MOST_AHEAD = Duration.ofSeconds(6).toNanos();
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

  /** A guess, good enough to know when there is plenty. */
  private static final long NANOS_PER_CHARACTER = 65_000_000L;

  private final SpeechVoice voice;
  private final CallSession call;
  private final Next next;
  private final AudioFormat format;

  /** A guest who is told this much at once has stopped listening: what comes after is left out. */
  private static final int MOST_CLAUSES = 64;

  private final Deque<Clause> waiting = new ArrayDeque<>();

  /** Null while nothing is being said. */
  private Utterance utterance;

  private int line;
  private boolean looking;

  /** Of the line: how much sound its clauses will be, about, and how much was made. */
  private long wantedNanos;

  private long madeNanos;

  public SpeakClauses(SpeechVoice voice, CallSession call, Next next) {
    this.voice = voice;
    this.call = call;
    this.next = next;
    this.format = call.carrier().plays();
  }

  @Override
  public void take(Signal signal) {
    switch (signal) {
      case Clause clause -> {
        next.hand(clause);
        add(clause);
      }
      case Signal.GuestSaid _, Signal.GuestWaits _, Signal.LineClosed _ -> {
        fallSilent();
        next.hand(signal);
      }
      default -> next.hand(signal);
    }
  }

  private void add(Clause clause) {
    if (waiting.size() >= MOST_CLAUSES) {
      call.tally().count("clause_dropped");
      return;
    }
    waiting.add(clause);
    speak();
  }

  /** What the house says of itself is no answer. */
  private void note(Moment moment, int of) {
    if (!call.spoken().isOwn(of)) {
      call.times().note(moment, call.thread().nanos());
    }
  }

  private void speak() {
    while (!waiting.isEmpty() && mayGoOn()) {
      Clause clause = waiting.poll();
      if (clause.line() != line) {
        begin(clause.line());
      }
      wantedNanos += clause.text().length() * NANOS_PER_CHARACTER;
      note(Moment.CLAUSE, clause.line());
      utterance.say(clause.text());
      if (clause.last()) {
        utterance.end();
      }
    }
    if (!waiting.isEmpty() && !looking) {
      looking = true;
      call.thread().after(BETWEEN_LOOKS, this::look);
    }
  }

  /** One line at a time, and of it no more than will soon be heard. */
  private boolean mayGoOn() {
    boolean anotherLine = waiting.peek().line() != line;
    long ahead = call.spoken().aheadNanos() + Math.max(0, wantedNanos - madeNanos);
    return anotherLine ? utterance == null : utterance != null && ahead < MOST_AHEAD;
  }

  private void look() {
    looking = false;
    if (!call.isOver()) {
      speak();
    }
  }

  private void begin(int number) {
    line = number;
    wantedNanos = 0;
    madeNanos = 0;
    utterance = voice.begin(new Wishes(format, call.language(), ""), new Told(number));
  }

  private void fallSilent() {
    waiting.clear();
    if (utterance != null) {
      utterance.cancel();
      utterance = null;
    }
  }

  /** Everything a voice tells is taken up on the call's thread, and only while its line is said. */
  private final class Told implements SpeechVoice.Listener {

    private final int number;

    Told(int number) {
      this.number = number;
    }

    /** Billed whether it is heard or not. */
    @Override
    public void used(String name, int characters) {
      call.usage().add(name + "_characters", characters);
    }

    @Override
    public void sound(byte[] sound) {
      onThread(() -> {
        madeNanos += format.length(sound.length).toNanos();
        note(Moment.SOUND, number);
        next.hand(new Signal.Speech(number, sound));
      });
    }

    @Override
    public void words(List<TimedWord> words) {
      onThread(() -> next.hand(new Signal.SpeechWords(number, words)));
    }

    @Override
    public void clauseDone(int clause) {
      onThread(() -> next.hand(new Signal.ClauseSpoken(number, clause)));
    }

    @Override
    public void done() {
      onThread(() -> finished(true));
    }

    @Override
    public void failed(SpeechFailure why) {
      onThread(() -> {
        call.tally().count("voice_failed");
        LOG.atWarn()
            .addKeyValue("call", call.id())
            .log("No voice can go on; the house leaves the call ({}).", why.reason());
        finished(false);
        next.hand(new Signal.Leave());
      });
    }

    private void finished(boolean whole) {
      utterance = null;
      waiting.removeIf(clause -> clause.line() == number);
      next.hand(new Signal.LineSpoken(number, whole));
      speak();
    }

    private void onThread(Runnable told) {
      call.thread()
          .run(() -> {
            if (utterance != null && line == number && !call.isOver()) {
              told.run();
            }
          });
    }
  }
}
