package io.conserje.simulated.speech;

/** G.711 as it is defined, one sample at a time. */
final class Mulaw {

  private static final int BIAS = 0x84;
  private static final int LOUDEST = 32_635;

  private Mulaw() {}

  static short[] decode(byte[] bytes) {
    short[] samples = new short[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      int code = ~bytes[i] & 0xFF;
      int size = ((code & 0x0F) << 3) + BIAS << (code >> 4 & 7);
      samples[i] = (short) ((code & 0x80) != 0 ? BIAS - size : size - BIAS);
    }
    return samples;
  }

  static byte[] encode(short[] samples) {
    byte[] bytes = new byte[samples.length];
    for (int i = 0; i < samples.length; i++) {
      int size = Math.min(Math.abs((int) samples[i]), LOUDEST) + BIAS;
      int segment = 24 - Integer.numberOfLeadingZeros(size);
      int code = (samples[i] < 0 ? 0x80 : 0) | segment << 4 | size >> segment + 3 & 0x0F;
      bytes[i] = (byte) ~code;
    }
    return bytes;
  }
}
