package io.conserje.conversation;

import java.util.List;
import java.util.Map;

/**
 * One answer of a language model: either tool calls, or text for the guest.
 *
 * @param text what to say; empty when there are calls
 * @param memory what the model wants to be given back next time, in place of what it had
 * @param language the language the guest writes in, BCP 47, for example {@code es}
 * @param model which one gave it; empty where nobody has said
 * @param choices what the guest may answer with one touch, as if it were written, best first; empty
 *     for none. Whoever cannot show them loses nothing: the text says it all
 */
public record ModelAnswer(
    String text,
    List<ToolCall> calls,
    Map<String, String> memory,
    String language,
    String model,
    Tokens tokens,
    List<String> choices) {

  public ModelAnswer {
    text = text == null ? "" : text;
    calls = calls == null ? List.of() : List.copyOf(calls);
    memory = memory == null ? Map.of() : Map.copyOf(memory);
    model = model == null ? "" : model;
    tokens = tokens == null ? Tokens.NONE : tokens;
    choices = choices == null ? List.of() : List.copyOf(choices);
  }

  public static ModelAnswer say(String text, Map<String, String> memory, String language) {
    return new ModelAnswer(text, List.of(), memory, language, "", Tokens.NONE, List.of());
  }

  public static ModelAnswer use(List<ToolCall> calls, Map<String, String> memory, String language) {
    return new ModelAnswer("", calls, memory, language, "", Tokens.NONE, List.of());
  }

  /** The same answer, with who gave it and what it cost. */
  public ModelAnswer by(String model, Tokens tokens) {
    return new ModelAnswer(text, calls, memory, language, model, tokens, choices);
  }

  /** The same answer in other words. */
  public ModelAnswer saying(String text) {
    return new ModelAnswer(text, calls, memory, language, model, tokens, choices);
  }

  /** The same answer, with what the guest may touch in place of writing. */
  public ModelAnswer offering(List<String> choices) {
    return new ModelAnswer(text, calls, memory, language, model, tokens, choices);
  }
}
