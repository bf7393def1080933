package io.conserje.connectors.espeak;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;

/** Runs the program for one text. What is said goes in by a pipe: arguments are seen by others. */
final class EspeakProgram {

  private static final int HEAD = 44;
  private static final int RATE_AT = 24;
  private static final int WORDS_PER_MINUTE = 165;

  private final String program;
  private final Semaphore places;

  EspeakProgram(String program, Semaphore places) {
    this.program = program;
    this.places = places;
  }

  /**
   * @param rate samples a second
   */
  record Sound(int rate, short[] samples) {}

  /** Waits for it; an interrupt ends the process. */
  Sound say(String text, Locale language) throws IOException, InterruptedException {
    places.acquire();
    try {
      return run(text, language);
    } finally {
      places.release();
    }
  }

  private Sound run(String text, Locale language) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                List.of(
                    program,
                    "-v",
                    voice(language),
                    "-s",
                    String.valueOf(WORDS_PER_MINUTE),
                    "--stdin",
                    "--stdout"))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (OutputStream in = process.getOutputStream()) {
      in.write(text.getBytes(StandardCharsets.UTF_8));
      in.close();
      byte[] wav = read(process.getInputStream());
      int ended = process.waitFor();
      if (ended != 0 || wav.length < HEAD) {
        throw new IOException("it ended with " + ended);
      }
      return sound(wav);
    } finally {
      process.destroyForcibly();
    }
  }

  private static byte[] read(InputStream out) throws IOException {
    try (DataInputStream all = new DataInputStream(out)) {
      return all.readAllBytes();
    }
  }

  /** The length in its head is not known when it is written, and wrong. */
  private static Sound sound(byte[] wav) {
    int rate =
        wav[RATE_AT] & 0xFF | (wav[RATE_AT + 1] & 0xFF) << 8 | (wav[RATE_AT + 2] & 0xFF) << 16;
    short[] samples = new short[(wav.length - HEAD) / 2];
    for (int i = 0; i < samples.length; i++) {
      int at = HEAD + 2 * i;
      samples[i] = (short) (wav[at] & 0xFF | wav[at + 1] << 8);
    }
    return new Sound(rate, samples);
  }

  private static String voice(Locale language) {
    boolean america =
        language.getLanguage().equals("es") && !List.of("", "ES").contains(language.getCountry());
    return america ? "es-419" : language.getLanguage();
  }
}
