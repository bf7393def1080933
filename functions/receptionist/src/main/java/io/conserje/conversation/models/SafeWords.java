package io.conserje.conversation.models;

import io.conserje.conversation.LanguageModel.Listener;
import io.conserje.conversation.ModelRequest;
import io.conserje.conversation.guard.Guard;
import java.util.Locale;
import java.util.Set;

/**
 * Hands a model's words on in whole sentences, and only such as may be said whatever the rest of
 * the answer will be. The first sentence as soon as it is there; then so much at once that it takes
 * longer to say than the model needs for the rest.
 */
final class SafeWords implements Listener {

  private static final int SHORTEST = 12;
  private static final int SHORTEST_LATER = 160;

  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "sr", "sra", "srta", "dr", "dra", "ud", "uds", "av", "avda", "núm", "tel", "ext", "mr",
          "mrs", "ms", "st");

  private final ModelRequest request;
  private final Listener listener;
  private final StringBuilder text = new StringBuilder();
  private int told;

  SafeWords(ModelRequest request, Listener listener) {
    this.request = request;
    this.listener = listener;
  }

  @Override
  public void begun() {
    listener.begun();
  }

  @Override
  public void text(String piece) {
    listener.begun();
    text.append(piece);
    int end = lastEnd();
    int shortest = told == 0 ? SHORTEST : SHORTEST_LATER;
    if (end - told >= shortest && Guard.mayBeSaid(request, text.substring(0, end))) {
      listener.text(text.substring(told, end));
      told = end;
    }
  }

  @Override
  public void discarded() {
    listener.discarded();
  }

  /** Behind the last sentence that has certainly ended: something comes after it. */
  private int lastEnd() {
    for (int at = text.length() - 1; at > told; at--) {
      if (Character.isWhitespace(text.charAt(at)) && isEnd(at)) {
        return at;
      }
    }
    return told;
  }

  private boolean isEnd(int behind) {
    char last = text.charAt(behind - 1);
    return last == '?' || last == '!' || last == '…' || last == '.' && !isAbbreviated(behind - 1);
  }

  private boolean isAbbreviated(int dot) {
    int from = dot;
    while (from > told && Character.isLetter(text.charAt(from - 1))) {
      from--;
    }
    String word = text.substring(from, dot).toLowerCase(Locale.ROOT);
    return word.length() == 1 || ABBREVIATIONS.contains(word);
  }
}
