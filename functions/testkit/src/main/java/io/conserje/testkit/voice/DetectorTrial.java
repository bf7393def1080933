package io.conserje.testkit.voice;

import io.conserje.speech.VoiceActivity;
import io.conserje.speech.VoiceActivity.Change;
import io.conserje.speech.VoiceActivity.Thresholds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How well a detector tells speech from noise. What counts for a frame of 20 ms is whether the
 * detector has told that somebody spoke in it, by the moments it gives for the beginning and the
 * end; how late it told is the delay.
 */
public final class DetectorTrial {

  private static final int CALLS = 4;

  private final VoiceActivity.Detector detector;
  private final List<short[]> sentences;

  private int right;
  private int told;
  private int spoken;
  private int missed;
  private int falseAlarms;
  private final List<Integer> onsets = new ArrayList<>();
  private final List<Integer> ends = new ArrayList<>();
  private long nanos;
  private long frames;

  private DetectorTrial(VoiceActivity.Detector detector, List<short[]> sentences) {
    this.detector = detector;
    this.sentences = sentences;
  }

  /**
   * What came of it.
   *
   * @param precision how much of what was told as speech is speech
   * @param recall how much of speech was told
   * @param onset from the beginning of speech until it is told, the threshold included
   * @param lateOnset the same, of the slowest twentieth
   * @param end from the end of speech until it is told, the threshold included
   * @param missed pieces of speech that were not noticed at all
   * @param falseAlarms times that speech was told where none is
   * @param microseconds of work for each frame
   */
  public record Result(
      String detector,
      LineNoise noise,
      int decibels,
      double precision,
      double recall,
      Duration onset,
      Duration lateOnset,
      Duration end,
      int missed,
      int falseAlarms,
      double microseconds) {

    public static final String HEAD =
        """
        | detector | noise | dB | precision | recall | onset ms | p95 | end ms | missed | false alarms | µs/frame |
        |---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|\
        """;

    public String row() {
      return "| %s | %s | %d | %.3f | %.3f | %d | %d | %d | %d | %d | %.1f |"
          .formatted(
              detector,
              noise.name().toLowerCase(),
              decibels,
              precision,
              recall,
              onset.toMillis(),
              lateOnset.toMillis(),
              end.toMillis(),
              missed,
              falseAlarms,
              microseconds);
    }
  }

  public static Result run(
      VoiceActivity.Detector detector, List<short[]> sentences, LineNoise noise, int decibels) {
    DetectorTrial trial = new DetectorTrial(detector, sentences);
    for (int call = 0; call < CALLS; call++) {
      trial.hear(NoisyCall.of(sentences, noise, decibels, 20 + call));
    }
    return trial.result(noise, decibels);
  }

  private void hear(NoisyCall call) {
    short[] frame = new short[NoisyCall.FRAME];
    boolean[] toldFrames = new boolean[call.frames()];
    int[] toldAt = new int[call.frames()];
    Arrays.fill(toldAt, Integer.MAX_VALUE);
    int from = -1;
    List<int[]> stops = new ArrayList<>();
    try (VoiceActivity activity = detector.begin(NoisyCall.RATE, Thresholds.USUAL)) {
      for (int i = 0; i < call.frames(); i++) {
        call.frame(i, frame);
        long before = System.nanoTime();
        Change change = activity.hear(frame, frame.length);
        nanos += System.nanoTime() - before;
        switch (change) {
          case Change.Started(Duration since) -> {
            from = index(since);
            falseAlarms += isNear(call, from, i) ? 0 : 1;
            Arrays.fill(toldAt, from, i + 1, i);
          }
          case Change.Stopped(Duration since) -> {
            Arrays.fill(toldFrames, from, Math.min(call.frames(), index(since)), true);
            stops.add(new int[] {index(since), i});
            from = -1;
          }
          case Change.None _ -> {}
        }
        if (from >= 0) {
          toldAt[i] = Math.min(toldAt[i], i);
        }
      }
    }
    if (from >= 0) {
      Arrays.fill(toldFrames, from, call.frames(), true);
    }
    count(call, toldFrames, toldAt);
    ends(call, stops);
  }

  private static int index(Duration since) {
    return (int) Math.round(since.toMillis() / 20.0);
  }

  private static boolean isNear(NoisyCall call, int from, int to) {
    for (int i = Math.max(0, from - 5); i <= to; i++) {
      if (call.isSpeech(i)) {
        return true;
      }
    }
    return false;
  }

  private void count(NoisyCall call, boolean[] toldFrames, int[] toldAt) {
    frames += call.frames();
    for (int i = 0; i < call.frames(); i++) {
      told += toldFrames[i] ? 1 : 0;
      spoken += call.isSpeech(i) ? 1 : 0;
      right += toldFrames[i] && call.isSpeech(i) ? 1 : 0;
      if (call.isSpeech(i) && (i == 0 || !call.isSpeech(i - 1))) {
        onset(call, toldAt, i);
      }
    }
  }

  private void onset(NoisyCall call, int[] toldAt, int from) {
    int first = Integer.MAX_VALUE;
    for (int i = from; i < call.frames() && call.isSpeech(i); i++) {
      first = Math.min(first, toldAt[i]);
    }
    if (first == Integer.MAX_VALUE) {
      missed++;
    } else {
      onsets.add(20 * Math.max(0, first + 1 - from));
    }
  }

  private void ends(NoisyCall call, List<int[]> stops) {
    for (int[] stop : stops) {
      for (int i = stop[1]; i > 0; i--) {
        if (call.isSpeech(i - 1)) {
          ends.add(20 * (stop[1] + 1 - i));
          break;
        }
      }
    }
  }

  private Result result(LineNoise noise, int decibels) {
    return new Result(
        detector.name(),
        noise,
        decibels,
        told == 0 ? 0 : (double) right / told,
        (double) right / spoken,
        part(onsets, 0.5),
        part(onsets, 0.95),
        part(ends, 0.5),
        missed,
        falseAlarms,
        nanos / 1e3 / frames);
  }

  private static Duration part(List<Integer> milliseconds, double part) {
    List<Integer> sorted = milliseconds.stream().sorted().toList();
    int at = (int) Math.min(sorted.size() - 1L, Math.round(part * sorted.size()));
    return Duration.ofMillis(sorted.isEmpty() ? 0 : sorted.get(at));
  }
}
