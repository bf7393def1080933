package io.conserje.connectors.audio;

import java.util.ArrayList;
import java.util.List;

/**
 * The pages of an Ogg file (RFC 3533), in order. What is damaged is left out; a file that is mostly
 * damage ends early, so that nobody pays for looking through it.
 */
final class OggPages {

  private static final int HEAD = 27;
  private static final int CONTINUED = 1;
  private static final int MOST_DAMAGE = 200;
  private static final int FULL_SEGMENT = 255;

  private final byte[] file;
  private int at;
  private int damaged;

  OggPages(byte[] file) {
    this.file = file;
  }

  /**
   * One page.
   *
   * @param stream its serial number; several streams may lie between each other
   * @param continued whether its first piece belongs to a packet begun on the page before
   * @param pieces where its packets, or parts of them, lie in the file
   */
  record Page(int stream, boolean continued, List<Piece> pieces) {}

  /**
   * @param ends whether the packet ends with it
   */
  record Piece(int start, int length, boolean ends) {}

  /** Null when there are no more. */
  Page next() {
    while (damaged < MOST_DAMAGE && capture()) {
      int segments = file[at + 26] & 0xff;
      int body = at + HEAD + segments;
      int length = HEAD + segments;
      for (int i = 0; i < segments && body <= file.length; i++) {
        length += file[at + HEAD + i] & 0xff;
      }
      if (body <= file.length
          && length <= file.length - at
          && OggChecksum.of(file, at, length) == number(at + 22)) {
        Page page =
            new Page(number(at + 14), (file[at + 5] & CONTINUED) != 0, pieces(segments, body));
        at += length;
        return page;
      }
      damaged++;
      at++;
    }
    return null;
  }

  /** Goes on to where a page may begin. */
  private boolean capture() {
    for (; at <= file.length - HEAD; at++) {
      if (file[at] == 'O'
          && file[at + 1] == 'g'
          && file[at + 2] == 'g'
          && file[at + 3] == 'S'
          && file[at + 4] == 0) {
        return true;
      }
    }
    return false;
  }

  private List<Piece> pieces(int segments, int body) {
    List<Piece> pieces = new ArrayList<>();
    int start = body;
    int length = 0;
    for (int i = 0; i < segments; i++) {
      int segment = file[at + HEAD + i] & 0xff;
      length += segment;
      if (segment < FULL_SEGMENT) {
        pieces.add(new Piece(start, length, true));
        start += length;
        length = 0;
      }
    }
    if (length > 0) {
      pieces.add(new Piece(start, length, false));
    }
    return pieces;
  }

  private int number(int index) {
    return file[index] & 0xff
        | (file[index + 1] & 0xff) << 8
        | (file[index + 2] & 0xff) << 16
        | (file[index + 3] & 0xff) << 24;
  }
}
