package io.conserje.voiceload;

import io.conserje.speech.VoiceActivity.Thresholds;
import io.conserje.voiceload.SpokenSound.Piece;
import java.time.Duration;

/**
 * When a guest speaks: three seconds, then at least six seconds nothing, and each third time while
 * the house speaks. It knows what the house hears of that and when, and so what is to be expected.
 */
final class GuestScript {

  /** How long the house waits after a question that is plainly complete. */
  static final Duration PAUSE = Duration.ofMillis(480);

  private static final long CHOSEN = PAUSE.toNanos();
  private static final long VOICE = ScriptedElevenLabs.THINKING.toNanos();
  private static final long THRESHOLD = Thresholds.USUAL.start().toNanos();
  private static final long FRAME = Duration.ofMillis(20).toNanos();
  private static final long SILENCE = Duration.ofSeconds(6).toNanos();
  private static final long AFTER_THE_HOUSE = Duration.ofMillis(500).toNanos();
  private static final long INTO_THE_ANSWER = Duration.ofSeconds(1).toNanos();
  private static final long PATIENCE = Duration.ofSeconds(15).toNanos();

  /** What must be left of a line that is interrupted. */
  private static final int LEFT = 12_000;

  private static final int EVERY = 3;

  private final Playout playout;
  private int said;
  private GuestSentence sentence;
  private int frame;
  private long onset;
  private long ended;
  private long answered;
  private int lastUtterance;
  private boolean waiting = true;
  private boolean clearExpected;

  GuestScript(Playout playout, int number, long now) {
    this.playout = playout;
    this.said = number;
    this.ended = now;
  }

  /** What the guest's side sounds like in the 20 ms before this moment; null for silence. */
  byte[] next(long due, Findings findings) {
    if (sentence == null && speaksNow(due, findings)) {
      sentence = GuestSentence.of(said++);
      frame = 0;
      onset = due - FRAME;
    }
    if (sentence == null) {
      return null;
    }
    byte[] payload = sentence.payloads().get(frame++);
    if (frame == sentence.payloads().size()) {
      finish(due, findings);
    }
    return payload;
  }

  private boolean speaksNow(long now, Findings findings) {
    if (waiting && now - ended < PATIENCE) {
      return false;
    }
    if (waiting) {
      findings.unanswered++;
      waiting = false;
    }
    if (said % EVERY == 0
        && playout.isPlaying(now)
        && now - answered > INTO_THE_ANSWER
        && isLong(now)) {
      clearExpected = true;
      return true;
    }
    return isQuiet(now) && now - ended > SILENCE;
  }

  private boolean isLong(long now) {
    int whole =
        SpokenSound.of(playout.utterance()).text().length() * SpokenSound.BYTES_PER_CHARACTER;
    return whole - playout.played(now).getLast().to() > LEFT;
  }

  private boolean isQuiet(long now) {
    return playout.emptyAt() + AFTER_THE_HOUSE < now;
  }

  private void finish(long due, Findings findings) {
    findings.notCleared += clearExpected ? 1 : 0;
    clearExpected = false;
    sentence = null;
    ended = due;
    lastUtterance = playout.utterance();
    waiting = true;
  }

  /** Whether the call may end now without cutting anything. */
  boolean isDone(long now) {
    return sentence == null && !waiting && isQuiet(now);
  }

  void hears(Piece piece, long now, Findings findings) {
    if (waiting && (piece.utterance() != lastUtterance || piece.at() == 0)) {
      waiting = false;
      answered = now;
      if (lastUtterance > 0) {
        findings.turns++;
        boolean made = SpokenSound.of(piece.utterance()).begun() - ended > 0;
        findings.remembered += made ? 0 : 1;
        findings.overhead.add(now - ended - CHOSEN - (made ? VOICE : 0));
      }
    }
  }

  void cleared(long now, Findings findings) {
    if (clearExpected) {
      findings.bargeIn.add(now - onset - THRESHOLD);
      clearExpected = false;
    } else {
      findings.clearedForNothing++;
    }
  }
}
