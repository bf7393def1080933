package io.conserje.connectors.meta;

import io.conserje.inbound.Pressed;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a guest may answer with one touch, as buttons or as a list. Where something does not fit,
 * nothing of it is sent: the text says it all without.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/messages">Meta: interactive
 *     reply buttons, interactive lists</a>
 */
final class MetaChoices {

  private static final int MOST_BUTTONS = 3;
  private static final int LONGEST_BUTTON = 20;
  private static final int LONGEST_OVER_BUTTONS = 1024;
  private static final int MOST_ROWS = 10;
  private static final int LONGEST_ROW = 24;
  private static final int LONGEST_ID = 200;

  private MetaChoices() {}

  /** Empty where it is plain text. */
  static Optional<Map<String, Object>> of(String text, List<String> choices, Locale language) {
    if (choices.isEmpty() || !allDiffer(choices) || text.isBlank()) {
      return Optional.empty();
    }
    boolean buttons =
        choices.size() <= MOST_BUTTONS
            && fit(choices, LONGEST_BUTTON)
            && length(text) <= LONGEST_OVER_BUTTONS;
    if (buttons) {
      return Optional.of(interactive("button", text, Map.of("buttons", buttons(choices))));
    }
    return choices.size() <= MOST_ROWS && fit(choices, LONGEST_ROW)
        ? Optional.of(interactive("list", text, list(choices, language)))
        : Optional.empty();
  }

  /** Meta tells neither two titles apart that differ in spaces, nor in capital letters. */
  private static boolean allDiffer(List<String> choices) {
    Set<String> seen = new HashSet<>();
    return choices.stream().allMatch(choice -> seen.add(choice.strip().toLowerCase(Locale.ROOT)));
  }

  private static boolean fit(List<String> choices, int longest) {
    return choices.stream()
        .allMatch(choice ->
            !choice.isBlank() && length(choice) <= longest && id(choice).length() <= LONGEST_ID);
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static String id(String choice) {
    return Pressed.saying(choice.strip());
  }

  private static Map<String, Object> interactive(
      String type, String text, Map<String, Object> action) {
    Map<String, Object> interactive = new LinkedHashMap<>();
    interactive.put("type", type);
    interactive.put("body", Map.of("text", text));
    interactive.put("action", action);
    return interactive;
  }

  private static List<Map<String, Object>> buttons(List<String> choices) {
    return choices.stream()
        .<Map<String, Object>>map(choice ->
            Map.of("type", "reply", "reply", Map.of("id", id(choice), "title", choice.strip())))
        .toList();
  }

  private static Map<String, Object> list(List<String> choices, Locale language) {
    List<Map<String, String>> rows =
        choices.stream().map(choice -> Map.of("id", id(choice), "title", choice.strip())).toList();
    String button =
        switch (language.getLanguage()) {
          case "en" -> "Choose";
          case "es" -> "Elegir";
          default -> "Elegir · Choose";
        };
    return Map.of("button", button, "sections", List.of(Map.of("rows", rows)));
  }
}
