package io.conserje.sandbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What is left of everything that guests did: ledger, book, conversations, outbox and calls,
 * without what is another in each run (ids, references, times).
 */
final class Effects {

  /** Staff are told of one guest after the other, in whatever order these come. */
  private static final List<String> QUERIES =
      List.of(
          """
          SELECT concat_ws(' ', 'ledger', c.guest_address, l.provider, what, count(*))
          FROM inbound_ledger l JOIN conversations c ON c.id = l.conversation,
            LATERAL (SELECT CASE WHEN l.event ~ '^(told|refused):' THEN
              split_part(l.event, ':', 1) || ' to ' || split_part(l.event, ':', 2)
              ELSE split_part(l.event, ':', 1) END AS what) AS told
          GROUP BY c.guest_address, l.provider, what
          """,
          """
          SELECT concat_ws(' ', 'book', r.guest_phone, r.status, r.party_size, r.starts_at,
            r.guest_name, r.channel, count(t.reservation))
          FROM reservations r LEFT JOIN table_claims t ON t.reservation = r.id GROUP BY r.id
          """,
          """
          SELECT concat_ws(' ', 'said', c.guest_address, c.channel,
            CASE WHEN c.guest_address <> '+34600000950' THEN
              row_number() OVER (PARTITION BY c.id ORDER BY m.at, m.position) END,
            m.sender, m.kind, m.state, m.body)
          FROM messages m JOIN conversations c ON c.id = m.conversation
          """,
          """
          SELECT concat_ws(' ', 'outbox', guest_address, channel, kind, state, body, count(*))
          FROM outbox GROUP BY guest_address, channel, kind, state, body
          """,
          """
          SELECT concat_ws(' ', 'call', guest_address, provider, state, ended_reason, forwarded_to,
            interruptions, hangs, reported_at IS NOT NULL, transcript, summary, cost_micros > 0,
            success, recording <> '')
          FROM calls
          """,
          """
          SELECT concat_ws(' ', 'asked for', guest_phone, reason, count(*))
          FROM person_requests GROUP BY guest_phone, reason
          """,
          """
          SELECT concat_ws(' ', 'tool', c.guest_address, r.name, r.result ->> 'status', count(*))
          FROM tool_results r JOIN turns t ON t.id = r.turn
            JOIN conversations c ON c.id = t.conversation
          GROUP BY c.guest_address, r.name, r.result ->> 'status'
          """);

  private Effects() {}

  static TreeSet<String> of(HouseDatabase database) {
    List<String> references = database.strings("SELECT reference FROM reservations");
    Map<String, Integer> often = new HashMap<>();
    for (String query : QUERIES) {
      database
          .strings(query)
          .forEach(line -> often.merge(without(references, line), 1, Integer::sum));
    }
    TreeSet<String> all = new TreeSet<>();
    often.forEach((line, times) -> all.add(times == 1 ? line : line + " (" + times + " times)"));
    return all;
  }

  /** Signs of one of them and not of the other, each with where it is found. */
  static List<String> differences(TreeSet<String> expected, TreeSet<String> found) {
    List<String> differences = new ArrayList<>();
    expected.stream()
        .filter(e -> !found.contains(e))
        .forEach(e -> differences.add("missing: " + e));
    found.stream().filter(e -> !expected.contains(e)).forEach(e -> differences.add("added: " + e));
    return differences;
  }

  private static String without(List<String> references, String line) {
    String plain =
        line.replaceAll("antes del [^;]*;", "antes del <moment>;")
            .replaceAll("https?://[^\\s»]+", "<address>");
    for (String reference : references) {
      plain = plain.replace(reference, "<reference>");
    }
    return plain;
  }
}
