package io.conserje.voice.turn;

import io.conserje.call.OpenQuestion;
import io.conserje.call.OpenQuestion.ExpectedAnswer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A guest's words in their time, and what should come of them.
 *
 * @param turns what is said, with pauses in milliseconds in parentheses
 */
record Timeline(String question, Duration within, List<String> turns) {

  private static final Duration BETWEEN_TURNS = Duration.ofSeconds(5);

  /** Detectors tell of no shorter pause. */
  private static final long NOTICED = 200;

  private static final Pattern PART = Pattern.compile("\\((\\d+)\\)|\\S+");

  /** Some words without a pause, and how long they last. */
  record Group(long from, long to, List<Spoken> words) {}

  record Spoken(String text, long to) {}

  static List<Timeline> all() throws IOException {
    try (InputStream file = Timeline.class.getResourceAsStream("/turns/timelines.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Timeline::read)
          .toList();
    }
  }

  private static Timeline read(String line) {
    String[] parts = line.split("\\s*\\|\\s*");
    return new Timeline(
        parts[0],
        Duration.ofMillis(Integer.parseInt(parts[1])),
        Arrays.stream(parts[2].split("//")).map(String::strip).toList());
  }

  ExpectedAnswer asked() {
    return OpenQuestion.in(question).orElseThrow().answer();
  }

  /** What each turn says, without its pauses. */
  List<String> said() {
    return turns.stream().map(turn -> turn.replaceAll("\\s*\\(\\d+\\)", "")).toList();
  }

  /** In milliseconds; the first word begins after one second. */
  List<Group> groups() {
    List<Group> groups = new ArrayList<>();
    long now = 1_000;
    for (String turn : turns) {
      List<Spoken> words = new ArrayList<>();
      long from = now;
      Matcher parts = PART.matcher(turn);
      while (parts.find()) {
        if (parts.group(1) == null) {
          now += 80 + 55L * parts.group().length();
          words.add(new Spoken(parts.group(), now));
        } else if (Long.parseLong(parts.group(1)) < NOTICED) {
          now += Long.parseLong(parts.group(1));
        } else {
          groups.add(new Group(from, now, words));
          words = new ArrayList<>();
          now += Long.parseLong(parts.group(1));
          from = now;
        }
      }
      groups.add(new Group(from, now, words));
      now += BETWEEN_TURNS.toMillis();
    }
    return groups;
  }

  @Override
  public String toString() {
    return question + " " + String.join(" // ", turns);
  }
}
