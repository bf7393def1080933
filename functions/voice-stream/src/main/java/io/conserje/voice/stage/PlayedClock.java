package io.conserje.voice.stage;

import io.conserje.speech.AudioFormat;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * What the carrier has played. Its marks are the truth; between two of them the time since the
 * earlier one tells, and never more than the later one would.
 */
final class PlayedClock {

  private final AudioFormat format;

  /** Given to the carrier and not brought back, oldest first. */
  private final Deque<Piece> pending = new ArrayDeque<>();

  /** Marks of before the last clearing come back at once and say nothing. */
  private int clearings;

  /** When the carrier will have played all it was given. */
  private long emptyAt;

  /** When the oldest piece that is not brought back began to be played, as far as is known. */
  private long playingSince;

  PlayedClock(AudioFormat format) {
    this.format = format;
  }

  /**
   * How far a line was played.
   *
   * @param pieceBegan when the piece that ends there began to be played, at the earliest when the
   *     carrier was given it
   * @param sound what was played since the place before, in its order
   */
  record Place(int line, long bytes, long pieceBegan, List<byte[]> sound) {}

  private record Piece(String name, int line, long endsAt, byte[] sound, long sentAt) {
    int length() {
      return sound.length;
    }
  }

  /** How long the carrier can play without being given more. */
  Duration lead(long now) {
    return Duration.ofNanos(Math.max(0, emptyAt - now));
  }

  /** The name of the mark behind the piece. */
  String sent(int line, long endsAt, byte[] sound, long now) {
    if (pending.isEmpty()) {
      playingSince = now;
    }
    emptyAt = Math.max(emptyAt, now) + nanos(sound.length);
    Piece piece = new Piece(clearings + "." + line + "." + endsAt, line, endsAt, sound, now);
    pending.add(piece);
    return piece.name();
  }

  /** Null for a mark that says nothing. */
  Place marked(String name, long now) {
    if (pending.stream().noneMatch(piece -> piece.name().equals(name))) {
      return null;
    }
    List<byte[]> sound = new ArrayList<>(1);
    Piece piece = pending.poll();
    sound.add(piece.sound());
    while (!piece.name().equals(name)) {
      piece = pending.poll();
      sound.add(piece.sound());
    }
    playingSince = now;
    long began = Math.max(piece.sentAt(), now - nanos(piece.length()));
    return new Place(piece.line(), piece.endsAt(), began, sound);
  }

  /** The carrier forgets what it has not played; null where there was nothing. */
  Place cleared(long now) {
    Piece playing = pending.peek();
    Place place = null;
    if (playing != null) {
      long sounded = Math.clamp(now - playingSince, 0L, nanos(playing.length()));
      int left = format.bytes(Duration.ofNanos(nanos(playing.length()) - sounded));
      byte[] sound = Arrays.copyOf(playing.sound(), playing.length() - left);
      place = new Place(playing.line(), playing.endsAt() - left, now, List.of(sound));
    }
    pending.clear();
    clearings++;
    emptyAt = now;
    return place;
  }

  private long nanos(int bytes) {
    return format.length(bytes).toNanos();
  }
}
