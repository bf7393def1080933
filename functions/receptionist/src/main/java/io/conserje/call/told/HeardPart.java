package io.conserje.call.told;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far a line of ours was heard, by what is told to have been said. Punctuation, capitals and
 * spaces are lost on the way through a voice.
 */
public final class HeardPart {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  private HeardPart() {}

  private record Word(String plain, int end) {}

  /**
   * The beginning of the line that stands in what was told; empty for none of it, the whole line
   * where its last word does.
   */
  public static String of(String line, String told) {
    List<Word> ours = words(line);
    List<String> theirs = words(told).stream().map(Word::plain).toList();
    List<String> plain = ours.stream().map(Word::plain).toList();
    for (int heard = ours.size(); heard > 0; heard--) {
      if (Collections.indexOfSubList(theirs, plain.subList(0, heard)) >= 0) {
        return heard == ours.size() ? line : line.substring(0, ours.get(heard - 1).end());
      }
    }
    return "";
  }

  /** Whether all of the words stand at the beginning of the others. */
  public static boolean begins(String words, String others) {
    List<String> first = words(words).stream().map(Word::plain).toList();
    List<String> all = words(others).stream().map(Word::plain).toList();
    return first.size() <= all.size() && all.subList(0, first.size()).equals(first);
  }

  private static List<Word> words(String text) {
    List<Word> words = new ArrayList<>();
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      words.add(new Word(plain(word.group()), word.end()));
    }
    return words;
  }

  private static String plain(String word) {
    return Normalizer.normalize(word, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }
}
