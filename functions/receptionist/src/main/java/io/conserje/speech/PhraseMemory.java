package io.conserje.speech;

import io.conserje.speech.RememberingVoice.Phrase;
import io.conserje.speech.SpeechVoice.Wishes;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The sound of clauses that are said again and again, up to so many bytes; what was not said for
 * the longest time goes first. What was said only once, as a guest's name, is not kept.
 */
public final class PhraseMemory {

  private static final int MOST_SEEN = 2_000;
  private static final int LONGEST_TEXT = 160;

  private final long most;
  private final Map<Key, Phrase> phrases = new LinkedHashMap<>(64, 0.75f, true);

  /** Hashes of what was said, so that the second time is noticed without anything being kept. */
  private final Map<Integer, Boolean> seen = new LinkedHashMap<>();

  private long bytes;

  private record Key(String name, Wishes wishes, String text) {}

  /**
   * @param bytes of sound, at most
   */
  public PhraseMemory(long bytes) {
    this.most = bytes;
  }

  /** Null for what is not remembered. */
  synchronized Phrase find(String name, Wishes wishes, String text) {
    return phrases.get(new Key(name, wishes, text.strip()));
  }

  /** Whether its sound is worth keeping: from the second time on. */
  synchronized boolean isSaidAgain(String name, Wishes wishes, String text) {
    if (text.length() > LONGEST_TEXT) {
      return false;
    }
    boolean again = seen.put(new Key(name, wishes, text.strip()).hashCode(), true) != null;
    if (seen.size() > MOST_SEEN) {
      removeFirst(seen);
    }
    return again;
  }

  synchronized void keep(String name, Wishes wishes, String text, Phrase phrase) {
    if (phrase.bytes() == 0 || phrase.bytes() > most / 4) {
      return;
    }
    Phrase before = phrases.put(new Key(name, wishes, text.strip()), phrase);
    bytes += phrase.bytes() - (before == null ? 0 : before.bytes());
    while (bytes > most) {
      bytes -= removeFirst(phrases).bytes();
    }
  }

  /** How much is kept. */
  public synchronized long bytes() {
    return bytes;
  }

  private static <T> T removeFirst(Map<?, T> map) {
    Iterator<T> values = map.values().iterator();
    T first = values.next();
    values.remove();
    return first;
  }
}
