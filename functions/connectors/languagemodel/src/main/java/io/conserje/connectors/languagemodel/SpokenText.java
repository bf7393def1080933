package io.conserje.connectors.languagemodel;

import io.conserje.conversation.LanguageModel.Listener;

/**
 * The words of a reply, without the thoughts that some models write before them between {@code
 * <think>} and {@code </think>}: those would be read to the guest.
 */
final class SpokenText {

  private static final String THINKS = "<think>";
  private static final String THOUGHT = "</think>";

  private final Listener listener;
  private final StringBuilder held = new StringBuilder();
  private final StringBuilder spoken = new StringBuilder();
  private boolean speaks;

  SpokenText(Listener listener) {
    this.listener = listener;
  }

  void take(String piece) {
    if (speaks) {
      speak(piece);
      return;
    }
    held.append(piece);
    String start = held.toString().stripLeading();
    if (start.startsWith(THINKS)) {
      int end = start.indexOf(THOUGHT);
      if (end >= 0) {
        begin(start.substring(end + THOUGHT.length()).stripLeading());
      }
    } else if (!THINKS.startsWith(start)) {
      begin(start);
    }
  }

  /** What was held back because it might have become a thought. */
  void end() {
    if (!speaks && !held.toString().stripLeading().startsWith(THINKS)) {
      begin(held.toString().stripLeading());
    }
  }

  int length() {
    return held.length() + spoken.length();
  }

  String whole() {
    return spoken.toString().strip();
  }

  private void begin(String text) {
    if (!text.isEmpty()) {
      speaks = true;
      held.setLength(0);
      speak(text);
    }
  }

  private void speak(String text) {
    spoken.append(text);
    listener.text(text);
  }
}
