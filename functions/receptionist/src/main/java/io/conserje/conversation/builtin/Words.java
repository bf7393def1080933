package io.conserje.conversation.builtin;

import io.conserje.knowledge.Lately;
import java.util.BitSet;
import java.util.List;

/**
 * A message as words, each in a plain form (lower case, no accents, common typos mended), with a
 * note of which words have already been understood.
 */
final class Words {

  /**
   * @param plain what is compared
   * @param bare like {@code plain}, before typos were mended
   * @param opens whether it begins a part: something other than a space stands before it
   */
  record Word(String plain, String bare, int start, int end, boolean opens) {}

  private record Cut(String text, List<Word> words) {}

  private static final Lately<Cut> LATELY = new Lately<>(256, Words::cut);

  private final String text;
  private final List<Word> words;
  private final BitSet used = new BitSet();

  private Words(String text, List<Word> words) {
    this.text = text;
    this.words = words;
  }

  static Words of(String message) {
    Cut cut = LATELY.of(message);
    return new Words(cut.text, cut.words);
  }

  private static Cut cut(String message) {
    String text = Tokens.tidy(message);
    return new Cut(text, Tokens.of(text));
  }

  /** The same words, and what of them has been understood so far. */
  Words copy() {
    Words copy = new Words(text, words);
    copy.used.or(used);
    return copy;
  }

  /** Takes out what was taken out of a copy. */
  void useAll(Words copy) {
    used.or(copy.used);
  }

  /** What the words were cut from. */
  String text() {
    return text;
  }

  /** Takes out the words that stand between two places of the text. */
  void useText(int from, int to) {
    for (int i = 0; i < size(); i++) {
      if (words.get(i).start < to && words.get(i).end > from) {
        use(i, i + 1);
      }
    }
  }

  int size() {
    return words.size();
  }

  /** The plain form, or an empty string outside the message. */
  String plain(int i) {
    return i >= 0 && i < size() ? words.get(i).plain : "";
  }

  String bare(int i) {
    return i >= 0 && i < size() ? words.get(i).bare : "";
  }

  boolean is(int i, String... any) {
    String plain = plain(i);
    for (String word : any) {
      if (plain.equals(word)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a new part of the sentence begins here; so it does after the last word. */
  boolean opens(int i) {
    return i <= 0 || i >= size() || words.get(i).opens;
  }

  boolean follows(int i, String... phrase) {
    if (i < 0 || i + phrase.length > size()) {
      return false;
    }
    for (int k = 0; k < phrase.length; k++) {
      if (!plain(i + k).equals(phrase[k]) || used(i + k) || (k > 0 && words.get(i + k).opens)) {
        return false;
      }
    }
    return true;
  }

  boolean used(int i) {
    return i >= 0 && used.get(i);
  }

  void use(int from, int to) {
    used.set(from, to);
  }

  void use(Hit<?> hit) {
    use(hit.from(), hit.to());
  }

  /** As the guest wrote it. */
  String said(int from, int to) {
    return text.substring(words.get(from).start, words.get(to - 1).end);
  }

  boolean capital(int i) {
    return i < size() && Character.isUpperCase(text.codePointAt(words.get(i).start));
  }

  /** Whether the guest has the shift key locked, so that capitals mean nothing. */
  boolean shouted() {
    return text.chars().noneMatch(Character::isLowerCase);
  }

  /** What stands between a word and the next, such as a hyphen. */
  String gap(int i) {
    return i < 0 || i + 1 >= size() ? "" : text.substring(words.get(i).end, words.get(i + 1).start);
  }

  /** Whether the sentence a word stands in is a question. */
  boolean asks(int i) {
    for (int at = words.get(i).end; at < text.length(); at++) {
      char sign = text.charAt(at);
      boolean digit = at + 1 < text.length() && Character.isDigit(text.charAt(at + 1));
      if (sign == '?' || "!\n".indexOf(sign) >= 0 || sign == '.' && !digit) {
        return sign == '?';
      }
    }
    return false;
  }

  boolean asks() {
    return text.indexOf('?') >= 0 || text.indexOf('¿') >= 0;
  }
}
