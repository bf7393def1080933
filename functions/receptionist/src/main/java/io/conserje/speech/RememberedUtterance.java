package io.conserje.speech;

import io.conserje.speech.RememberingVoice.Phrase;
import io.conserje.speech.SpeechVoice.Listener;
import io.conserje.speech.SpeechVoice.Utterance;
import io.conserje.speech.SpeechVoice.Wishes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;

/** One answer: out of memory as far as that goes, and then by the voice itself. */
final class RememberedUtterance implements Utterance {

  private final SpeechVoice voice;
  private final PhraseMemory memory;
  private final Wishes wishes;
  private final Listener listener;

  /** Clauses that the voice itself was given. */
  private final List<String> spoken = new ArrayList<>();

  private final OneAfterAnother inOrder = new OneAfterAnother();

  /** Null until something is to be said that is not remembered. */
  private volatile Utterance utterance;

  private int remembered;
  private long rememberedBytes;
  private boolean over;

  RememberedUtterance(SpeechVoice voice, PhraseMemory memory, Wishes wishes, Listener listener) {
    this.voice = voice;
    this.memory = memory;
    this.wishes = wishes;
    this.listener = listener;
  }

  @Override
  public void say(String clause) {
    inOrder.run(() -> {
      if (!over) {
        sayOrRemember(clause);
      }
    });
  }

  private void sayOrRemember(String clause) {
    Phrase phrase = utterance == null ? memory.find(voice.name(), wishes, clause) : null;
    if (phrase != null) {
      tell(phrase);
      return;
    }
    spoken.add(clause);
    if (utterance == null) {
      utterance = voice.begin(wishes, new Listening());
    }
    listener.used(voice.name(), clause.length());
    utterance.say(clause);
  }

  private void tell(Phrase phrase) {
    phrase.sound().forEach(listener::sound);
    tellWords(phrase.words());
    rememberedBytes += phrase.bytes();
    listener.clauseDone(remembered++);
  }

  private void tellWords(List<TimedWord> words) {
    if (!words.isEmpty()) {
      listener.words(moved(words, wishes.format().length(rememberedBytes)));
    }
  }

  @Override
  public void end() {
    inOrder.run(() -> {
      if (over) {
        return;
      }
      if (utterance != null) {
        utterance.end();
      } else {
        over = true;
        listener.done();
      }
    });
  }

  @Override
  public void cancel() {
    inOrder.run(() -> {
      over = true;
      if (utterance != null) {
        utterance.cancel();
      }
    });
  }

  @Override
  public ScheduledExecutorService heardOn(ScheduledExecutorService usual) {
    Utterance begun = utterance;
    return begun == null ? usual : begun.heardOn(usual);
  }

  private static List<TimedWord> moved(List<TimedWord> words, Duration by) {
    return words.stream()
        .map(word -> new TimedWord(word.text(), word.from().plus(by), word.to().plus(by)))
        .toList();
  }

  /** Hands on what the voice tells, and keeps the clauses that are said more than once. */
  private final class Listening implements Listener {

    private List<byte[]> sound = new ArrayList<>();
    private List<TimedWord> words = new ArrayList<>();
    private long bytes;

    /** Where the clause began whose sound is being gathered. */
    private long clauseFrom;

    @Override
    public void sound(byte[] piece) {
      inOrder.run(() -> {
        sound.add(piece);
        bytes += piece.length;
        listener.sound(piece);
      });
    }

    @Override
    public void words(List<TimedWord> more) {
      inOrder.run(() -> {
        words.addAll(more);
        tellWords(more);
      });
    }

    @Override
    public void clauseDone(int clause) {
      inOrder.run(() -> {
        keep(clause);
        listener.clauseDone(remembered + clause);
      });
    }

    private void keep(int clause) {
      Duration began = wishes.format().length(clauseFrom);
      String text = spoken.get(clause);
      if (memory.isSaidAgain(voice.name(), wishes, text)) {
        Phrase phrase = new Phrase(List.copyOf(sound), moved(words, began.negated()));
        memory.keep(voice.name(), wishes, text, phrase);
      }
      clauseFrom = bytes;
      sound = new ArrayList<>();
      words = new ArrayList<>();
    }

    @Override
    public void done() {
      inOrder.run(() -> {
        over = true;
        listener.done();
      });
    }

    @Override
    public void failed(SpeechFailure why) {
      inOrder.run(() -> {
        over = true;
        listener.failed(why);
      });
    }
  }
}
