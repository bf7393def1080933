package io.conserje.connectors.vapi;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;

/** Shortens texts to what fits together into one message of the queue. */
final class Cut {

  static final int LINE = 4_000;
  static final int TRANSCRIPT = 60_000;
  static final int SUMMARY = 8_000;
  static final int ADDRESS = 2_000;

  private Cut() {}

  /** To so many bytes of UTF-8, never within a character. */
  static String to(String text, int bytes) {
    if (text.length() * 3L <= bytes) {
      return text;
    }
    ByteBuffer room = ByteBuffer.allocate(bytes);
    CharBuffer rest = CharBuffer.wrap(text);
    StandardCharsets.UTF_8.newEncoder().encode(rest, room, true);
    return text.substring(0, rest.position());
  }
}
