package io.conserje.connectors.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Files of uncompressed sound. */
final class Wav {

  private static final int HEAD = 44;
  private static final int FORMAT = 0x666d7420;
  private static final int DATA = 0x64617461;

  private Wav() {}

  static boolean is(byte[] file) {
    return starts(file, 0, "RIFF") && starts(file, 8, "WAVE");
  }

  /** One channel of 16 bits at 16 kHz. */
  static byte[] of(short[] samples) {
    int size = samples.length * 2;
    ByteBuffer file = ByteBuffer.allocate(HEAD + size).order(ByteOrder.LITTLE_ENDIAN);
    file.put(ascii("RIFF")).putInt(HEAD - 8 + size).put(ascii("WAVEfmt ")).putInt(16);
    file.putShort((short) 1).putShort((short) 1);
    file.putInt(OpusSound.RATE).putInt(OpusSound.RATE * 2);
    file.putShort((short) 2).putShort((short) 16).put(ascii("data")).putInt(size);
    for (short sample : samples) {
      file.putShort(sample);
    }
    return file.array();
  }

  /** Null for what is none. */
  static Duration length(byte[] file) {
    ByteBuffer read = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    long bytesPerSecond = 0;
    int at = 12;
    while (at <= file.length - 8) {
      int name = Integer.reverseBytes(read.getInt(at));
      long size = read.getInt(at + 4) & 0xffff_ffffL;
      if (name == FORMAT && at <= file.length - 24) {
        bytesPerSecond = read.getInt(at + 16) & 0xffff_ffffL;
      }
      if (name == DATA) {
        long there = Math.min(size, file.length - at - 8L);
        return bytesPerSecond == 0 ? null : Duration.ofMillis(there * 1_000 / bytesPerSecond);
      }
      if (size > file.length) {
        return null;
      }
      at += (int) (8 + size + size % 2);
    }
    return null;
  }

  private static boolean starts(byte[] file, int at, String sign) {
    byte[] expected = ascii(sign);
    if (file.length < at + expected.length) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if (file[at + i] != expected[i]) {
        return false;
      }
    }
    return true;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
