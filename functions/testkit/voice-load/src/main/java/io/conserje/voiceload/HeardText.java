package io.conserje.voiceload;

import io.conserje.voiceload.Announcer.Announced;
import io.conserje.voiceload.Playout.HeardLine;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Compares what the house keeps in its conversations with what guests really heard, in words. */
final class HeardText {

  private static final String LINES =
      """
      SELECT o.body AS whole, m.body, m.state FROM messages m JOIN outbox o ON o.id = m.outbox
      JOIN calls c ON c.id = m.call
      WHERE c.provider_call_id = ? AND m.sender = 'assistant' ORDER BY o.position
      """;

  private static final Duration UNTIL_IT_IS_WRITTEN = Duration.ofSeconds(5);

  private record Line(String whole, String kept) {}

  private record Ended(String callSid, List<HeardLine> played, long at) {}

  private final World world;
  private final ConcurrentLinkedQueue<Ended> waiting = new ConcurrentLinkedQueue<>();
  private final List<Integer> clean = new ArrayList<>();
  private final List<Integer> interrupted = new ArrayList<>();
  private int unknown;

  HeardText(World world) {
    this.world = world;
  }

  void check(Announced call, List<HeardLine> played) {
    waiting.add(new Ended(call.callSid(), played, System.nanoTime()));
  }

  /** Looks at the calls that have ended. */
  void compare() throws SQLException, InterruptedException {
    try (Connection connection = world.connect()) {
      for (Ended call = waiting.poll(); call != null; call = waiting.poll()) {
        long written = call.at() + UNTIL_IT_IS_WRITTEN.toNanos();
        Thread.sleep(Duration.ofNanos(Math.max(0, written - System.nanoTime())));
        compare(lines(connection, call.callSid()), call.played());
      }
    }
  }

  private static List<Line> lines(Connection connection, String callSid) throws SQLException {
    List<Line> lines = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(LINES)) {
      statement.setString(1, callSid);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          String kept = rows.getString("state").equals("withdrawn") ? "" : rows.getString("body");
          lines.add(new Line(rows.getString("whole"), kept));
        }
      }
    }
    return lines;
  }

  /** A line that was never spoken has no sound; the order is the same. */
  private void compare(List<Line> lines, List<HeardLine> played) {
    int next = 0;
    for (Line line : lines) {
      if (next < played.size() && isPartOf(text(played.get(next)), line.whole())) {
        String spoken = text(played.get(next++));
        while (next < played.size() && goesOn(played.get(next), spoken)) {
          next++;
        }
        compare(line, spoken, played.get(next - 1).bytes());
      } else if (line.kept().isEmpty()) {
        interrupted.add(0);
      } else {
        unknown++;
      }
    }
    unknown += played.size() - next;
  }

  private static String text(HeardLine heard) {
    return SpokenSound.of(heard.utterance()).text();
  }

  /** A clause that was remembered has the sound of another utterance, of the same words. */
  private static boolean goesOn(HeardLine heard, String spoken) {
    return heard.from() > 0 && text(heard).equals(spoken);
  }

  private void compare(Line line, String spoken, int bytes) {
    int truth = SpokenSound.words(spoken, bytes).size();
    boolean whole = truth == words(line.whole()).size();
    (whole ? clean : interrupted).add(Math.abs(truth - words(line.kept()).size()));
  }

  private static boolean isPartOf(String spoken, String whole) {
    return String.join(" ", words(whole)).startsWith(String.join(" ", words(spoken)));
  }

  private static List<String> words(String text) {
    return text.isBlank() ? List.of() : Arrays.asList(text.strip().split("\\s+"));
  }

  @Override
  public String toString() {
    return "heard-text error in words: %s clean lines, p95 %d, most %d; %s cut lines, p95 %d, most %d; %d not found"
        .formatted(
            clean.size(),
            at(clean, 0.95),
            at(clean, 1),
            interrupted.size(),
            at(interrupted, 0.95),
            at(interrupted, 1),
            unknown);
  }

  private static int at(List<Integer> errors, double part) {
    List<Integer> sorted = errors.stream().sorted().toList();
    return sorted.isEmpty() ? 0 : sorted.get((int) Math.ceil(part * sorted.size()) - 1);
  }
}
