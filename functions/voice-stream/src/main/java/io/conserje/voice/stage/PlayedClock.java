package io.conserje.voice.stage;

import io.conserje.speech.AudioFormat;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

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
   */
  record Place(int line, long bytes, long pieceBegan) {}

  private record Piece(String name, int line, long endsAt, int length, long sentAt) {}

  /** How long the carrier can play without being given more. */
  Duration lead(long now) {
    return Duration.ofNanos(Math.max(0, emptyAt - now));
  }

  /** The name of the mark behind the piece. */
  String sent(int line, long endsAt, int length, long now) {
    if (pending.isEmpty()) {
      playingSince = now;
    }
    emptyAt = Math.max(emptyAt, now) + nanos(length);
    Piece piece = new Piece(clearings + "." + line + "." + endsAt, line, endsAt, length, now);
    pending.add(piece);
    return piece.name();
  }

  /** Null for a mark that says nothing. */
  Place marked(String name, long now) {
    if (pending.stream().noneMatch(piece -> piece.name().equals(name))) {
      return null;
    }
    Piece piece = pending.poll();
    while (!piece.name().equals(name)) {
      piece = pending.poll();
    }
    playingSince = now;
    return new Place(
        piece.line(), piece.endsAt(), Math.max(piece.sentAt(), now - nanos(piece.length())));
  }

  /** The carrier forgets what it has not played; null where there was nothing. */
  Place cleared(long now) {
    Piece playing = pending.peek();
    Place place = null;
    if (playing != null) {
      long sounded = Math.clamp(now - playingSince, 0L, nanos(playing.length()));
      long left = format.bytes(Duration.ofNanos(nanos(playing.length()) - sounded));
      place = new Place(playing.line(), playing.endsAt() - left, now);
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
