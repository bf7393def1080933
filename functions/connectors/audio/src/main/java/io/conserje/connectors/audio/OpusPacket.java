package io.conserje.connectors.audio;

/** How long a packet of Opus sounds, by its first bytes (RFC 6716, 3.1 and 3.2.5). */
final class OpusPacket {

  /** No packet is longer than 120 ms. */
  static final int LONGEST = 5760;

  private static final int[] SILK = {480, 960, 1920, 2880};
  private static final int[] HYBRID = {480, 960};
  private static final int[] CELT = {120, 240, 480, 960};

  private OpusPacket() {}

  /** In samples at 48 kHz; 0 for what is none. */
  static int samples(byte[] packet) {
    if (packet.length == 0) {
      return 0;
    }
    int first = packet[0] & 0xff;
    int frames =
        switch (first & 3) {
          case 0 -> 1;
          case 1, 2 -> 2;
          default -> packet.length < 2 ? 0 : packet[1] & 0x3f;
        };
    int samples = frames * frame(first >> 3);
    return samples > LONGEST ? 0 : samples;
  }

  private static int frame(int configuration) {
    if (configuration < 12) {
      return SILK[configuration & 3];
    }
    return configuration < 16 ? HYBRID[configuration & 1] : CELT[configuration & 3];
  }
}
