package io.conserje.connectors.s3;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The head of a WAV file of two channels in µ-law. */
final class StereoWav {

  private static final int MULAW = 7;
  private static final int CHANNELS = 2;
  private static final int BITS = 8;
  private static final int FORMAT = 18;

  private StereoWav() {}

  /**
   * @param rate samples in a second
   * @param size bytes of sound
   */
  static byte[] head(int rate, long size) {
    ByteBuffer head = ByteBuffer.allocate(58).order(ByteOrder.LITTLE_ENDIAN);
    head.put(ascii("RIFF")).putInt((int) (head.capacity() - 8 + size)).put(ascii("WAVEfmt "));
    head.putInt(FORMAT).putShort((short) MULAW).putShort((short) CHANNELS).putInt(rate);
    head.putInt(rate * CHANNELS).putShort((short) CHANNELS).putShort((short) BITS);
    head.putShort((short) 0);
    head.put(ascii("fact")).putInt(4).putInt((int) (size / CHANNELS));
    head.put(ascii("data")).putInt((int) size);
    return head.array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
