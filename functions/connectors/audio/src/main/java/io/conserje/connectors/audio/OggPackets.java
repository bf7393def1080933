package io.conserje.connectors.audio;

import io.conserje.connectors.audio.OggPages.Page;
import io.conserje.connectors.audio.OggPages.Piece;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** The packets of the first stream in an Ogg file, put together from its pages. */
final class OggPackets {

  /** 120 ms of Opus at its highest rate, and the comments of a file, are less. */
  private static final int LONGEST = 64_000;

  private final byte[] file;
  private final OggPages pages;
  private final Deque<byte[]> ready = new ArrayDeque<>();
  private Integer stream;
  private byte[] begun = new byte[0];

  OggPackets(byte[] file) {
    this.file = file;
    this.pages = new OggPages(file);
  }

  /** Null when there are no more. */
  byte[] next() {
    while (ready.isEmpty()) {
      Page page = pages.next();
      if (page == null) {
        return null;
      }
      stream = stream == null ? Integer.valueOf(page.stream()) : stream;
      if (page.stream() == stream) {
        take(page);
      }
    }
    return ready.remove();
  }

  /** A packet whose beginning, or whose rest, lay on a damaged page is left out. */
  private void take(Page page) {
    boolean missing = page.continued() && begun.length == 0;
    begun = page.continued() ? begun : new byte[0];
    for (Piece piece : page.pieces()) {
      byte[] packet = with(piece);
      boolean useful = !missing && packet.length > 0 && packet.length <= LONGEST;
      if (piece.ends() && useful) {
        ready.add(packet);
      }
      begun = piece.ends() || !useful ? new byte[0] : packet;
      missing = missing && !piece.ends();
    }
  }

  private byte[] with(Piece piece) {
    if (begun.length == 0 || begun.length > LONGEST) {
      return Arrays.copyOfRange(file, piece.start(), piece.start() + piece.length());
    }
    byte[] whole = Arrays.copyOf(begun, begun.length + piece.length());
    System.arraycopy(file, piece.start(), whole, begun.length, piece.length());
    return whole;
  }
}
