package io.conserje.connectors.espeak;

import io.conserje.connectors.audio.line.G711;
import io.conserje.connectors.audio.line.Resampler;
import io.conserje.connectors.espeak.EspeakProgram.Sound;
import io.conserje.speech.AudioFormat;
import io.conserje.speech.SpeechFailure;
import io.conserje.speech.SpeechVoice;
import io.conserje.speech.TimedWord;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** One answer being said by the machine, on a virtual thread of its own. */
final class EspeakUtterance implements SpeechVoice.Utterance {

  private static final Duration PIECE = Duration.ofMillis(100);
  private static final String END = "";

  private final EspeakProgram program;
  private final SpeechVoice.Wishes wishes;
  private final SpeechVoice.Listener listener;
  private final AudioFormat format;
  private final BlockingQueue<String> clauses = new LinkedBlockingQueue<>();
  private final Thread thread;

  private volatile boolean cancelled;
  private int number;
  private long given;

  EspeakUtterance(EspeakProgram program, SpeechVoice.Wishes wishes, SpeechVoice.Listener listener) {
    this.program = program;
    this.wishes = wishes;
    this.listener = listener;
    this.format = wishes.format();
    this.thread = Thread.ofVirtual().name("espeak").start(this::speak);
  }

  @Override
  public void say(String clause) {
    if (!clause.isBlank()) {
      clauses.add(clause);
    }
  }

  @Override
  public void end() {
    clauses.add(END);
  }

  @Override
  public void cancel() {
    cancelled = true;
    thread.interrupt();
  }

  private void speak() {
    try {
      for (String clause = clauses.take(); !clause.equals(END); clause = clauses.take()) {
        tell(clause, program.say(clause, wishes.language()));
      }
      if (!cancelled) {
        listener.done();
      }
    } catch (IOException e) {
      if (!cancelled) {
        listener.failed(SpeechFailure.passing("espeak-ng failed: " + e.getMessage()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tell(String clause, Sound sound) {
    byte[] bytes = asWished(sound);
    int size = format.bytes(PIECE);
    for (int from = 0; from < bytes.length && !cancelled; from += size) {
      listener.sound(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + size)));
    }
    if (!cancelled) {
      listener.words(words(clause, format.length(given), format.length(bytes.length)));
      given += bytes.length;
      listener.clauseDone(number++);
    }
  }

  private byte[] asWished(Sound sound) {
    if (sound.rate() == format.rate()) {
      return G711.encode(format.encoding(), sound.samples(), sound.samples().length);
    }
    Resampler resampler = new Resampler(sound.rate(), format.rate());
    short[] samples = new short[resampler.most(sound.samples().length)];
    int length = resampler.resample(sound.samples(), sound.samples().length, samples);
    return G711.encode(format.encoding(), samples, length);
  }

  /** Long words take longer: near enough to know what a guest has heard. */
  private static List<TimedWord> words(String clause, Duration from, Duration length) {
    String[] parts = clause.strip().split("\\s+");
    int all = Arrays.stream(parts).mapToInt(String::length).sum();
    List<TimedWord> words = new ArrayList<>();
    int before = 0;
    for (String part : parts) {
      Duration begin = from.plus(length.multipliedBy(before).dividedBy(all));
      before += part.length();
      words.add(new TimedWord(part, begin, from.plus(length.multipliedBy(before).dividedBy(all))));
    }
    return words;
  }
}
