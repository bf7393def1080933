package io.conserje.sandbox.voice;

import java.util.Arrays;

/** Sound as most telephone companies bring it: G.711 µ-law, 8000 samples a second. */
public final class PhoneSound {

  /** Of 20 ms. */
  public static final int FRAME = 160;

  public static final int RATE = 8_000;
  private static final byte SILENCE = (byte) 0xFF;

  private PhoneSound() {}

  public static byte[] silence(int bytes) {
    byte[] silence = new byte[bytes];
    Arrays.fill(silence, SILENCE);
    return silence;
  }

  /** One sample; ITU-T G.711. */
  public static short sample(byte code) {
    int value = ~code & 0xFF;
    int size = (((value & 0x0F) << 3) + 132) << ((value >> 4) & 7);
    return (short) ((value & 0x80) == 0 ? size - 132 : 132 - size);
  }
}
