package io.conserje.sandbox.meta;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What the Cloud API takes: "Messages", "Interactive reply buttons", "Interactive lists". */
final class MetaRules {

  private static final int LONGEST_TEXT = 4096;
  private static final int LONGEST_OVER_BUTTONS = 1024;
  private static final int MOST_BUTTONS = 3;
  private static final int LONGEST_BUTTON = 20;
  private static final int LONGEST_ID = 256;
  private static final int MOST_ROWS = 10;
  private static final int LONGEST_ROW = 24;
  private static final int LONGEST_ROW_ID = 200;
  private static final int LONGEST_DATA = 512;

  private MetaRules() {}

  static Optional<MetaProblem> problem(JsonNode message) {
    if (!message.path("messaging_product").asText().equals("whatsapp")) {
      return wrong("messaging_product");
    }
    String to = message.path("to").asText("");
    boolean number = to.matches("\\+?\\d{7,15}");
    if (!number && message.path("recipient").asText("").isBlank()) {
      return wrong("to");
    }
    if (message.path("biz_opaque_callback_data").asText("").length() > LONGEST_DATA) {
      return wrong("biz_opaque_callback_data");
    }
    return switch (message.path("type").asText("text")) {
      case "text" -> text(message.path("text").path("body"), LONGEST_TEXT, "text.body");
      case "interactive" -> interactive(message.path("interactive"));
      case "template" -> template(message.path("template"));
      case "audio" -> audio(message.path("audio"));
      default -> wrong("type");
    };
  }

  private static Optional<MetaProblem> wrong(String what) {
    return Optional.of(MetaProblem.wrong(what));
  }

  private static Optional<MetaProblem> text(JsonNode text, int longest, String what) {
    int length = text.asText("").codePointCount(0, text.asText("").length());
    return text.isTextual() && !text.asText().isBlank() && length <= longest
        ? Optional.empty()
        : wrong(what);
  }

  /** What was uploaded before, or where it can be fetched. */
  private static Optional<MetaProblem> audio(JsonNode audio) {
    boolean there =
        audio.path("link").asText("").startsWith("http") || !audio.path("id").asText("").isBlank();
    return there ? Optional.empty() : wrong("audio");
  }

  private static Optional<MetaProblem> template(JsonNode template) {
    if (!template.path("name").asText("").matches("[a-z0-9_]{1,512}")) {
      return wrong("template.name");
    }
    if (template.path("language").path("code").asText("").isBlank()) {
      return wrong("template.language.code");
    }
    for (JsonNode component : template.path("components")) {
      for (JsonNode parameter : component.path("parameters")) {
        String value = parameter.path("text").asText("");
        if (value.isBlank() || value.matches("(?s).*(\\n|\\t| {5}).*")) {
          return Optional.of(
              new MetaProblem(400, 132012, "(#132012) Parameter format does not match"));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<MetaProblem> interactive(JsonNode interactive) {
    JsonNode body = interactive.path("body").path("text");
    JsonNode action = interactive.path("action");
    return switch (interactive.path("type").asText()) {
      case "button" ->
          text(body, LONGEST_OVER_BUTTONS, "interactive.body").or(() -> buttons(action));
      case "list" -> text(body, LONGEST_TEXT, "interactive.body").or(() -> list(action));
      default -> wrong("interactive.type");
    };
  }

  private static Optional<MetaProblem> buttons(JsonNode action) {
    JsonNode buttons = action.path("buttons");
    if (buttons.isEmpty() || buttons.size() > MOST_BUTTONS) {
      return wrong("interactive.action.buttons");
    }
    Set<String> seen = new HashSet<>();
    for (JsonNode button : buttons) {
      JsonNode reply = button.path("reply");
      Optional<MetaProblem> wrong =
          text(reply.path("title"), LONGEST_BUTTON, "button title")
              .or(() -> text(reply.path("id"), LONGEST_ID, "button id"));
      boolean again = !seen.add("t " + reply.path("title")) || !seen.add("i " + reply.path("id"));
      if (wrong.isPresent() || again || !button.path("type").asText().equals("reply")) {
        return wrong.or(() -> wrong("buttons are not unique replies"));
      }
    }
    return Optional.empty();
  }

  private static Optional<MetaProblem> list(JsonNode action) {
    Optional<MetaProblem> wrong = text(action.path("button"), LONGEST_BUTTON, "list button");
    int rows = 0;
    Set<String> ids = new HashSet<>();
    for (JsonNode section : action.path("sections")) {
      for (JsonNode row : section.path("rows")) {
        rows++;
        wrong =
            wrong
                .or(() -> text(row.path("title"), LONGEST_ROW, "row title"))
                .or(() -> text(row.path("id"), LONGEST_ROW_ID, "row id"));
        if (!ids.add(row.path("id").asText())) {
          return wrong("row ids are not unique");
        }
      }
    }
    return rows == 0 || rows > MOST_ROWS ? wrong("interactive.action.sections") : wrong;
  }
}
