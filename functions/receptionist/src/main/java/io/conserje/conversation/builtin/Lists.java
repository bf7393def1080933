package io.conserje.conversation.builtin;

import java.util.List;

/** Enumerations as they are said. */
final class Lists {

  private Lists() {}

  static String joined(List<String> parts, String last) {
    if (parts.size() < 2) {
      return String.join("", parts);
    }
    String between = last.startsWith(";") ? "; " : ", ";
    return String.join(between, parts.subList(0, parts.size() - 1)) + last + parts.getLast();
  }
}
