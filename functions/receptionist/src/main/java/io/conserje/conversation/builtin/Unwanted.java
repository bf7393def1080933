package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;

/**
 * {@code que no sea en la terraza}, {@code we don't want to sit outside}: where not to be seated.
 */
final class Unwanted {

  private static final FilteredPattern VERB =
      FilteredPattern.compile(
          "sea|sean|estar|estemos|este|quier\\w+|quer\\w+|quisier\\w+|pong\\w+|pon(?:er|iend)\\w*|sent\\w+|sient\\w+|gust\\w+|apetec\\w+|va|vaya|den|des|deis|toque|comer|cenar|be|want|wanna|like|sit|put|seat|fancy|in|on|en|necesariamente");

  private Unwanted() {}

  /** Whether the zone that is named there is not wanted. */
  static boolean in(Words words, int at) {
    for (int i = at - 1; i >= Math.max(0, at - 7) && !words.opens(i + 1); i--) {
      if (words.is(i, "no", "not", "dont", "nunca", "rather", "prefer", "prefiero", "preferimos")) {
        int next = words.is(i, "no", "not", "dont", "nunca") ? i : i + 1;
        int verb =
            words.is(next + 1, "nos", "me", "lo", "la", "te", "os", "a", "to")
                ? next + 2
                : next + 1;
        return words.is(next, "no", "not", "dont", "nunca")
            && VERB.matcher(words.plain(verb)).matches();
      }
    }
    return false;
  }
}
