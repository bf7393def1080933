package io.conserje.simulated.speech;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Hears a line as it comes, and knows the utterances by their sound alone. What is silent, written
 * another way than it was said, or full of holes, says nothing to it.
 */
public final class LineEar {

  private static final int BEFORE = 4;

  /** Frames after which somebody who says nothing known is not listened to. */
  private static final int ENOUGH = 25;

  /** After so many, only the best are followed. */
  private static final int PLENTY = 60;

  private static final int FOLLOWED = 3;
  private static final float ALIKE = 0.28f;
  private static final double LEAST_DENSITY = 0.82;
  private static final double MOST_DENSITY = 1.3;
  private static final int LONGEST_PAUSE = 60;

  private static final List<float[][]> KNOWN =
      Utterance.all().stream().map(u -> Likeness.ofAll(betweenSilence(u.mulaw()))).toList();

  private final Deque<float[]> before = new ArrayDeque<>();
  private List<Trail> trails = List.of();
  private short[] rest = new short[0];
  private long frames;
  private int spoken;
  private int silent;
  private long began;

  /**
   * What is being said, as far as it was heard.
   *
   * @param from in frames of 20 ms since the line began
   * @param to the same
   * @param words those that were heard whole; empty for what nobody knows
   */
  public record Saying(long from, long to, List<TimedWord> words) {}

  /**
   * @param from in seconds since the line began
   * @param to the same
   */
  public record TimedWord(String text, double from, double to) {}

  private static short[] betweenSilence(byte[] mulaw) {
    int silence = 2 * BEFORE * Likeness.SAMPLES;
    short[] samples = new short[silence + mulaw.length + silence];
    System.arraycopy(Mulaw.decode(mulaw), 0, samples, silence, mulaw.length);
    return samples;
  }

  /** Takes mu-law at 8 kHz. */
  public void hear(byte[] mulaw) {
    short[] samples = Mulaw.decode(mulaw);
    short[] all = Arrays.copyOf(rest, rest.length + samples.length);
    System.arraycopy(samples, 0, all, rest.length, samples.length);
    int at = 0;
    for (; at + Likeness.SAMPLES <= all.length; at += Likeness.SAMPLES) {
      frame(Likeness.of(all, at));
    }
    rest = Arrays.copyOfRange(all, at, all.length);
  }

  private void frame(float[] frame) {
    frames++;
    boolean voice = Likeness.isVoice(frame);
    silent = voice ? 0 : silent + 1;
    if (!trails.isEmpty()) {
      follow(frame);
    } else if (voice) {
      begin(frame);
    } else {
      before.add(frame);
      if (before.size() > BEFORE) {
        before.poll();
      }
    }
  }

  private void begin(float[] frame) {
    trails = new ArrayList<>();
    for (int i = 0; i < KNOWN.size(); i++) {
      trails.add(new Trail(Utterance.all().get(i), KNOWN.get(i)));
    }
    spoken = 0;
    began = frames - before.size();
    before.forEach(this::follow);
    before.clear();
    follow(frame);
  }

  private void follow(float[] frame) {
    spoken++;
    trails.forEach(trail -> trail.hear(frame));
    if (spoken == PLENTY) {
      trails = trails.stream().sorted(Comparator.comparing(Trail::cost)).limit(FOLLOWED).toList();
    }
    if (silent >= LONGEST_PAUSE) {
      trails = List.of();
    }
  }

  /** Frames since anything was heard last. */
  public int silent() {
    return silent;
  }

  /** How much was heard of the line. */
  public double seconds() {
    return frames * 0.02;
  }

  /** Empty while nobody speaks. */
  public Optional<Saying> saying() {
    if (trails.isEmpty()) {
      return Optional.empty();
    }
    long to = frames - silent;
    return Optional.of(
        new Saying(began, to, known().map(trail -> words(trail, to)).orElse(List.of())));
  }

  private Optional<Trail> known() {
    return trails.stream()
        .min(Comparator.comparing(Trail::cost))
        .filter(best -> spoken >= ENOUGH || best.isAtItsEnd())
        .filter(best -> best.cost() < ALIKE && best.density() > LEAST_DENSITY)
        .filter(best -> best.density() < MOST_DENSITY);
  }

  private List<TimedWord> words(Trail trail, long to) {
    double share = trail.isAtItsEnd() ? 1 : trail.share();
    double begin = trail.beganAt();
    double start = began * 0.02;
    double scale = (to - began) * 0.02 / Math.max(0.01, share - begin);
    return trail.utterance().words().stream()
        .filter(word -> word.to() <= share + 1e-9 && word.from() >= begin - 0.1)
        .map(word ->
            new TimedWord(
                word.text(),
                start + Math.max(0, word.from() - begin) * scale,
                start + (word.to() - begin) * scale))
        .toList();
  }

  @Override
  public String toString() {
    return trails.stream().sorted(Comparator.comparing(Trail::cost)).limit(3).toList().toString();
  }
}
