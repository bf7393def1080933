package io.conserje.connectors.audio.line;

import io.conserje.speech.AudioFormat.Encoding;

/** The telephone's way of writing sound, by table. */
public final class G711 {

  private static final short[] MULAW = new short[256];
  private static final short[] ALAW = new short[256];
  private static final byte[] TO_MULAW = new byte[65_536];
  private static final byte[] TO_ALAW = new byte[65_536];

  static {
    for (int code = 0; code < 256; code++) {
      MULAW[code] = mulaw(code);
      ALAW[code] = alaw(code);
    }
    for (int sample = Short.MIN_VALUE; sample <= Short.MAX_VALUE; sample++) {
      TO_MULAW[sample & 0xFFFF] = toMulaw(sample);
      TO_ALAW[sample & 0xFFFF] = toAlaw(sample);
    }
  }

  private G711() {}

  /** Writes the samples of all bytes to the beginning of {@code samples} and returns how many. */
  public static int decode(Encoding encoding, byte[] bytes, short[] samples) {
    return switch (encoding) {
      case MULAW -> decode(MULAW, bytes, samples);
      case ALAW -> decode(ALAW, bytes, samples);
      case LINEAR16 -> linear(bytes, samples);
    };
  }

  private static int decode(short[] table, byte[] bytes, short[] samples) {
    for (int i = 0; i < bytes.length; i++) {
      samples[i] = table[bytes[i] & 0xFF];
    }
    return bytes.length;
  }

  private static int linear(byte[] bytes, short[] samples) {
    int length = bytes.length / 2;
    for (int i = 0; i < length; i++) {
      samples[i] = (short) (bytes[2 * i] & 0xFF | bytes[2 * i + 1] << 8);
    }
    return length;
  }

  public static byte[] encode(Encoding encoding, short[] samples, int length) {
    byte[] bytes = new byte[length * encoding.bytes()];
    for (int i = 0; i < length; i++) {
      switch (encoding) {
        case MULAW -> bytes[i] = TO_MULAW[samples[i] & 0xFFFF];
        case ALAW -> bytes[i] = TO_ALAW[samples[i] & 0xFFFF];
        case LINEAR16 -> {
          bytes[2 * i] = (byte) samples[i];
          bytes[2 * i + 1] = (byte) (samples[i] >> 8);
        }
      }
    }
    return bytes;
  }

  private static short mulaw(int code) {
    int value = ~code & 0xFF;
    int size = ((value & 0x0F) << 3) + 0x84 << (value >> 4 & 7);
    return (short) ((value & 0x80) != 0 ? 0x84 - size : size - 0x84);
  }

  private static byte toMulaw(int sample) {
    int sign = sample < 0 ? 0x80 : 0;
    int size = Math.min(Math.abs(sample), 32_635) + 0x84;
    int exponent = 24 - Integer.numberOfLeadingZeros(size);
    int mantissa = size >> exponent + 3 & 0x0F;
    return (byte) ~(sign | exponent << 4 | mantissa);
  }

  private static short alaw(int code) {
    int value = code ^ 0x55;
    int exponent = value >> 4 & 7;
    int size = (value & 0x0F) << 4;
    size = exponent == 0 ? size + 8 : size + 0x108 << exponent - 1;
    return (short) ((value & 0x80) != 0 ? size : -size);
  }

  private static byte toAlaw(int sample) {
    int sign = sample >= 0 ? 0x80 : 0;
    int size = Math.min(sample >= 0 ? sample : -sample - 1, 32_767);
    int exponent = Math.max(0, 24 - Integer.numberOfLeadingZeros(size | 1));
    int mantissa = exponent == 0 ? size >> 4 : size >> exponent + 3;
    return (byte) ((sign | exponent << 4 | mantissa & 0x0F) ^ 0x55);
  }
}
