package io.conserje.voiceload;

import io.conserje.voiceload.Announcer.Announced;
import io.conserje.voiceload.Playout.Stretch;
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

  /** Or behind. */
  private static final int LINES_AHEAD = 4;

  private record Line(String whole, String kept) {}

  private record Ended(String callSid, List<Stretch> played, long at) {}

  private final World world;
  private final ConcurrentLinkedQueue<Ended> waiting = new ConcurrentLinkedQueue<>();
  private final List<Integer> clean = new ArrayList<>();
  private final List<Integer> interrupted = new ArrayList<>();
  private int unknown;
  private int afterTheCall;

  HeardText(World world) {
    this.world = world;
  }

  void check(Announced call, List<Stretch> played) {
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

  /**
   * Every stretch of sound belongs to a line. They come in about the same order: what the house
   * says of itself is written down while it is said, and so perhaps behind the answer that follows
   * it.
   */
  private void compare(List<Line> lines, List<Stretch> played) {
    List<Line> left = new ArrayList<>(lines);
    int next = 0;
    int at = 0;
    while (at < played.size()) {
      int found = find(left, next, played.get(at));
      if (found < 0) {
        unknown++;
        at++;
        continue;
      }
      Line line = left.remove(found);
      StringBuilder heard = new StringBuilder(heard(played.get(at++)));
      while (at < played.size() && begins(line, heard + heard(played.get(at)))) {
        heard.append(heard(played.get(at++)));
      }
      compare(line, heard.toString());
      next = found < next ? next - 1 : found;
    }
    left.subList(0, next).forEach(unheard -> compare(unheard, ""));
    left.subList(next, left.size()).forEach(this::afterTheLast);
  }

  /** Whoever hangs up before the answer is there has no line any more on which it could be cut. */
  private void afterTheLast(Line line) {
    if (line.kept().isEmpty()) {
      compare(line, "");
    } else {
      afterTheCall++;
    }
  }

  /** The line that has most of the words of which this was the beginning; below 0 for none. */
  private static int find(List<Line> lines, int from, Stretch stretch) {
    String heard = heard(stretch);
    String meant = one(SpokenSound.between(stretch.utterance(), stretch.from(), Integer.MAX_VALUE));
    int best = -1;
    int most = -1;
    int to = Math.min(lines.size(), from + LINES_AHEAD);
    for (int i = Math.max(0, from - LINES_AHEAD); i < to; i++) {
      int same =
          2 * same(one(lines.get(i).whole()), meant) + (lines.get(i).kept().isEmpty() ? 0 : 1);
      if (begins(lines.get(i), heard) && same > most) {
        best = i;
        most = same;
      }
    }
    return best;
  }

  private static int same(String one, String other) {
    int at = 0;
    while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
      at++;
    }
    return at;
  }

  private static String heard(Stretch stretch) {
    return SpokenSound.between(stretch.utterance(), stretch.from(), stretch.to());
  }

  private static boolean begins(Line line, String heard) {
    return one(line.whole()).startsWith(one(heard));
  }

  /** Whatever was between its words. */
  private static String one(String text) {
    return String.join(" ", words(text));
  }

  private void compare(Line line, String heard) {
    String whole = one(line.whole());
    String sounded = one(heard);
    boolean inTheMiddle =
        !sounded.isEmpty()
            && sounded.length() < whole.length()
            && whole.charAt(sounded.length()) != ' ';
    int truth = words(sounded).size() - (inTheMiddle ? 1 : 0);
    boolean clean = sounded.length() == whole.length();
    (clean ? this.clean : interrupted).add(Math.abs(truth - words(line.kept()).size()));
  }

  private static List<String> words(String text) {
    return text.isBlank() ? List.of() : Arrays.asList(text.strip().split("\\s+"));
  }

  @Override
  public String toString() {
    return "heard-text error in words: %s clean lines, p95 %d, most %d; %s cut lines, p95 %d, most %d; %d not found, %d answered after the call"
        .formatted(
            clean.size(),
            at(clean, 0.95),
            at(clean, 1),
            interrupted.size(),
            at(interrupted, 0.95),
            at(interrupted, 1),
            unknown,
            afterTheCall);
  }

  private static int at(List<Integer> errors, double part) {
    List<Integer> sorted = errors.stream().sorted().toList();
    return sorted.isEmpty() ? 0 : sorted.get((int) Math.ceil(part * sorted.size()) - 1);
  }
}
