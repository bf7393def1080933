package io.conserje.simulated.speech;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Words, spoken by espeak-ng where it is installed, for whoever wants to listen to a call; tones
 * where it is not.
 */
public final class SpokenByMachine implements Sounds {

  private static final int HEAD = 44;
  private static final int RATE_AT = 24;
  private static final double RATE = 8_000;

  /** Zero crossings of the low pass to each side. */
  private static final int REACH = 12;

  /** Below what 8 kHz can carry, so that nothing of it comes back as another tone. */
  private static final double CUTOFF = 0.85;

  private final List<String> command;

  /**
   * @param language as espeak-ng names it
   */
  public SpokenByMachine(String language) {
    this(List.of("espeak-ng", "-v", language, "-s", "160", "--stdin", "--stdout"));
  }

  /**
   * @param command is given words and writes a WAV of 16 bits
   */
  SpokenByMachine(List<String> command) {
    this.command = command;
  }

  @Override
  public byte[] of(String text) {
    try {
      byte[] wav = run(text);
      return wav.length > HEAD ? mulaw(wav) : TONES.of(text);
    } catch (IOException notInstalled) {
      return TONES.of(text);
    }
  }

  private byte[] run(String text) throws IOException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (OutputStream in = process.getOutputStream()) {
      in.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return process.getInputStream().readAllBytes();
  }

  private static byte[] mulaw(byte[] wav) {
    ByteBuffer all = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN);
    double step = all.getInt(RATE_AT) / RATE;
    short[] from = new short[(wav.length - HEAD) / 2];
    all.position(HEAD).slice().order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(from);
    short[] to = new short[(int) (from.length / step)];
    for (int i = 0; i < to.length; i++) {
      to[i] = sample(from, i * step, step);
    }
    return Mulaw.encode(to);
  }

  /** The sound at that place, without what is too high for 8 kHz. */
  private static short sample(short[] from, double at, double step) {
    double reach = REACH * step;
    double sum = 0;
    double weights = 0;
    int last = (int) Math.min(from.length - 1.0, Math.floor(at + reach));
    for (int i = (int) Math.max(0, Math.ceil(at - reach)); i <= last; i++) {
      double x = Math.PI * (at - i) / step * CUTOFF;
      double window = 0.5 + 0.5 * Math.cos(Math.PI * (at - i) / reach);
      double weight = window * (x == 0 ? 1 : Math.sin(x) / x);
      sum += weight * from[i];
      weights += weight;
    }
    return (short) Math.clamp(Math.round(sum / weights), Short.MIN_VALUE, Short.MAX_VALUE);
  }
}
