package io.conserje.voice.stage;

import io.conserje.speech.AudioFormat;
import io.conserje.speech.TimedWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Which words of a line sound when. What the voice tells of it is taken first: the times of words,
 * then the ends of clauses; in between, a text is spread over its sound by its characters.
 */
final class LineText {

  /** A guess, for as long as the end of the sound is not known. */
  private static final long NANOS_PER_CHARACTER = 65_000_000L;

  private record Piece(int from, String text) {
    int to() {
      return from + text.length();
    }
  }

  /** Up to here text and sound are known to belong together. */
  private record Known(int character, long bytes) {}

  private record Word(int to, long endsAt) {}

  private final AudioFormat format;
  private final StringBuilder text = new StringBuilder();
  private final List<Piece> pieces = new ArrayList<>();
  private final List<Known> known = new ArrayList<>(List.of(new Known(0, 0)));
  private final List<Word> words = new ArrayList<>();
  private int searchFrom;

  LineText(AudioFormat format) {
    this.format = format;
  }

  void add(int from, String piece) {
    pieces.add(new Piece(from, piece));
    text.append(piece);
  }

  int length() {
    return text.length();
  }

  void clauseEnds(int number, long bytes) {
    if (number < pieces.size()) {
      known.add(new Known(pieces.get(number).to(), bytes));
    }
  }

  void wordsSound(List<TimedWord> timed) {
    for (TimedWord word : timed) {
      int at = find(word.text());
      if (at >= 0) {
        searchFrom = at + word.text().strip().length();
        words.add(new Word(searchFrom, format.bytes(word.to())));
      }
    }
  }

  /** A voice may spell a word its own way; it is then found with the next one. */
  private int find(String word) {
    String wanted = word.strip().toLowerCase(Locale.ROOT);
    int at =
        wanted.isEmpty()
            ? -1
            : text.toString().toLowerCase(Locale.ROOT).indexOf(wanted, searchFrom);
    return at - searchFrom > 40 ? -1 : at;
  }

  /**
   * How many characters of the line were said when so much of it had sounded: whole words.
   *
   * @param made how much sound there is so far
   * @param complete whether that is the sound of the whole text
   */
  int heard(long bytes, long made, boolean complete) {
    if (complete && bytes >= made) {
      return text.length();
    }
    return words.isEmpty() ? byShare(bytes, made, complete) : byWords(bytes);
  }

  private int byWords(long bytes) {
    int heard = 0;
    for (Word word : words) {
      if (word.endsAt() <= bytes) {
        heard = word.to();
      }
    }
    return heard;
  }

  private int byShare(long bytes, long made, boolean complete) {
    Known before = known.getFirst();
    Known after = null;
    for (Known point : known) {
      if (point.bytes() <= bytes) {
        before = point;
      } else if (after == null) {
        after = point;
      }
    }
    Known end = after == null ? end(before, made, complete) : after;
    long span = Math.max(1, end.bytes() - before.bytes());
    double share = Math.min(1, (bytes - before.bytes()) / (double) span);
    int reached = before.character() + (int) (share * (end.character() - before.character()));
    return wholeWords(before.character(), Math.min(reached, text.length()));
  }

  private Known end(Known before, long made, boolean complete) {
    long guess =
        before.bytes()
            + (text.length() - before.character())
                * NANOS_PER_CHARACTER
                * format.rate()
                / 1_000_000_000L
                * format.encoding().bytes();
    return new Known(text.length(), complete ? made : Math.max(made, guess));
  }

  /** A word of which not everything was said was not said. */
  private int wholeWords(int least, int reached) {
    if (reached >= text.length() || Character.isWhitespace(text.charAt(reached))) {
      return reached;
    }
    int at = reached;
    while (at > least && !Character.isWhitespace(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }
}
