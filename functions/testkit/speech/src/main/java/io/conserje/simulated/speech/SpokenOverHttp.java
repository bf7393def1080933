package io.conserje.simulated.speech;

import io.conserje.simulated.speech.Trouble.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;

/** Answers with the sound of a text, piece by piece, or with trouble. */
final class SpokenOverHttp {

  /** Not a whole number of samples of 16 bits: a network cuts where it likes. */
  private static final int PIECE = 4_001;

  private SpokenOverHttp() {}

  static void speak(Visit visit, String text, boolean isWide, Duration thinking, Trouble trouble)
      throws IOException, InterruptedException {
    if (trouble != null && trouble.is(Kind.REFUSED)) {
      visit.answer(trouble.status(), Map.of(), new byte[0]);
      return;
    }
    Thread.sleep(trouble != null && trouble.is(Kind.SLOW) ? thinking.plusSeconds(2) : thinking);
    byte[] sound = isWide ? WideSound.ofMulaw(Tone.of(text)) : Tone.of(text);
    int aMillisecond = isWide ? 32 : 8;
    visit.begin(200, Map.of("Content-Type", isWide ? "application/octet-stream" : "audio/basic"));
    for (int from = 0; from < sound.length; from += PIECE) {
      if (trouble != null
          && from / aMillisecond >= trouble.after().toMillis()
          && !trouble.is(Kind.SLOW)) {
        fail(visit, trouble);
        return;
      }
      visit.piece(Arrays.copyOfRange(sound, from, Math.min(sound.length, from + PIECE)));
    }
    visit.piece(new byte[0]);
  }

  private static void fail(Visit visit, Trouble trouble) throws IOException, InterruptedException {
    if (trouble.is(Kind.SILENT)) {
      Thread.sleep(Duration.ofMinutes(1));
    }
    visit.cut();
  }
}
