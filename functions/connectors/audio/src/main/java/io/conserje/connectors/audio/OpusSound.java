package io.conserje.connectors.audio;

import io.github.jaredmdobson.concentus.OpusDecoder;
import io.github.jaredmdobson.concentus.OpusException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * Opus in an Ogg file, as 16 kHz and one channel. What is damaged is silence; the decoder's own
 * faults stay here.
 */
final class OpusSound {

  static final int RATE = 16_000;

  private static final int OPUS_RATE = 48_000;
  private static final int LONGEST_PACKET = OpusPacket.LONGEST * RATE / OPUS_RATE;

  private final List<byte[]> packets;
  private final Duration length;

  private OpusSound(List<byte[]> packets, Duration length) {
    this.packets = packets;
    this.length = length;
  }

  /** Null for what is none. Of what is longer than the longest, not all is read. */
  static OpusSound of(byte[] file, Duration longest) {
    OggPackets all = new OggPackets(file);
    OpusHead head = OpusHead.of(all.next());
    if (head == null || all.next() == null) {
      return null;
    }
    long most = (longest.toMillis() + 1_000) * OPUS_RATE / 1_000;
    long samples = -head.skipped();
    List<byte[]> packets = new ArrayList<>();
    for (byte[] packet = all.next(); packet != null && samples < most; packet = all.next()) {
      int more = OpusPacket.samples(packet);
      if (more > 0) {
        samples += more;
        packets.add(packet);
      }
    }
    return packets.isEmpty()
        ? null
        : new OpusSound(packets, Duration.ofMillis(Math.max(0, samples) * 1_000 / OPUS_RATE));
  }

  Duration length() {
    return length;
  }

  /** Whether anything is heard that may be speech; no more is decoded than it takes to know. */
  boolean isSilent() {
    Loudness loudness = new Loudness();
    decode(heard -> {
      loudness.hear(heard);
      return !loudness.speaks();
    });
    return !loudness.speaks();
  }

  /** All of it. */
  short[] samples() {
    List<short[]> parts = new ArrayList<>();
    decode(heard -> parts.add(heard));
    short[] all = new short[parts.stream().mapToInt(part -> part.length).sum()];
    int at = 0;
    for (short[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }

  /**
   * @param listener whether it wants more
   */
  private void decode(Predicate<short[]> listener) {
    short[] decoded = new short[LONGEST_PACKET];
    OpusDecoder decoder = null;
    for (byte[] packet : packets) {
      int heard = 0;
      try {
        decoder = decoder == null ? new OpusDecoder(RATE, 1) : decoder;
        heard = decoder.decode(packet, 0, packet.length, decoded, 0, LONGEST_PACKET, false);
      } catch (OpusException | RuntimeException | AssertionError damaged) {
        decoder = null;
        heard = OpusPacket.samples(packet) * RATE / OPUS_RATE;
        Arrays.fill(decoded, 0, heard, (short) 0);
      }
      if (heard > 0 && !listener.test(Arrays.copyOf(decoded, heard))) {
        return;
      }
    }
  }
}
