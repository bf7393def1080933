package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;

/** A guest who let a table be, and wants it after all: {@code bueno, sí, resérvala}. */
final class Resuming {

  private static final FilteredPattern AFTER_ALL =
      FilteredPattern.compile(
          "\\b(?:reserv(?:a|e|ad|en|ame|emela|adla)(?:la|lo)?|hazla|hagala|hazlo|cogela|cojala|book it|go ahead|adelante|do it|i(?:ll| ll| will) take it|la quiero|la cogemos|si que la)\\b");
  private static final int SHORT = 9;

  private Resuming() {}

  static boolean in(Memory memory, Understanding said) {
    boolean agrees =
        said.answer() == YesNo.YES || AFTER_ALL.matcher(Tokens.plain(memory.text)).find();
    return memory.dropped.begun()
        && agrees
        && !said.wishes()
        && !said.question()
        && !said.about(Topic.CANCEL)
        && Words.of(memory.text).size() <= SHORT;
  }
}
