package io.conserje.sandbox.voice;

import io.github.jaredmdobson.concentus.OpusDecoder;
import io.github.jaredmdobson.concentus.OpusException;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Plays an undamaged file of Opus in Ogg. */
final class OpusFile {

  private static final int RATE = 16_000;
  private static final int LONGEST = RATE * 12 / 100;

  private OpusFile() {}

  /**
   * One channel at 16 kHz.
   *
   * @throws IllegalArgumentException for what is none
   */
  static short[] play(byte[] file) {
    List<byte[]> packets = packets(file);
    if (packets.size() < 3 || !new String(packets.getFirst()).startsWith("OpusHead")) {
      throw new IllegalArgumentException("no Opus");
    }
    List<short[]> parts = new ArrayList<>();
    try {
      OpusDecoder decoder = new OpusDecoder(RATE, 1);
      for (byte[] packet : packets.subList(2, packets.size())) {
        short[] part = new short[LONGEST];
        int length = decoder.decode(packet, 0, packet.length, part, 0, LONGEST, false);
        parts.add(Arrays.copyOf(part, length));
      }
    } catch (OpusException e) {
      throw new IllegalArgumentException(e);
    }
    return joined(parts);
  }

  /** A segment of 255 bytes goes on in the next one, on the next page as well. */
  private static List<byte[]> packets(byte[] file) {
    List<byte[]> packets = new ArrayList<>();
    ByteArrayOutputStream packet = new ByteArrayOutputStream();
    int at = 0;
    while (at + 27 <= file.length && file[at] == 'O' && file[at + 3] == 'S') {
      int segments = file[at + 26] & 0xff;
      int body = at + 27 + segments;
      for (int i = 0; i < segments; i++) {
        int length = file[at + 27 + i] & 0xff;
        packet.write(file, body, length);
        body += length;
        if (length < 255) {
          packets.add(packet.toByteArray());
          packet.reset();
        }
      }
      at = body;
    }
    return packets;
  }

  private static short[] joined(List<short[]> parts) {
    short[] all = new short[parts.stream().mapToInt(part -> part.length).sum()];
    int at = 0;
    for (short[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }
}
