package io.conserje.connectors.audio;

/**
 * The checksum of an Ogg page: polynomial 0x04c11db7, not reflected, begun with 0. {@code
 * java.util.zip.CRC32} is the reflected one.
 */
final class OggChecksum {

  private static final int POLYNOMIAL = 0x04c11db7;
  private static final int FIELD = 22;
  private static final int FIELD_END = 26;
  private static final int[] TABLE = new int[256];

  static {
    for (int i = 0; i < TABLE.length; i++) {
      int rest = i << 24;
      for (int bit = 0; bit < 8; bit++) {
        rest = rest < 0 ? rest << 1 ^ POLYNOMIAL : rest << 1;
      }
      TABLE[i] = rest;
    }
  }

  private OggChecksum() {}

  /** Its own field counts as zero. */
  static int of(byte[] file, int start, int length) {
    int sum = 0;
    for (int i = 0; i < length; i++) {
      int value = i >= FIELD && i < FIELD_END ? 0 : file[start + i] & 0xff;
      sum = sum << 8 ^ TABLE[sum >>> 24 ^ value];
    }
    return sum;
  }
}
