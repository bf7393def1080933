package io.conserje.conversation.builtin;

import io.conserje.conversation.ToolCall;
import java.util.List;

/**
 * What comes next: words or tool calls.
 *
 * @param weak whether anything else the guest said in the same turn is answered rather than this
 */
record Reply(String text, List<ToolCall> calls, boolean weak) {

  static Reply say(String text) {
    return new Reply(text, List.of(), false);
  }

  static Reply inPassing(String text) {
    return new Reply(text, List.of(), true);
  }

  /** With this said after it, once. */
  Reply saying(String more) {
    String all = text.isEmpty() ? more : text.contains(more) ? text : text + " " + more;
    return new Reply(all, calls, weak);
  }

  static Reply use(List<ToolCall> calls) {
    return new Reply("", calls, false);
  }
}
