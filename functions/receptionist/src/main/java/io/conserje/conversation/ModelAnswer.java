package io.conserje.conversation;

import java.util.List;
import java.util.Map;

/**
 * One answer of a language model: either tool calls, or text for the guest.
 *
 * @param text what to say; empty when there are calls
 * @param memory what the model wants to be given back next time, in place of what it had
 * @param language the language the guest writes in, BCP 47, for example {@code es}
 */
public record ModelAnswer(
    String text, List<ToolCall> calls, Map<String, String> memory, String language) {

  public ModelAnswer {
    text = text == null ? "" : text;
    calls = calls == null ? List.of() : List.copyOf(calls);
    memory = memory == null ? Map.of() : Map.copyOf(memory);
  }

  public static ModelAnswer say(String text, Map<String, String> memory, String language) {
    return new ModelAnswer(text, List.of(), memory, language);
  }

  public static ModelAnswer use(List<ToolCall> calls, Map<String, String> memory, String language) {
    return new ModelAnswer("", calls, memory, language);
  }
}
