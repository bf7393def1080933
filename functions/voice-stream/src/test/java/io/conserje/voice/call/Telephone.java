package io.conserje.voice.call;

import io.conserje.call.AnswerTime;
import io.conserje.metrics.Metrics;
import io.conserje.metrics.Traces;
import io.conserje.speech.AudioFormat;
import io.conserje.voice.record.CallRecords;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/** A guest on the telephone with a house of fakes, in stepped time. */
final class Telephone {

  static final byte[] SILENCE = frame(AudioFormat.Encoding.MULAW.silence());
  static final byte[] VOICE = frame((byte) 0x10);

  final SteppedThread thread = new SteppedThread();
  final FakeCarrier carrier = new FakeCarrier();
  final FakeEar ear = new FakeEar();
  final FakeVoice voice = new FakeVoice();
  final Map<String, Duration> metrics = new HashMap<>();
  static final Instant NOW = Instant.parse("2026-11-20T11:00:00Z");

  final FakeArchive archive = new FakeArchive();
  final Queue<AnswerTime> answers = archive.answers;
  final List<Traces.Span> spans = new ArrayList<>();
  final FakeHouse house;
  final CallSession call;
  final CallPipeline pipeline;

  Telephone(String greeting, UnaryOperator<String> answer) {
    this(greeting, answer, () -> {});
  }

  Telephone(String greeting, UnaryOperator<String> answer, Runnable beforeGreeting) {
    this(greeting, answer, beforeGreeting, Duration.ofMinutes(20));
  }

  Telephone(
      String greeting, UnaryOperator<String> answer, Runnable beforeGreeting, Duration longest) {
    house = new FakeHouse(greeting, answer, beforeGreeting);
    call = new CallSession("CA1", Locale.of("es"), thread, carrier, house, new Tally());
    pipeline =
        CallPipeline.of(
            call,
            new CallPipeline.Crew(
                new FakeDetector(), ear, voice, noted(), () -> longest, records()));
    carrier.connect(pipeline::take);
  }

  private CallRecords records() {
    return new CallRecords((_, _) -> archive, archive, traces(), () -> NOW);
  }

  private Traces traces() {
    return new Traces() {
      @Override
      public boolean areWanted() {
        return true;
      }

      @Override
      public void tell(String trace, List<Span> told) {
        spans.addAll(told);
      }
    };
  }

  private Metrics noted() {
    return new Metrics() {
      @Override
      public void count(String name, long by, Label... labels) {}

      @Override
      public void time(String name, Duration took, Label... labels) {
        metrics.put(labels.length == 0 ? name : name + " " + labels[0].value(), took);
      }
    };
  }

  private static byte[] frame(byte value) {
    byte[] frame = new byte[160];
    Arrays.fill(frame, value);
    return frame;
  }

  void open() {
    pipeline.take(new Signal.LineOpened());
    thread.await(() -> call.spoken().audible());
  }

  /** Both sides of the line for so long. */
  void sound(byte[] frame, Duration time) {
    for (long i = 0; i < time.dividedBy(FakeCarrier.FRAME); i++) {
      thread.step(FakeCarrier.FRAME);
      pipeline.take(new Signal.Sound(frame));
      carrier.playFrame();
    }
  }

  /** The same, though the guest's side comes late and then all at once. */
  void bursts(byte[] frame, Duration time, Duration burst) {
    for (long i = 0; i < time.dividedBy(burst); i++) {
      for (long j = 0; j < burst.dividedBy(FakeCarrier.FRAME); j++) {
        thread.step(FakeCarrier.FRAME);
        carrier.playFrame();
      }
      for (long j = 0; j < burst.dividedBy(FakeCarrier.FRAME); j++) {
        pipeline.take(new Signal.Sound(frame));
      }
    }
  }

  /**
   * Silence of the guest until something has come of it; gives up after ten minutes of the call.
   */
  void quietUntil(BooleanSupplier condition) {
    for (int i = 0; i < 30_000 && !condition.getAsBoolean(); i++) {
      sound(SILENCE, FakeCarrier.FRAME);
    }
    if (!condition.getAsBoolean()) {
      throw new AssertionError("it did not happen");
    }
  }

  /** The guest speaks for a second and is understood. */
  void say(String words) {
    sound(VOICE, Duration.ofSeconds(1));
    ear.words(words);
    sound(SILENCE, Duration.ofMillis(500));
  }

  /** The guest hears everything that is being said. */
  void hearAll() {
    quietUntil(() -> call.spoken().isTold());
  }

  void press(String keys) {
    for (char key : keys.toCharArray()) {
      pipeline.take(new Signal.Key(key));
      sound(SILENCE, Duration.ofMillis(300));
    }
  }

  /** How often something was survived. */
  long tally(String name) {
    return call.tally().counts().getOrDefault(name, 0L);
  }

  /** Everything the house has said, or begun to say, as one text. */
  String spoken() {
    return String.join("", voice.clauses);
  }

  void hangUp() {
    pipeline.take(new Signal.LineClosed("stopped"));
  }
}
