package io.conserje.conversation.builtin;

/** How a Spanish word sounds, so that one spelled by ear is known: {@code biernes}, {@code oi}. */
final class Sound {

  private Sound() {}

  /** The same for words that sound alike; of plain letters. */
  static String of(String plain) {
    return plain
        .replace("ch", "x")
        .replace("sh", "x")
        .replace("h", "")
        .replaceAll("qu(?=[ei])|c(?![ei])", "k")
        .replaceAll("g(?=[ei])", "j")
        .replaceAll("gu(?=[ei])", "g")
        .replace("v", "b")
        .replace("z", "s")
        .replace("c", "s")
        .replace("ll", "y")
        .replaceAll("(.)\\1+", "$1")
        .replaceAll("(?<=...)s$", "");
  }
}
