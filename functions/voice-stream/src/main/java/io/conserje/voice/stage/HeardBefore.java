package io.conserje.voice.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds in what was to be said the place where a guest interrupted, by the words they had heard: a
 * carrier's voice has its own way with marks and figures, and may tell of the last line alone.
 */
final class HeardBefore {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  private HeardBefore() {}

  /**
   * @param end in its line
   */
  private record Word(int line, String text, int end) {}

  /**
   * How many characters of each line were heard, in whole words.
   *
   * @param lines in the order in which they are said
   */
  static List<Integer> of(List<String> lines, String utterance) {
    List<Word> said = new ArrayList<>();
    for (int line = 0; line < lines.size(); line++) {
      said.addAll(words(line, lines.get(line)));
    }
    List<Word> heard = words(0, utterance);
    int from = 0;
    int most = 0;
    for (int at = 0; at < said.size(); at++) {
      boolean begins = at == 0 || said.get(at).line() != said.get(at - 1).line();
      int same = begins ? same(said, at, heard) : 0;
      if (same > most) {
        most = same;
        from = at;
      }
    }
    int count = most == 0 ? Math.min(heard.size(), said.size()) : from + most;
    return ends(lines, said.subList(0, count));
  }

  private static int same(List<Word> said, int from, List<Word> heard) {
    int same = 0;
    while (same < heard.size()
        && from + same < said.size()
        && said.get(from + same).text().equals(heard.get(same).text())) {
      same++;
    }
    return same;
  }

  /** A line whose last word was heard was heard to its end. */
  private static List<Integer> ends(List<String> lines, List<Word> heard) {
    List<Integer> ends = new ArrayList<>();
    for (int line = 0; line < lines.size(); line++) {
      int number = line;
      int end =
          heard.stream().filter(word -> word.line() == number).mapToInt(Word::end).max().orElse(0);
      boolean whole = end > 0 && !WORD.matcher(lines.get(line).substring(end)).find();
      ends.add(whole ? lines.get(line).length() : end);
    }
    return ends;
  }

  private static List<Word> words(int line, String text) {
    List<Word> words = new ArrayList<>();
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      words.add(new Word(line, word.group().toLowerCase(Locale.ROOT), word.end()));
    }
    return words;
  }
}
