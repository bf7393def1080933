package io.conserje.simulated.speech;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** A browser's sound, 16 bits at 16 kHz, to and from a telephone's. */
final class WideSound {

  /** Two samples of 16 bits are one of the telephone's. */
  private static final int OF_ONE = 4;

  private byte[] left = new byte[0];

  /** What is whole of it by now. */
  byte[] toMulaw(byte[] more) {
    byte[] all = Arrays.copyOf(left, left.length + more.length);
    System.arraycopy(more, 0, all, left.length, more.length);
    short[] samples = new short[all.length / OF_ONE];
    ByteBuffer wide = ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) ((wide.getShort() + wide.getShort()) / 2);
    }
    left = Arrays.copyOfRange(all, wide.position(), all.length);
    return Mulaw.encode(samples);
  }

  static byte[] ofMulaw(byte[] sound) {
    ByteBuffer wide = ByteBuffer.allocate(OF_ONE * sound.length).order(ByteOrder.LITTLE_ENDIAN);
    for (short sample : Mulaw.decode(sound)) {
      wide.putShort(sample).putShort(sample);
    }
    return wide.array();
  }
}
