package io.conserje.connectors.audio;

import java.nio.charset.StandardCharsets;

/**
 * The first packet of an Opus stream (RFC 7845, 5.1).
 *
 * @param skipped samples at 48 kHz before the sound begins
 */
record OpusHead(int skipped) {

  private static final byte[] MAGIC = "OpusHead".getBytes(StandardCharsets.US_ASCII);
  private static final int SHORTEST = 19;

  /** Null for another kind of stream, a later version, or more than two channels. */
  static OpusHead of(byte[] packet) {
    if (packet == null || packet.length < SHORTEST) {
      return null;
    }
    for (int i = 0; i < MAGIC.length; i++) {
      if (packet[i] != MAGIC[i]) {
        return null;
      }
    }
    boolean known = (packet[8] & 0xf0) == 0 && packet[18] == 0;
    boolean channels = packet[9] == 1 || packet[9] == 2;
    return known && channels ? new OpusHead(packet[10] & 0xff | (packet[11] & 0xff) << 8) : null;
  }
}
