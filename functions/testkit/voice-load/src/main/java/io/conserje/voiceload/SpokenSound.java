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
   * What is in it, one utterance's after the other's; nothing for what is none of ours.
   *
   * @throws IllegalArgumentException where parts of an utterance are missing in it
   */
  static List<Piece> find(byte[] sound) {
    ByteBuffer bytes = ByteBuffer.wrap(sound);
    int first = 0;
    while (first + 12 <= sound.length && bytes.getInt(first) != MAGIC) {
      first++;
    }
    List<Piece> pieces = new ArrayList<>(2);
    int from = 0;
    for (int at = first; at + 12 <= sound.length; at += BLOCK) {
      int utterance = bytes.getInt(at + 4);
      int place = bytes.getInt(at + 8);
      Piece last = pieces.isEmpty() ? null : pieces.getLast();
      if (last != null && utterance == last.utterance() && place == last.at() + at - from) {
        continue;
      }
      if (bytes.getInt(at) != MAGIC || last != null && utterance == last.utterance() && place > 0) {
        throw new IllegalArgumentException("a hole in the sound");
      }
      if (last != null) {
        pieces.set(pieces.size() - 1, new Piece(last.utterance(), last.at(), at - from));
        from = at;
      }
      pieces.add(new Piece(utterance, place - (at - from), sound.length - from));
    }
    return pieces;
  }

  /**
   * Of an utterance, the characters that sound between these bytes and have sounded to their end.
   */
  static String between(int utterance, int from, int to) {
    String text = of(utterance).text();
    int begin = Math.min(text.length(), Math.round(from / (float) BYTES_PER_CHARACTER));
    return text.substring(begin, Math.clamp(to / BYTES_PER_CHARACTER, begin, text.length()));
  }
}
