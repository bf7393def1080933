package io.conserje.connectors.lambda.logs;

import java.util.HashSet;
import java.util.Set;

/** One JSON object, written as it is built. */
final class JsonLine {

  private static final int FRAMES = 12;
  private static final int CAUSES = 5;

  private final StringBuilder json = new StringBuilder(256).append('{');
  private final Set<String> names = new HashSet<>();

  /** The first of a name stands: what a line says itself goes before what its thread says. */
  JsonLine field(String name, String value) {
    if (names.add(name)) {
      name(name);
      quoted(value == null ? "" : value);
    }
    return this;
  }

  /** A field that is JSON already: a number, an object. */
  JsonLine json(String name, String value) {
    if (names.add(name)) {
      name(name);
      json.append(value);
    }
    return this;
  }

  private void name(String name) {
    if (json.length() > 1) {
      json.append(',');
    }
    quoted(name);
    json.append(':');
  }

  /**
   * Type and place of a fault and of its causes. Messages of exceptions may quote what a guest
   * wrote, so they have their own field, which the log pipeline drops.
   */
  JsonLine fault(Throwable fault) {
    StringBuilder trace = new StringBuilder();
    StringBuilder messages = new StringBuilder();
    Throwable cause = fault;
    for (int depth = 0; cause != null && depth < CAUSES; depth++, cause = cause.getCause()) {
      trace.append(trace.isEmpty() ? "" : "\ncaused by ").append(cause.getClass().getName());
      messages.append(messages.isEmpty() ? "" : "\n").append(cause.getMessage());
      StackTraceElement[] frames = cause.getStackTrace();
      for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
        trace.append("\n  at ").append(frames[i]);
      }
    }
    return field("fault", trace.toString()).field("faultMessage", messages.toString());
  }

  String end() {
    return json.append('}').toString();
  }

  private void quoted(String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      escaped(text.charAt(i));
    }
    json.append('"');
  }

  private void escaped(char c) {
    switch (c) {
      case '"' -> json.append("\\\"");
      case '\\' -> json.append("\\\\");
      case '\n' -> json.append("\\n");
      default -> {
        if (c < 0x20) {
          json.append(String.format("\\u%04x", (int) c));
        } else {
          json.append(c);
        }
      }
    }
  }
}
