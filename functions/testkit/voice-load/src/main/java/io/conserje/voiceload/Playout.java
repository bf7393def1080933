package io.conserje.voiceload;

import io.conserje.voiceload.SpokenSound.Piece;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The carrier's buffer of one call, and thereby the truth about what its guest hears: sound is
 * played at once as it comes, one piece after the other, until it is cleared. A second clock plays
 * the same with a buffer of 60 ms.
 */
final class Playout {

  static final long NANOS_PER_BYTE = 125_000;

  private static final long BUFFER = Duration.ofMillis(60).toNanos();
  private static final int MOST_AGAIN = 4_000;
  private static final long FRAME = Duration.ofMillis(20).toNanos();

  private record Playing(Piece piece, long from, long to) {}

  /**
   * A stretch of an utterance that the guest has heard without a break. A line has several where
   * parts of it were remembered: they have the sound of other utterances.
   *
   * @param from in bytes of the utterance's sound
   * @param to up to where it was heard
   */
  record Stretch(int utterance, int from, int to) {}

  /** Told once everything before it was played. */
  record Mark(String name, long at) {}

  private final Deque<Playing> pieces = new ArrayDeque<>();
  private final Deque<Mark> marks = new ArrayDeque<>();
  private final List<Stretch> heard = new ArrayList<>();
  private int utterance;
  private int next = -1;
  private long emptyAt;
  private long emptyAtBuffered;

  /** Takes what has just come and notes how late it was. */
  void play(Piece piece, long now, Findings findings) {
    boolean goesOn = piece.utterance() == utterance && piece.at() == next;
    long length = piece.length() * NANOS_PER_BYTE;
    if (goesOn) {
      long late = now - emptyAt;
      for (long due = 0; due < length; due += FRAME) {
        findings.lateness.add(Math.max(0, late - due));
      }
      findings.underruns += late > 0 ? 1 : 0;
      findings.bufferedUnderruns += now > emptyAtBuffered ? 1 : 0;
    } else if (piece.utterance() == utterance && piece.at() > next && next >= 0) {
      findings.holes++;
    }
    long from = Math.max(now, emptyAt);
    emptyAt = from + length;
    boolean buffering = !goesOn || now > emptyAtBuffered;
    emptyAtBuffered = Math.max(emptyAtBuffered, buffering ? now + BUFFER : 0) + length;
    pieces.add(new Playing(piece, from, emptyAt));
    utterance = piece.utterance();
    next = piece.at() + piece.length();
  }

  /** When it is to be told. */
  Mark mark(String name, long now) {
    Mark mark = new Mark(name, Math.max(now, emptyAt));
    marks.add(mark);
    return mark;
  }

  /** False for a mark that was cleared. */
  boolean isDue(Mark mark) {
    return marks.remove(mark);
  }

  /** Plays no more of what it has; returns the marks, which are told at once. */
  List<Mark> clear(long now) {
    advance(now);
    pieces.clear();
    emptyAt = now;
    emptyAtBuffered = now;
    next = -1;
    List<Mark> untold = new ArrayList<>(marks);
    marks.clear();
    return untold;
  }

  private void advance(long now) {
    while (!pieces.isEmpty() && pieces.peek().from() < now) {
      Playing playing = pieces.peek();
      Piece piece = playing.piece();
      long sounded = Math.min(piece.length(), (now - playing.from()) / NANOS_PER_BYTE);
      hears(piece.utterance(), piece.at(), piece.at() + (int) sounded);
      if (playing.to() > now) {
        return;
      }
      pieces.poll();
    }
  }

  /** Sound that is resumed begins a little before where it was cut. */
  private void hears(int utterance, int from, int to) {
    Stretch last = heard.isEmpty() ? null : heard.getLast();
    boolean goesOn =
        last != null
            && last.utterance() == utterance
            && from <= last.to()
            && from >= last.from()
            && last.to() - from < MOST_AGAIN
            && (from > 0 || last.from() == from && to >= last.to());
    if (goesOn) {
      heard.set(heard.size() - 1, new Stretch(utterance, last.from(), Math.max(last.to(), to)));
    } else if (to > from) {
      heard.add(new Stretch(utterance, from, to));
    }
  }

  boolean isPlaying(long now) {
    return emptyAt > now;
  }

  long emptyAt() {
    return emptyAt;
  }

  /** The utterance that was begun last; 0 before the first. */
  int utterance() {
    return utterance;
  }

  /** In their order. */
  List<Stretch> played(long now) {
    advance(now);
    return List.copyOf(heard);
  }
}
