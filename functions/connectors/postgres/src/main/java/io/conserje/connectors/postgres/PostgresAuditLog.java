package io.conserje.connectors.postgres;

import io.conserje.guest.AuditEntry;
import io.conserje.guest.Staff;
import io.conserje.venue.VenueId;
import io.micronaut.core.type.Argument;
import java.util.List;
import java.util.Map;

/** Who did what with whose data. Written in the transaction that did it. */
final class PostgresAuditLog {

  private static final Argument<Map<String, Object>> DETAILS =
      Argument.mapOf(String.class, Object.class);

  private final Sql sql;
  private final Json json;

  PostgresAuditLog(Sql sql, Json json) {
    this.sql = sql;
    this.json = json;
  }

  /**
   * @param details nothing personal: this line outlives the data
   */
  void write(VenueId venue, Staff staff, String what, Object subject, Map<String, Object> details) {
    sql.update(
        """
        INSERT INTO audit_log (venue, at, who, what, subject, details) VALUES (?, ?, ?, ?, ?, ?::jsonb)
        """,
        venue.value(),
        staff.at(),
        staff.who(),
        what,
        subject.toString(),
        json.write(details));
  }

  List<AuditEntry> newest(VenueId venue, String subject, Long before, int most) {
    return sql.list(
        """
        SELECT * FROM audit_log
        WHERE venue = ? AND (?::text IS NULL OR subject = ?) AND (?::bigint IS NULL OR number < ?)
        ORDER BY number DESC LIMIT ?
        """,
        row ->
            new AuditEntry(
                row.big("number"),
                row.instant("at"),
                row.text("who"),
                row.text("what"),
                row.text("subject"),
                json.read(row.text("details"), DETAILS)),
        venue.value(),
        subject,
        subject,
        before,
        before,
        most);
  }
}
