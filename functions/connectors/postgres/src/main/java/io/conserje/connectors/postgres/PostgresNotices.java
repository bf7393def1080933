package io.conserje.connectors.postgres;

import io.conserje.outbound.Notice;
import io.conserje.outbound.Notices;
import io.conserje.venue.Channel;
import io.conserje.venue.VenueId;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.regex.Pattern;

/** Notices as rows of the outbox and of the conversation, like replies. */
public final class PostgresNotices implements Notices {

  private static final Pattern NUMBER = Pattern.compile("\\+[1-9][0-9]{6,14}");

  private final Sql sql;

  public PostgresNotices(Sql sql) {
    this.sql = sql;
  }

  /** How the house writes to a guest; the conversation is null before the first word. */
  private record Line(String channel, String houseAddress, UUID conversation) {}

  @Override
  public boolean reaches(VenueId venue, String phone) {
    return sql.at(venue, () -> line(venue, phone, null)).isPresent();
  }

  @Override
  public Said say(Notice notice) {
    return sql.at(
        notice.venue(),
        () ->
            line(notice.venue(), notice.phone(), notice.over())
                .<Said>map(line -> write(notice, line))
                .orElseGet(Said.Unreachable::new));
  }

  /**
   * In the house's order, and where the guest has written before rather than elsewhere; never where
   * the guest does not want it.
   */
  private Optional<Line> line(VenueId venue, String phone, Channel over) {
    if (over == Channel.EMAIL || over == Channel.WEBHOOK) {
      return Optional.of(toPeople(venue, phone, over));
    }
    if (!NUMBER.matcher(phone).matches()) {
      return Optional.empty();
    }
    return sql.one(
        """
        SELECT a.channel, a.address, c.id FROM channel_addresses a
        LEFT JOIN conversations c ON c.venue = a.venue AND c.channel = a.channel
          AND c.house_address = a.address AND c.guest_address = ?
        CROSS JOIN LATERAL (SELECT array_position(ARRAY(SELECT jsonb_array_elements_text(
          coalesce(v.house #> '{messages,order}', '["whatsapp", "sms"]'))), a.channel) AS place
          FROM venues v WHERE v.id = a.venue) o
        WHERE a.venue = ? AND a.channel IN ('whatsapp', 'sms')
          AND CASE WHEN ?::text IS NULL THEN o.place IS NOT NULL ELSE a.channel = ? END
          AND NOT EXISTS (SELECT FROM opt_outs p WHERE p.venue = a.venue AND p.address = ?
            AND (p.said_by = 'guest' OR p.channel = a.channel))
        ORDER BY o.place, c.last_at DESC NULLS LAST, a.place, a.address LIMIT 1
        """,
        row -> new Line(row.text("channel"), row.text("address"), row.id("id")),
        phone,
        venue.value(),
        over == null ? null : over.code(),
        over == null ? null : over.code(),
        phone);
  }

  /** The house's people: written to without an address of the house's own on that channel. */
  private Line toPeople(VenueId venue, String address, Channel over) {
    UUID conversation =
        sql.one(
                """
                SELECT id FROM conversations
                WHERE venue = ? AND channel = ? AND house_address = ? AND guest_address = ?
                """,
                row -> row.id("id"),
                venue.value(),
                over.code(),
                venue.value(),
                address)
            .orElse(null);
    return new Line(over.code(), venue.value(), conversation);
  }

  /**
   * Of a guest who has been erased meanwhile nobody is told: the request is locked, and read as it
   * then stands.
   */
  private Said write(Notice notice, Line line) {
    UUID conversation =
        line.conversation() == null ? begin(notice, line) : touch(line.conversation(), notice);
    UUID id = id(notice);
    SequencedMap<String, String> about = about(notice);
    boolean first =
        sql.update(
                """
                WITH asked AS (SELECT id FROM person_requests
                  WHERE id = ? AND done_by IS DISTINCT FROM 'erased' FOR NO KEY UPDATE)
                INSERT INTO outbox (id, venue, conversation, kind, channel, house_address, guest_address,
                  body, state, due_at, written_at, changed_at, request, about)
                SELECT ?, ?, ?, 'notice', ?, ?, ?, ?, 'waiting', ?, ?, ?, ?::uuid,
                  jsonb_object(?::text[], ?::text[])
                WHERE ?::uuid IS NULL OR EXISTS (SELECT FROM asked)
                ON CONFLICT (id) DO NOTHING
                """,
                notice.request(),
                id,
                notice.venue().value(),
                conversation,
                line.channel(),
                line.houseAddress(),
                notice.phone(),
                notice.text(),
                notice.now(),
                notice.now(),
                notice.now(),
                notice.request(),
                about.sequencedKeySet().toArray(String[]::new),
                about.sequencedValues().toArray(String[]::new),
                notice.request())
            == 1;
    if (first) {
      show(notice, conversation, id);
    }
    return new Said.Written(conversation);
  }

  private static SequencedMap<String, String> about(Notice notice) {
    SequencedMap<String, String> about = new LinkedHashMap<>(notice.facts());
    about.put("occasion", notice.occasion().code());
    about.put("language", notice.language().toLanguageTag());
    return about;
  }

  private void show(Notice notice, UUID conversation, UUID outbox) {
    sql.update(
        """
        INSERT INTO messages (conversation, venue, sender, body, at, state, outbox)
        VALUES (?, ?, 'assistant', ?, ?, 'done', ?)
        """,
        conversation,
        notice.venue().value(),
        notice.text(),
        notice.now(),
        outbox);
  }

  private UUID begin(Notice notice, Line line) {
    sql.update(
        """
        INSERT INTO conversations (id, venue, channel, house_address, guest_address, language,
          started_at, last_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (venue, channel, house_address, guest_address) DO NOTHING
        """,
        UUID.randomUUID(),
        notice.venue().value(),
        line.channel(),
        line.houseAddress(),
        notice.phone(),
        notice.language().toLanguageTag(),
        notice.now(),
        notice.now());
    return line(notice.venue(), notice.phone(), notice.over()).orElseThrow().conversation();
  }

  /** Whoever holds the conversation is not waited for: they move it to the top themselves. */
  private UUID touch(UUID conversation, Notice notice) {
    sql.update(
        """
        UPDATE conversations SET last_at = ? WHERE id =
          (SELECT id FROM conversations WHERE id = ? FOR NO KEY UPDATE SKIP LOCKED)
        """,
        notice.now(),
        conversation);
    return conversation;
  }

  /** Of the key, so that the same notice has the same row. */
  private static UUID id(Notice notice) {
    String name = notice.venue().value() + "\n" + notice.key();
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
