package io.conserje.voice.call;

import io.conserje.speech.AudioFormat;
import io.conserje.voice.carrier.Carrier;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** A line whose carrier plays what it is given in its time, in frames of 20 ms. */
public final class FakeCarrier implements Carrier {

  static final Duration FRAME = Duration.ofMillis(20);

  private final Deque<Object> buffer = new ArrayDeque<>();
  private Consumer<Signal> house;
  private byte[] playing = new byte[0];
  private int playedOfIt;
  private long heard;
  private long gaps;
  private long gapAt;
  private int clears;
  private boolean hungUp;

  void connect(Consumer<Signal> house) {
    this.house = house;
  }

  @Override
  public String name() {
    return "fake";
  }

  @Override
  public AudioFormat hears() {
    return AudioFormat.MULAW_8000;
  }

  @Override
  public AudioFormat plays() {
    return AudioFormat.MULAW_8000;
  }

  @Override
  public void play(byte[] sound) {
    buffer.add(sound);
  }

  @Override
  public void mark(String name) {
    buffer.add(name);
  }

  @Override
  public void clear() {
    clears++;
    playing = new byte[0];
    playedOfIt = 0;
    Deque<Object> gone = new ArrayDeque<>(buffer);
    buffer.clear();
    gone.stream()
        .filter(String.class::isInstance)
        .forEach(name -> house.accept(new Signal.MarkBack((String) name)));
  }

  @Override
  public void hangUp() {
    hungUp = true;
  }

  /** Plays for the time of one frame. */
  void playFrame() {
    int room = plays().bytes(FRAME);
    while (room > 0) {
      int left = playing.length - playedOfIt;
      if (left > 0) {
        int now = Math.min(left, room);
        playedOfIt += now;
        heard += now;
        room -= now;
      } else if (!buffer.isEmpty() && buffer.peek() instanceof byte[] next) {
        buffer.poll();
        playing = next;
        playedOfIt = 0;
      } else if (!buffer.isEmpty()) {
        house.accept(new Signal.MarkBack((String) buffer.poll()));
      } else {
        gaps += heard > gapAt ? 1 : 0;
        gapAt = heard;
        return;
      }
    }
    while (playedOfIt == playing.length && buffer.peek() instanceof String name) {
      buffer.poll();
      house.accept(new Signal.MarkBack(name));
    }
  }

  /** What the guest has really heard, in bytes. */
  long heard() {
    return heard;
  }

  /** How often it had nothing to play after it had played something. */
  long gaps() {
    return gaps;
  }

  int clears() {
    return clears;
  }

  boolean hungUp() {
    return hungUp;
  }
}
