package io.conserje.turns.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** What a caller hears while it rings elsewhere, as it sounds in Spain: a WAV to be repeated. */
final class RingTone {

  private static final int RATE = 8_000;
  private static final double HERTZ = 425;
  private static final int TONE = RATE * 3 / 2;
  private static final int PERIOD = TONE + RATE * 3;

  /** Of the loudest there is. */
  private static final double LOUDNESS = 0.1;

  /** So long it swells and fades, or it would click. */
  private static final int EDGE = RATE / 100;

  private static final int HEADER = 44;

  private RingTone() {}

  static byte[] wav() {
    ByteBuffer wav = ByteBuffer.allocate(HEADER + PERIOD * 2).order(ByteOrder.LITTLE_ENDIAN);
    text(wav, "RIFF").putInt(HEADER - 8 + PERIOD * 2);
    text(wav, "WAVE");
    text(wav, "fmt ").putInt(16).putShort((short) 1).putShort((short) 1);
    wav.putInt(RATE).putInt(RATE * 2).putShort((short) 2).putShort((short) 16);
    text(wav, "data").putInt(PERIOD * 2);
    for (int i = 0; i < PERIOD; i++) {
      wav.putShort(i < TONE ? sample(i) : 0);
    }
    return wav.array();
  }

  private static short sample(int at) {
    double edge = Math.min(1, Math.min(at, TONE - at) / (double) EDGE);
    double wave = Math.sin(2 * Math.PI * HERTZ * at / RATE);
    return (short) Math.round(Short.MAX_VALUE * LOUDNESS * edge * wave);
  }

  private static ByteBuffer text(ByteBuffer wav, String word) {
    return wav.put(word.getBytes(StandardCharsets.US_ASCII));
  }
}
