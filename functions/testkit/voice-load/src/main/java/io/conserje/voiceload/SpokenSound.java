package io.conserje.voiceload;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sound of the scripted voice. Each of its blocks says which utterance it belongs to and where, so
 * that whoever plays it knows what is heard, whatever was done to the sound on its way.
 */
final class SpokenSound {

  static final int MILLIS_PER_CHARACTER = 50;
  static final int BYTES_PER_CHARACTER = 8 * MILLIS_PER_CHARACTER;

  private static final int BLOCK = 16;
  private static final int MAGIC = 0xA55AC33C;
  private static final Map<Integer, SpokenSound> ALL = new ConcurrentHashMap<>();
  private static final AtomicInteger LAST = new AtomicInteger();

  private final int number = LAST.incrementAndGet();
  private final long begun = System.nanoTime();
  private final StringBuffer text = new StringBuffer();

  SpokenSound() {
    ALL.put(number, this);
  }

  /**
   * A piece of sound that somebody was given.
   *
   * @param at the first byte's place in the sound of the utterance
   */
  record Piece(int utterance, int at, int length) {}

  static SpokenSound of(int utterance) {
    return ALL.get(utterance);
  }

  /** When it was asked for. What was made once may be played again later, and in other calls. */
  long begun() {
    return begun;
  }

  String text() {
    return text.toString();
  }

  /** Takes the next part of the text and gives its sound. */
  byte[] say(String more) {
    int from = text.length() * BYTES_PER_CHARACTER;
    text.append(more);
    ByteBuffer sound = ByteBuffer.allocate(more.length() * BYTES_PER_CHARACTER);
    for (int at = from; sound.hasRemaining(); at += BLOCK) {
      sound.putInt(MAGIC).putInt(number).putInt(at).putInt(at);
    }
    return sound.array();
  }

  /**
   * Where a piece begins; null for what is none of ours. Another utterance may follow in it.
   *
   * @throws IllegalArgumentException where parts of an utterance are missing in it
   */
  static Piece find(byte[] sound) {
    ByteBuffer bytes = ByteBuffer.wrap(sound);
    int first = 0;
    while (first + 12 <= sound.length && bytes.getInt(first) != MAGIC) {
      first++;
    }
    if (first + 12 > sound.length) {
      return null;
    }
    Piece piece = new Piece(bytes.getInt(first + 4), bytes.getInt(first + 8) - first, sound.length);
    for (int at = first; at + 12 <= sound.length; at += BLOCK) {
      boolean another = bytes.getInt(at) != MAGIC || bytes.getInt(at + 4) != piece.utterance();
      if (another) {
        return piece;
      }
      if (bytes.getInt(at + 8) != piece.at() + at) {
        throw new IllegalArgumentException("a hole in the sound");
      }
    }
    return piece;
  }

  /** The words that have sounded to their end. */
  static List<String> words(String text, int bytes) {
    List<String> heard = new ArrayList<>();
    int from = 0;
    for (int at = 0; at <= text.length(); at++) {
      if (at == text.length() || Character.isWhitespace(text.charAt(at))) {
        if (at > from && at * BYTES_PER_CHARACTER <= bytes) {
          heard.add(text.substring(from, at));
        }
        from = at + 1;
      }
    }
    return heard;
  }
}
