package io.conserje.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Something a provider might send, and what must come of it. In a file one stands behind the other,
 * between lines of {@code ---}: a comment that says what is odd, then {@code name: value}, a blank
 * line, and the body as it is sent.
 *
 * @param says what must come of it, by name: {@code to} (the path), {@code status}, {@code answer}
 *     (is in what is answered at once), {@code heard} (all that the guest has said), {@code
 *     replies} (how many the guest gets), {@code guest} (how the house knows them), {@code call}
 *     (how its call stands then)
 */
record OddPayload(String title, int number, Map<String, String> says, String body) {

  /** {@code {30×ab}}: the same thirty times. */
  private static final Pattern OFTEN = Pattern.compile("\\{(\\d+)×([^}]+)\\}");

  /**
   * @param first of the numbers by which guests, messages and calls are told apart
   */
  static List<OddPayload> read(String file, int first) {
    List<OddPayload> all = new ArrayList<>();
    for (String one : text(file).split("(?m)^---\n")) {
      if (!one.isBlank()) {
        all.add(parsed(one, first + all.size()));
      }
    }
    return all;
  }

  private static OddPayload parsed(String text, int number) {
    int blank = text.indexOf("\n\n");
    Map<String, String> says = new HashMap<>();
    StringBuilder title = new StringBuilder();
    for (String line : text.substring(0, blank).lines().toList()) {
      if (line.startsWith("#")) {
        title.append(line.substring(1));
      } else {
        String[] parts = line.split(": ?", 2);
        says.put(parts[0], written(parts[1], number));
      }
    }
    return new OddPayload(
        title.toString().strip(), number, says, written(text.substring(blank + 2).strip(), number));
  }

  private static String written(String text, int number) {
    String named = text.replace("{guest}", guest(number).substring(1)).replace("{id}", id(number));
    return OFTEN
        .matcher(named)
        .replaceAll(often -> often.group(2).repeat(Integer.parseInt(often.group(1))));
  }

  private static String guest(int number) {
    return "+3465%07d".formatted(number);
  }

  private static String id(int number) {
    return "%032x".formatted(number);
  }

  /** As the house knows them. */
  String guest() {
    return says.getOrDefault("guest", guest(number));
  }

  String says(String name, String otherwise) {
    return says.getOrDefault(name, otherwise);
  }

  private static String text(String file) {
    try (InputStream stream = OddPayload.class.getResourceAsStream("/odd/" + file)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
