package io.conserje.connectors.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;

/** Shortens what a provider says to what a queue, a key or a column takes. */
public final class Cut {

  private Cut() {}

  /** To so many bytes of UTF-8, never within a character. */
  public static String to(String text, int bytes) {
    if (text.length() * 3L <= bytes) {
      return text;
    }
    ByteBuffer room = ByteBuffer.allocate(bytes);
    CharBuffer rest = CharBuffer.wrap(text);
    StandardCharsets.UTF_8.newEncoder().encode(rest, room, true);
    return text.substring(0, rest.position());
  }
}
